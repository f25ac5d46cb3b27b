// It was taken back: how many of those who had saved it have said that they know.
import { useLingui } from '@lingui/react'
import type { PostId } from '@shared/domain/ids'
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { call } from '@/platform/call'

export function RecallTold({ postId, reason }: { postId: string; reason: string }) {
  const { i18n } = useLingui()
  const { data } = useQuery({
    queryKey: ['hq', 'recall.see', postId, reason],
    queryFn: () => call('hq', 'recall.see', { postId: postId as PostId }),
  })
  const recall = data?.recall
  if (!recall) return null
  return (
    <Alert
      type="info"
      role="status"
      title={i18n._('已撤回：{reason}', { reason: recall.reason })}
      description={i18n._('{saved} 位导购存过，{posted} 位说发过，{known} 位点了“知道了”', {
        saved: recall.saved,
        posted: recall.posted,
        known: recall.known,
      })}
    />
  )
}
