// What did this post say before? Its versions on the left, what differs from now on the right, and one to bring back.
import { useLingui } from '@lingui/react'
import { App, Button, Popconfirm, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { formOf, type ShownImage } from '@/features/post/draft-form'
import { useVersion, useVersions, type VersionRow } from '@/features/post/use-versions'
import { errorText } from '@/ui/error-text'
import { useAddress } from './Address'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import type { PostDesk } from './use-post-desk'
import { VersionDiff } from './VersionDiff'
import { Saves, VersionList } from './VersionList'

type Against = 'now' | 'before'
type Chosen = { desk: PostDesk; row: VersionRow; version: number; previous: VersionRow | null }

/** Stores what is typed, then brings the version back; true when it is the newest now. */
const useRestore = (desk: PostDesk) => {
  const { i18n } = useLingui()
  const { message } = App.useApp()
  const { go } = useAddress()
  const [busy, setBusy] = useState(false)
  const restore = async (version: number) => {
    setBusy(true)
    try {
      const stored = desk.draft.unsaved ? await desk.draft.save() : undefined
      if (stored === null) return go({ view: '' }) // why stands above the form
      if (!(await desk.draft.restore(version, stored?.version))) return
      void message.success(i18n._('用回来了，刚才那一版还在历史里'))
      go({ view: '', v: '' })
    } catch (error) {
      void message.error(errorText(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, restore }
}

function Compared({ desk, row, version, previous }: Chosen) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const [against, setAgainst] = useState<Against>('now')
  const seen = useVersion(desk.postId, version)
  const earlier = useVersion(desk.postId, against === 'before' ? (previous?.version ?? 0) : 0)
  const { busy, restore } = useRestore(desk)
  const known = useMemo(() => {
    const all: Record<string, ShownImage> = { ...desk.draft.known }
    for (const image of [...(seen.data?.images ?? []), ...(earlier.data?.images ?? [])]) all[image.imageId] = image
    return all
  }, [desk.draft.known, seen.data, earlier.data])
  const one = useMemo(() => (seen.data ? formOf(seen.data.draft) : null), [seen.data])
  const other = useMemo(() => (earlier.data ? formOf(earlier.data.draft) : null), [earlier.data])
  const failed = seen.error ?? (against === 'before' ? earlier.error : null)
  const pair =
    against === 'now' ? one && { before: one, after: desk.form } : one && other && { before: other, after: one }
  return (
    <section className="version-compared" aria-label={i18n._('这一版的差别')}>
      <div className="desk-row version-head">
        <Segmented
          aria-label={i18n._('和哪一版比')}
          value={against}
          options={[
            { value: 'now', label: i18n._('到现在改了什么') },
            { value: 'before', label: i18n._('这一版改了什么'), disabled: !previous },
          ]}
          onChange={setAgainst}
        />
        <Saves row={row} version={version} onPick={(v) => go({ v: String(v) }, 'replace')} />
        {desk.editable && one && (
          <Popconfirm
            title={i18n._('用回这一版')}
            description={i18n._('现在的会留在历史里，随时能再换回来')}
            okText={i18n._('用回')}
            cancelText={i18n._('先不')}
            onConfirm={() => void restore(version)}
          >
            <Button id="version-restore" loading={busy}>
              {i18n._('用回这一版')}
            </Button>
          </Popconfirm>
        )}
      </div>
      {failed ? (
        <DeskFailed error={failed} onRetry={() => void Promise.all([seen.refetch(), previous && earlier.refetch()])} />
      ) : pair ? (
        <VersionDiff {...pair} known={known} />
      ) : (
        <DeskLoading />
      )}
    </section>
  )
}

export function VersionsPage({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { address, go } = useAddress()
  const query = useVersions(desk.postId, desk.draft.editing.version)
  const { rows } = query
  if (desk.draft.editing.version === 0)
    return <DeskEmpty title={i18n._('还没存过')} hint={i18n._('写下第一句就会自己存，存过的每一版都在这里')} />
  if (query.error && rows.length === 0) return <DeskFailed error={query.error} onRetry={() => void query.refetch()} />
  if (rows.length === 0) return <DeskLoading />
  const asked = Number(address.v ?? 0)
  const holds = (row: VersionRow) => row.saves.some(({ version }) => version === asked)
  const at = Math.max(0, rows.some(holds) ? rows.findIndex(holds) : Math.min(1, rows.length - 1))
  const row = rows[at]
  return (
    <section className="desk-versions" aria-label={i18n._('历史版本')}>
      <VersionList
        rows={rows}
        chosen={at}
        stored={desk.draft.editing.version}
        onPick={(version) => go({ v: String(version) }, 'replace')}
        more={query.hasNextPage ? { busy: query.isFetchingNextPage, ask: () => void query.fetchNextPage() } : null}
      />
      {row && (
        <Compared
          key={row.version}
          desk={desk}
          row={row}
          version={holds(row) ? asked : row.version}
          previous={rows[at + 1] ?? null}
        />
      )}
    </section>
  )
}
