// A token for one program: its name, what it may do, and for how long. Shown once.
import { useLingui } from '@lingui/react'
import { TOKEN_DAYS, TOKEN_NAME_MAX, TOKEN_SCOPES, type TokenScope } from '@shared/domain/api-token'
import { Alert, Checkbox, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useExchangeActs } from '@/features/exchange/use-exchange'
import { wordScope } from '@/features/exchange/words'
import { mintId } from '@/platform/mint'
import { errorText } from '@/ui/error-text'
import { SecretOnce } from './SecretOnce'

type Fields = { name: string; scopes: TokenScope[]; days: (typeof TOKEN_DAYS)[number] }

export function TokenDialog({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui()
  const [form] = Form.useForm<Fields>()
  const [tokenId] = useState(mintId)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const [token, setToken] = useState('')
  const { makeToken } = useExchangeActs()
  const make = (fields: Fields) => {
    setBusy(true)
    setWrong('')
    makeToken({ tokenId, ...fields })
      .then(
        (made) => setToken(made.token),
        (failure: unknown) => setWrong(errorText(failure)),
      )
      .finally(() => setBusy(false))
  }
  const needed = { required: true, message: i18n._('这一项要写') }
  if (token !== '')
    return (
      <SecretOnce
        title={i18n._('令牌')}
        what={i18n._('放进对方程序的配置里，不要发到群里')}
        secret={token}
        onClose={onClose}
      />
    )
  return (
    <Modal
      open
      title={i18n._('开一个令牌')}
      okText={i18n._('开')}
      cancelText={i18n._('不开')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {wrong !== '' && <Alert type="error" title={wrong} showIcon className="exchange-told" />}
      <Form<Fields> form={form} layout="vertical" initialValues={{ name: '', scopes: [], days: 90 }} onFinish={make}>
        <Form.Item name="name" label={i18n._('给哪个程序用')} rules={[{ ...needed, whitespace: true }]}>
          <Input maxLength={TOKEN_NAME_MAX} placeholder={i18n._('比如 数据仓库')} />
        </Form.Item>
        <Form.Item name="scopes" label={i18n._('能做什么')} rules={[needed]}>
          <Checkbox.Group
            className="exchange-checks"
            options={TOKEN_SCOPES.map((value) => ({ value, label: wordScope(value, i18n) }))}
          />
        </Form.Item>
        <Form.Item name="days" label={i18n._('多久到期')}>
          <Radio.Group options={TOKEN_DAYS.map((n) => ({ value: n, label: i18n._('{n} 天', { n }) }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
