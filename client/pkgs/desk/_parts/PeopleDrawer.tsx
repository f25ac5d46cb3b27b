// One member: what she is called and speaks like, where she works, what she may do; and the code that binds her phone.
import { useLingui } from '@lingui/react'
import { ACCOUNT_MAX, CODE_MAX, LABEL_MAX, LABELS_MAX, MEMBER_NAME_MAX } from '@shared/domain/staff'
import { Alert, Button, Drawer, Form, Input, Popconfirm, Select, Space } from 'antd'
import { useState } from 'react'
import { draftOf, type MemberDraft, useMember, useMemberActs } from '@/features/people/use-member'
import type { Org } from '@/features/people/use-org'
import { errorText } from '@/ui/error-text'
import { useAddress } from './Address'
import { PeopleInvite } from './PeopleInvite'
import { PeopleRole } from './PeopleRole'
import { DeskFailed, DeskLoading } from './States'

type Props = { memberId: string; isNew: boolean; org: Org; isApprover: boolean }
type File = NonNullable<ReturnType<typeof useMember>['data']>

/** Another store has other teams; HQ's people speak to no customer. */
function WhoSheIs() {
  const { i18n } = useLingui()
  return (
    <>
      <Form.Item
        name="name"
        label={i18n._('姓名')}
        rules={[{ required: true, whitespace: true, message: i18n._('这一项要写') }]}
      >
        <Input maxLength={MEMBER_NAME_MAX} />
      </Form.Item>
      <Form.Item name="tone" label={i18n._('语气')} extra={i18n._('她的文案按这种语气写')}>
        <Select
          options={[
            { value: 'warm', label: i18n._('亲切') },
            { value: 'expert', label: i18n._('专业') },
            { value: 'lively', label: i18n._('活泼') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="labels"
        label={i18n._('员工标签')}
        extra={i18n._('发内容时可以按标签选人，只有总部看得到')}
        rules={[
          {
            validator: (_: unknown, labels: string[] = []) =>
              labels.length <= LABELS_MAX && labels.every((label) => label.length <= LABEL_MAX)
                ? Promise.resolve()
                : Promise.reject(new Error(i18n._('最多 {n} 个，每个最多 {m} 个字', { n: LABELS_MAX, m: LABEL_MAX }))),
          },
        ]}
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',', ' ']} />
      </Form.Item>
      <Form.Item name="code" label={i18n._('工号')} extra={i18n._('导入名单时先按工号认人')}>
        <Input maxLength={CODE_MAX} />
      </Form.Item>
      <Form.Item name="account" label={i18n._('账号')} extra={i18n._('没有工号时按账号认人。手机号不用填，也不会存')}>
        <Input maxLength={ACCOUNT_MAX} />
      </Form.Item>
    </>
  )
}

function Editing({ file, memberId, org, isApprover, close }: Props & { file: File | undefined; close: () => void }) {
  const { i18n } = useLingui()
  const { address } = useAddress()
  const [form] = Form.useForm<MemberDraft>()
  const { save, end } = useMemberActs()
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const initial = draftOf(file, address.store || null)
  const isFixed = file !== undefined && !file.mayChange
  const act = (doing: Promise<unknown>) => {
    setBusy(true)
    setWrong('')
    doing.then(close, (failure: unknown) => setWrong(errorText(failure))).finally(() => setBusy(false))
  }
  return (
    <>
      {wrong !== '' && <Alert type="error" title={wrong} showIcon className="people-wrong" />}
      {file && <PeopleInvite file={file} />}
      <Form<MemberDraft>
        form={form}
        layout="vertical"
        disabled={isFixed}
        initialValues={initial}
        onFinish={(fields) =>
          act(
            save(memberId, file?.rev ?? 0, {
              ...initial,
              ...fields,
              ...{ storeId: fields.storeId ?? null, teamId: fields.teamId ?? null, scope: fields.scope ?? null },
            }),
          )
        }
      >
        <WhoSheIs />
        <PeopleRole form={form} org={org} isApprover={isApprover} />
        {!isFixed && (
          <Space>
            <Button type="primary" htmlType="submit" loading={busy}>
              {i18n._('保存')}
            </Button>
            {file && isApprover && file.role !== 'rep' && (
              <Popconfirm
                title={i18n._('她马上不能再登录，确定吗？')}
                okText={i18n._('停用')}
                cancelText={i18n._('先不办')}
                onConfirm={() => act(end(memberId))}
              >
                <Button danger>{i18n._('停用账号')}</Button>
              </Popconfirm>
            )}
          </Space>
        )}
      </Form>
    </>
  )
}

export function PeopleDrawer(props: Props) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const { data, error, refetch } = useMember(props.memberId, props.isNew)
  const close = () => go({ member: '', fresh: '' })
  return (
    <Drawer open size={480} title={props.isNew ? i18n._('加一位') : (data?.name ?? '')} onClose={close}>
      {!props.isNew && !data ? (
        error ? (
          <DeskFailed error={error} onRetry={() => void refetch()} />
        ) : (
          <DeskLoading />
        )
      ) : (
        <Editing key={data?.rev ?? 0} {...props} file={data} close={close} />
      )}
    </Drawer>
  )
}
