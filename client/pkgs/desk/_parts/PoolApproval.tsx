// Whether someone has looked at this version's texts, who and when; and the button that says so.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { App, Button } from 'antd'
import { type Approval, type Pool, useApproval } from '@/features/post/use-pool'
import { currentLang } from '@/platform/lang'
import { errorText } from '@/ui/error-text'
import type { PostDesk } from './use-post-desk'

export function ApprovedBy({ approved }: { approved: Approval }) {
  const { i18n } = useLingui()
  const when = wordInstant(approved.at, Date.now(), currentLang())
  return <>{i18n._('{name} {when} 看过样稿，可以用', { name: approved.name, when })}</>
}

type Props = { desk: PostDesk; pool: Pool; isBehind: boolean }

export function PoolApproval({ desk, pool, isBehind }: Props) {
  const { i18n } = useLingui()
  const { message } = App.useApp()
  const approval = useApproval(desk.postId, desk.draft.editing.version)
  const isLive = desk.post?.state === 'live'
  const approve = () => approval.mutate(undefined, { onError: (error) => void message.error(errorText(error)) })
  const approved = isBehind ? null : pool.approved
  return (
    <header className="pool-head">
      <div>
        <h2 className="desk-title">{i18n._('样稿')}</h2>
        <p className="desk-note">
          {isLive
            ? i18n._('已经发给 {reps} 位导购的文案。同一篇内容，每位同事说法略有不同', { reps: pool.reps })
            : i18n._('发布后 {reps} 位导购会拿到的文案。同一篇内容，每位同事说法略有不同', { reps: pool.reps })}
        </p>
      </div>
      {approved ? (
        <p className="pool-approved" role="status">
          <span aria-hidden="true">✓</span> <ApprovedBy approved={approved} />
        </p>
      ) : (
        !isLive && (
          <Button id="pool-approve" type="primary" disabled={isBehind} loading={approval.isPending} onClick={approve}>
            {i18n._('这版样稿可以用')}
          </Button>
        )
      )}
    </header>
  )
}
