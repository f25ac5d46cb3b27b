// Whom may one ask to look at it? Approvers by name, without those who had a hand in it.
import { useLingui } from '@lingui/react'
import { useApprovers } from '@/features/post/use-reviews'

/** A new post that is not stored yet has nobody's hand in it but hers. */
export function Approvers({ postId }: { postId: string | null }) {
  const { i18n } = useLingui()
  const { data } = useApprovers(postId)
  if (!data) return null
  return (
    <span className="desk-note">
      {data.names.length > 0
        ? i18n._('可以审的：{names}', { names: data.names.join(i18n._('、')) })
        : i18n._('现在没有别人能审，请审核人再加一位')}
    </span>
  )
}
