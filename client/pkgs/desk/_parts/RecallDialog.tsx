// Taking a post back: at once, for everyone, with the reason on record.
import { useLingui } from '@lingui/react'
import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { errorText } from '@/ui/error-text'
import { Field } from './Field'
import { useActs } from './use-acts'
import type { PostDesk } from './use-post-desk'

const REASON_MAX = 100

export function RecallDialog({ desk, open, onClose }: { desk: PostDesk; open: boolean; onClose: () => void }) {
  const { i18n } = useLingui()
  const { message } = App.useApp()
  const { takeBack } = useActs(desk)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const go = async () => {
    if (reason.trim() === '') return setWrong(i18n._('写一句为什么撤回'))
    setBusy(true)
    try {
      await takeBack(reason.trim())
      void message.success(i18n._('撤回了，改好可以再发'))
      setReason('')
      onClose()
    } catch (error) {
      setWrong(errorText(error))
    }
    setBusy(false)
  }
  return (
    <Modal
      open={open}
      title={i18n._('撤回这条内容')}
      okText={i18n._('撤回')}
      cancelText={i18n._('先不撤')}
      okButtonProps={{ danger: true, id: 'recall-confirm' }}
      confirmLoading={busy}
      onOk={() => void go()}
      onCancel={onClose}
    >
      <p>{i18n._('导购那里马上看不到它，客户再打开长文会说已下架。已经发出的朋友圈不会消失。')}</p>
      <Field
        id="recall-reason"
        label={i18n._('撤回原因')}
        aside={`${reason.length}/${REASON_MAX}`}
        error={wrong || null}
      >
        <Input.TextArea
          id="recall-reason"
          aria-describedby="recall-reason-say"
          autoSize={{ minRows: 2, maxRows: 4 }}
          maxLength={REASON_MAX}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value)
            setWrong('')
          }}
        />
      </Field>
    </Modal>
  )
}
