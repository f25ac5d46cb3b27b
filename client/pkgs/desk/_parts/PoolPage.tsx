// What will the reps get of this post? The texts themselves, how alike, which words vary; and an editor's word that it is fine.
import { useLingui } from '@lingui/react'
import { Alert, Button } from 'antd'
import { usePool } from '@/features/post/use-pool'
import { asShown, errorText } from '@/ui/error-text'
import { useAddress } from './Address'
import { PoolAlike } from './PoolAlike'
import { PoolApproval } from './PoolApproval'
import { PoolFigures } from './PoolFigures'
import { PoolFindings } from './PoolFindings'
import { PoolLongest } from './PoolLongest'
import { PoolSample } from './PoolSample'
import { PoolWords } from './PoolWords'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import type { PostDesk } from './use-post-desk'

/** What is shown belongs to an older text: it is stored, and then looked at anew. */
function Behind({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { unsaved, save, editing } = desk.draft
  const failed = editing.phase === 'failed'
  return (
    <Alert
      type={failed ? 'error' : 'info'}
      showIcon
      title={
        failed ? i18n._('没存上：{why}', { why: errorText(editing.error) }) : i18n._('改过了，正在存好、重新算这版样稿')
      }
      action={
        unsaved ? (
          <Button size="small" loading={editing.phase === 'saving'} onClick={() => void save()}>
            {i18n._('现在就存')}
          </Button>
        ) : null
      }
    />
  )
}

/** The text itself does not hold: nothing can be dealt from it. */
function Broken({ error }: { error: unknown }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  return (
    <DeskEmpty title={errorText(error)} hint={i18n._('改好再来看样稿')}>
      <Button type="primary" onClick={() => go({ view: '' })}>
        {i18n._('回去改')}
      </Button>
    </DeskEmpty>
  )
}

export function PoolPage({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { unsaved, editing } = desk.draft
  const query = usePool(desk.postId, editing.version, !unsaved)
  const pool = query.data
  if (!pool && query.error) {
    const broken = asShown(query.error).code === 'invalid'
    return broken ? (
      <Broken error={query.error} />
    ) : (
      <DeskFailed error={query.error} onRetry={() => void query.refetch()} />
    )
  }
  if (!pool) return unsaved ? <Behind desk={desk} /> : <DeskLoading />
  const isBehind = unsaved || query.isPlaceholderData
  return (
    <section className="desk-pool" aria-label={i18n._('样稿')} aria-busy={isBehind}>
      {isBehind && !query.error && <Behind desk={desk} />}
      {query.error && <DeskFailed error={query.error} onRetry={() => void query.refetch()} />}
      <PoolApproval desk={desk} pool={pool} isBehind={isBehind} />
      <PoolFigures pool={pool} />
      <PoolFindings desk={desk} findings={pool.findings} />
      <PoolWords desk={desk} words={pool.words} />
      {pool.reps === 0 ? (
        <DeskEmpty title={i18n._('选的门店里还没有导购')} hint={i18n._('换一下发给哪些门店，就能看到他们各自的文案')} />
      ) : (
        <>
          <PoolSample sample={pool.sample} reps={pool.reps} />
          {pool.alike.length > 0 && <PoolAlike pairs={pool.alike} />}
          {pool.longest && <PoolLongest longest={pool.longest} firstComment={desk.form.firstComment} />}
        </>
      )}
    </section>
  )
}
