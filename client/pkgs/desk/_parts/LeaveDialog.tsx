// Going away while something is not stored: store it first, leave it on this device, or stay.
import { useLingui } from '@lingui/react'
import { Button, Modal } from 'antd'
import { useState } from 'react'

type Props = { open: boolean; onSave: () => Promise<void>; onLeave: () => void; onStay: () => void }

export function LeaveDialog({ open, onSave, onLeave, onStay }: Props) {
  const { i18n } = useLingui()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    await onSave()
    setBusy(false)
  }
  return (
    <Modal
      open={open}
      title={i18n._('有改动还没存')}
      onCancel={onStay}
      footer={[
        <Button key="leave" onClick={onLeave}>
          {i18n._('先不存')}
        </Button>,
        <Button key="save" type="primary" loading={busy} onClick={() => void save()}>
          {i18n._('存好再走')}
        </Button>,
      ]}
    >
      {i18n._('不存也不会丢：改动留在这台设备上，下次打开接着写。')}
    </Modal>
  )
}
