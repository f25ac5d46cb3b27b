// One address that is told: written, changed, given a new key, switched off, deleted.
import { useLingui } from '@lingui/react'
import type { ShownHook } from '@shared/contracts/hook'
import { HOOK_EVENTS, HOOK_NAME_MAX, HOOK_URL_MAX } from '@shared/domain/webhook'
import { Alert, Button, Checkbox, Drawer, Form, Input, Popconfirm, Space, Switch } from 'antd'
import { useState } from 'react'
import { useExchangeActs } from '@/features/exchange/use-exchange'
import { wordEvent } from '@/features/exchange/words'
import { mintId } from '@/platform/mint'
import { errorText } from '@/ui/error-text'
import { SecretOnce } from './SecretOnce'

type Fields = Pick<ShownHook, 'name' | 'url' | 'events' | 'on'> & { newSecret?: boolean }
const NEW: Fields = { name: '', url: 'https://', events: ['post.published'], on: true }

function HookFields({ isNew }: { isNew: boolean }) {
  const { i18n } = useLingui()
  const needed = { required: true, message: i18n._('这一项要写') }
  return (
    <>
      <Form.Item name="name" label={i18n._('名字')} rules={[{ ...needed, whitespace: true }]}>
        <Input maxLength={HOOK_NAME_MAX} placeholder={i18n._('比如 数据仓库')} />
      </Form.Item>
      <Form.Item
        name="url"
        label={i18n._('网址')}
        extra={i18n._('https 开头，公网能访问；收到后 5 秒内答 2xx')}
        rules={[needed]}
      >
        <Input maxLength={HOOK_URL_MAX} inputMode="url" />
      </Form.Item>
      <Form.Item name="events" label={i18n._('推什么')} rules={[needed]}>
        <Checkbox.Group
          className="exchange-checks"
          options={HOOK_EVENTS.map((value) => ({ value, label: wordEvent(value, i18n) }))}
        />
      </Form.Item>
      <Form.Item name="on" label={i18n._('在用')} valuePropName="checked">
        <Switch />
      </Form.Item>
      {!isNew && (
        <Form.Item name="newSecret" valuePropName="checked">
          <Checkbox>{i18n._('换一个签名密钥，旧的马上失效')}</Checkbox>
        </Form.Item>
      )}
    </>
  )
}

export function WebhookDrawer({ hook, onClose }: { hook: ShownHook | null; onClose: () => void }) {
  const { i18n } = useLingui()
  const [form] = Form.useForm<Fields>()
  const [webhookId] = useState(() => hook?.webhookId ?? mintId())
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const [secret, setSecret] = useState('')
  const { saveHook, dropHook } = useExchangeActs()
  const run = (act: () => Promise<unknown>) => {
    setBusy(true)
    setWrong('')
    act()
      .catch((failure: unknown) => setWrong(errorText(failure)))
      .finally(() => setBusy(false))
  }
  const save = (fields: Fields) =>
    run(async () => {
      const saved = await saveHook({ ...fields, newSecret: fields.newSecret ?? false, webhookId, rev: hook?.rev ?? 0 })
      if (saved.secret === null) onClose()
      else setSecret(saved.secret)
    })
  const drop = () => run(() => dropHook(webhookId).then(onClose))
  if (secret !== '')
    return (
      <SecretOnce
        title={i18n._('签名密钥')}
        what={i18n._('交给接收的同事，用它验证推送是我们发的')}
        secret={secret}
        onClose={onClose}
      />
    )
  return (
    <Drawer
      open
      size={480}
      title={hook ? i18n._('改推送地址') : i18n._('加一个推送地址')}
      onClose={onClose}
      footer={
        <Space>
          <Button type="primary" loading={busy} onClick={() => form.submit()}>
            {i18n._('保存')}
          </Button>
          {hook && (
            <Popconfirm
              title={i18n._('删掉这个地址？排队的不再发')}
              okText={i18n._('删掉')}
              cancelText={i18n._('不删')}
              onConfirm={drop}
            >
              <Button danger>{i18n._('删掉')}</Button>
            </Popconfirm>
          )}
        </Space>
      }
    >
      {wrong !== '' && <Alert type="error" title={wrong} showIcon className="exchange-told" />}
      <Form<Fields> form={form} layout="vertical" initialValues={hook ?? NEW} onFinish={save}>
        <HookFields isNew={hook === null} />
      </Form>
    </Drawer>
  )
}
