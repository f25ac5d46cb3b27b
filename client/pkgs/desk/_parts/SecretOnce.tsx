// A secret that is shown once: to be copied now, and said to be gone after.
import { useLingui } from '@lingui/react'
import { Alert, Button, Input, Modal, Space } from 'antd'
import { useState } from 'react'
import { copyText } from '@/platform/clipboard'

type Props = { title: string; what: string; secret: string; onClose: () => void }

export function SecretOnce({ title, what, secret, onClose }: Props) {
  const { i18n } = useLingui()
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {i18n._('存好了')}
        </Button>
      }
    >
      <p>{what}</p>
      <Alert type="warning" showIcon title={i18n._('只显示这一次，关掉就看不到了')} className="exchange-told" />
      <Space.Compact block>
        <Input readOnly value={secret} aria-label={title} />
        <Button onClick={() => void copyText(secret).then(setCopied)}>{i18n._('复制')}</Button>
      </Space.Compact>
      <p className="desk-note" role="status">
        {copied === true && i18n._('复制好了')}
        {copied === false && i18n._('没复制上，请手动选中复制')}
      </p>
    </Modal>
  )
}
