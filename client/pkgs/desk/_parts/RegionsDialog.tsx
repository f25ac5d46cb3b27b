// A region, a store or a team: made, renamed, moved, or taken away once it is empty.
import { useLingui } from '@lingui/react'
import { ORG_NAME_MAX } from '@shared/domain/org'
import { Button, Form, Input, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { type Org, useOrgActs } from '@/features/people/use-org'
import { mintId } from '@/platform/mint'
import { useClosing } from './use-closing'

/** id null: a new one, lying in `into`. */
export type OrgEdit = { of: 'region' | 'store' | 'team'; id: string | null; into: string | null }
type Fields = { name: string; parent: string | null; company: string; brand: string; kind: 'own' | 'franchise' }

const fieldsOf = ({ of, id, into }: OrgEdit, org: Org): Fields & { rev: number } => {
  const blank = { name: '', parent: into, company: '', brand: '', kind: 'own' as const, rev: 0 }
  if (of === 'region') {
    const found = org.regions.find(({ regionId }) => regionId === id)
    return found ? { ...blank, name: found.name, parent: found.parentId, rev: found.rev } : blank
  }
  if (of === 'team') {
    const found = org.teams.find(({ teamId }) => teamId === id)
    return found ? { ...blank, name: found.name, parent: found.storeId, rev: found.rev } : blank
  }
  const found = org.stores.find(({ storeId }) => storeId === id)
  if (found) return { ...blank, ...found, parent: found.regionId }
  const neighbour = org.stores[0] // most firms have one name
  return { ...blank, company: neighbour?.company ?? '', brand: neighbour?.brand ?? '' }
}

const useSave = (edit: OrgEdit, rev: number) => {
  const acts = useOrgActs()
  const [fresh] = useState(mintId)
  const id = edit.id ?? fresh
  return {
    save: ({ name, parent, company, brand, kind }: Fields): Promise<unknown> => {
      if (edit.of === 'region') return acts.saveRegion({ regionId: id, rev, name, parentId: parent })
      if (edit.of === 'team') return acts.saveTeam({ teamId: id, rev, name, storeId: parent ?? '' })
      return acts.saveStore({ storeId: id, rev, store: { name, company, brand, kind, regionId: parent } })
    },
    drop: (): Promise<unknown> => (edit.of === 'region' ? acts.dropRegion(id) : acts.dropTeam(id)),
  }
}

function StoreFields({ isNew }: { isNew: boolean }) {
  const { i18n } = useLingui()
  const needed = [{ required: true, whitespace: true, message: i18n._('这一项要写') }]
  return (
    <>
      <Form.Item
        name="company"
        label={i18n._('公司全称')}
        rules={needed}
        extra={isNew ? i18n._('客户同意的就是这家公司，以后不能改') : i18n._('客户同意的就是这家公司，不能改')}
      >
        <Input disabled={!isNew} maxLength={60} />
      </Form.Item>
      <Form.Item name="brand" label={i18n._('品牌公司')} rules={needed}>
        <Input disabled={!isNew} maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={i18n._('店的性质')}>
        <Segmented
          options={[
            { value: 'own', label: i18n._('直营') },
            { value: 'franchise', label: i18n._('加盟') },
          ]}
        />
      </Form.Item>
    </>
  )
}

export function OrgDialog({ edit, org, onClose }: { edit: OrgEdit; org: Org; onClose: () => void }) {
  const { i18n } = useLingui()
  const [form] = Form.useForm<Fields>()
  const { rev, ...initial } = fieldsOf(edit, org)
  const { save, drop } = useSave(edit, rev)
  const { wrong, busy, closeAfter } = useClosing(onClose)
  const isNew = edit.id === null
  const titles = {
    region: isNew ? i18n._('加区域') : i18n._('改区域'),
    store: isNew ? i18n._('加门店') : i18n._('改门店'),
    team: isNew ? i18n._('加小组') : i18n._('改小组'),
  }
  const regions = org.regions.filter(({ regionId }) => regionId !== edit.id)
  return (
    <Modal
      open
      title={titles[edit.of]}
      okText={i18n._('保存')}
      cancelText={i18n._('先不改')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {wrong !== '' && (
        <p className="desk-wrong" role="alert">
          {wrong}
        </p>
      )}
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={(fields) => closeAfter(save(fields))}
      >
        <Form.Item
          name="name"
          label={i18n._('名称')}
          rules={[{ required: true, whitespace: true, message: i18n._('这一项要写') }]}
        >
          <Input maxLength={ORG_NAME_MAX} />
        </Form.Item>
        <Form.Item name="parent" label={i18n._('在哪个区域')} hidden={edit.of === 'team'}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={i18n._('不在任何区域')}
            options={regions.map(({ regionId, name }) => ({ value: regionId, label: name }))}
          />
        </Form.Item>
        {edit.of === 'store' && <StoreFields isNew={isNew} />}
      </Form>
      {!isNew && edit.of !== 'store' && (
        <Button danger size="small" disabled={busy} onClick={() => closeAfter(drop())}>
          {i18n._('删掉（要先空）')}
        </Button>
      )}
    </Modal>
  )
}
