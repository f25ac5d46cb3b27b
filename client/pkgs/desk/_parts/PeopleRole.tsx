// What she may do and where she works: a rep in a store and a team, a manager over a part of the firm.
import { useLingui } from '@lingui/react'
import { REP_KINDS, ROLES, type ScopeOf } from '@shared/domain/member'
import { nameScope } from '@shared/domain/org'
import { Form, type FormInstance, Select } from 'antd'
import { useMemo } from 'react'
import type { MemberDraft } from '@/features/people/use-member'
import type { Org } from '@/features/people/use-org'
import { flatOf, treeOf, wordKind, wordRole } from '@/features/people/words'

const readScope = (key: string): ScopeOf | null => {
  const [of, ...rest] = key.split('.')
  const id = rest.join('.')
  if (of === 'firm') return { of }
  return of === 'region' || of === 'store' || of === 'team' ? ({ of, id } as ScopeOf) : null
}

function ScopeChoice({
  org,
  value = null,
  onChange,
}: {
  org: Org
  value?: ScopeOf | null
  onChange?: (scope: ScopeOf | null) => void
}) {
  const { i18n } = useLingui()
  const options = useMemo(() => [{ value: 'firm', label: i18n._('全公司') }, ...flatOf(treeOf(org))], [org, i18n])
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={i18n._('她负责哪一部分')}
      value={nameScope(value) || null}
      options={options}
      onChange={(key: string) => onChange?.(readScope(key))}
    />
  )
}

type Props = { form: FormInstance<MemberDraft>; org: Org; isApprover: boolean }

export function PeopleRole({ form, org, isApprover }: Props) {
  const { i18n } = useLingui()
  const role = Form.useWatch('role', form)
  const storeId = Form.useWatch('storeId', form)
  const teams = org.teams.filter((team) => team.storeId === storeId)
  return (
    <>
      <Form.Item name="role" label={i18n._('角色')} extra={isApprover ? null : i18n._('总部的角色由审核人来设')}>
        <Select
          disabled={!isApprover}
          options={ROLES.map((value) => ({ value, label: wordRole(i18n, value) }))}
          onChange={(next: MemberDraft['role']) => {
            if (next !== 'manager') form.setFieldValue('scope', null)
            if (next !== 'rep') form.setFieldsValue({ storeId: null, teamId: null })
          }}
        />
      </Form.Item>
      <Form.Item
        name="scope"
        label={i18n._('负责的范围')}
        hidden={role !== 'manager'}
        rules={role === 'manager' ? [{ required: true, message: i18n._('管理者要有负责的范围') }] : []}
      >
        <ScopeChoice org={org} />
      </Form.Item>
      <Form.Item name="kind" label={i18n._('岗位')} hidden={role !== 'rep'}>
        <Select options={REP_KINDS.map((value) => ({ value, label: wordKind(i18n, value) }))} />
      </Form.Item>
      <Form.Item
        name="storeId"
        label={i18n._('门店')}
        hidden={role !== 'rep'}
        rules={role === 'rep' ? [{ required: true, message: i18n._('导购要有门店') }] : []}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={org.stores.map((store) => ({ value: store.storeId, label: store.name }))}
          onChange={() => form.setFieldValue('teamId', null)}
        />
      </Form.Item>
      <Form.Item name="teamId" label={i18n._('小组')} hidden={role !== 'rep' || teams.length === 0}>
        <Select allowClear options={teams.map((team) => ({ value: team.teamId, label: team.name }))} />
      </Form.Item>
    </>
  )
}
