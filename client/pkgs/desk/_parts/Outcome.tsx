// What became of a post: when it went out or will, how many reps took it, saved it and posted it.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import type { ShownPost } from '@/features/post/draft-form'
import { currentLang } from '@/platform/lang'

function Count({ n, label }: { n: number; label: string }) {
  return (
    <div className="desk-count">
      <span className="desk-count-n">{n}</span>
      <span className="desk-note">{label}</span>
    </div>
  )
}

export function Outcome({ post }: { post: ShownPost }) {
  const { i18n } = useLingui()
  const word = (at: number) => wordInstant(at, Date.now(), currentLang())
  if (post.state === 'draft') return null
  const { dealt, saved, posted } = post.counts
  return (
    <section className="desk-outcome" aria-label={i18n._('发出后')}>
      <p className="desk-outcome-words">
        {post.state === 'scheduled' && post.publishAt !== null && i18n._('{when} 上线', { when: word(post.publishAt) })}
        {post.state === 'live' &&
          post.publishedAt !== null &&
          i18n._('{when} 上线的', { when: word(post.publishedAt) })}
        {post.state === 'expired' && i18n._('已到期下架')}
        {post.state === 'recalled' && i18n._('已撤回：{reason}', { reason: post.recallReason })}
      </p>
      {post.state !== 'scheduled' && (
        <div className="desk-counts">
          <Count n={dealt} label={i18n._('人拿到')} />
          <Count n={saved} label={i18n._('人存了图文')} />
          <Count n={posted} label={i18n._('人已发布')} />
        </div>
      )}
    </section>
  )
}
