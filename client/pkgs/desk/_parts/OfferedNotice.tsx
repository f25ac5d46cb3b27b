// This post was made of what somebody offered: whom it thanks, or that she has taken it back.
import { useLingui } from '@lingui/react'
import { Alert, Button } from 'antd'
import type { ShownPost } from '@/features/post/draft-form'
import { useAddress } from './Address'

export function OfferedNotice({ post }: { post: ShownPost }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const { offered } = post
  if (!offered) return null
  const { submissionId, credit, takenBackAt } = offered
  const toOffer = (
    <Button
      size="small"
      onClick={() => go({ post: '', new: '', view: '', at: 'offers', tab: 'accepted', item: submissionId })}
    >
      {i18n._('看投稿')}
    </Button>
  )
  if (takenBackAt !== null)
    return (
      <Alert
        type="error"
        showIcon
        title={i18n._('投稿的人收回了：她的照片、话和署名已经拿掉')}
        description={i18n._('别处如果还用了她的话，请删干净再发')}
      />
    )
  return (
    <Alert
      type="info"
      showIcon
      title={
        credit === ''
          ? i18n._('这条用了投稿，她不署名')
          : i18n._('这条用了投稿，文末会写：感谢{name}投稿', { name: credit })
      }
      action={toOffer}
    />
  )
}
