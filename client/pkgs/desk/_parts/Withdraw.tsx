// Taking back what was handed in, before anybody has decided.
import { useLingui } from '@lingui/react'
import { App, Button } from 'antd'
import { useState } from 'react'
import { type ReviewRow, useReviewActs } from '@/features/post/use-reviews'
import { errorText } from '@/ui/error-text'

export function Withdraw({ of }: { of: Pick<ReviewRow, 'postId' | 'version'> }) {
  const { i18n } = useLingui()
  const { message } = App.useApp()
  const { withdraw, refresh } = useReviewActs()
  const [busy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    try {
      await withdraw(of)
      void message.success(i18n._('撤回了，没有人在审它'))
    } catch (error) {
      void message.error(errorText(error))
      refresh()
    }
    setBusy(false)
  }
  return (
    <Button id="review-withdraw" size="small" loading={busy} onClick={() => void take()}>
      {i18n._('撤回提交')}
    </Button>
  )
}
