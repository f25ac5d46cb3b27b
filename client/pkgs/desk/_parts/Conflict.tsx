// Someone stored this post first: who stays, who becomes another post. Neither text is lost.
import { useLingui } from '@lingui/react'
import { Alert, App, Button, Modal } from 'antd'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { formOf, type ShownPost } from '@/features/post/draft-form'
import { errorText } from '@/ui/error-text'
import { useAddress } from './Address'
import { DeskLoading } from './States'
import type { PostDesk } from './use-post-desk'
import { wordClash } from './version-words'

const VersionDiff = lazy(() => import('./VersionDiff').then((part) => ({ default: part.VersionDiff })))

/** Runs one choice at a time and keeps why it failed. */
const useChoice = () => {
  const [busy, setBusy] = useState('')
  const [wrong, setWrong] = useState('')
  const run = async (name: string, what: () => Promise<unknown>) => {
    setBusy(name)
    setWrong('')
    await what().catch((error: unknown) => setWrong(errorText(error)))
    setBusy('')
  }
  return { busy, wrong, run }
}

const useAside = (desk: PostDesk) => {
  const { go } = useAddress()
  return async () => {
    const postId = await desk.draft.saveAside()
    setTimeout(() => go({ post: postId, new: '' })) // once nothing here is unsaved any more
  }
}

/** What is stored now, asked when the dialog opens; null: not there yet, and why. */
const useStored = (desk: PostDesk, open: boolean) => {
  const [theirs, setTheirs] = useState<ShownPost | null>(null)
  const [failed, setFailed] = useState('')
  const see = useRef(desk.draft.seeTheirs)
  see.current = desk.draft.seeTheirs
  useEffect(() => {
    if (!open) return
    let isOver = false
    setTheirs(null)
    setFailed('')
    see.current().then(
      (post) => !isOver && setTheirs(post),
      (error: unknown) => !isOver && setFailed(errorText(error)),
    )
    return () => {
      isOver = true
    }
  }, [open])
  return { theirs, failed }
}

/** Both in one; the places where mine stayed over theirs are named. */
const useMerge = (desk: PostDesk) => {
  const { i18n } = useLingui()
  const { message } = App.useApp()
  return (theirs: ShownPost) => {
    const clashes = desk.draft.mergeTheirs(theirs)
    const places = [...new Set(clashes.map((place) => wordClash(i18n, place, desk.form)))].join(i18n._('、'))
    if (places === '') void message.success(i18n._('合好了，两边的改动都在'))
    else void message.warning(i18n._('两边都改了{places}：留的是你的，对方的在历史版本里', { places }), 8)
  }
}

type Props = { desk: PostDesk; looking: boolean; onClose: () => void }

/** Opens by itself when a save came too late, and by hand while one is told that somebody stored. */
export function ConflictDialog({ desk, looking, onClose }: Props) {
  const { i18n } = useLingui()
  const { busy, wrong, run } = useChoice()
  const aside = useAside(desk)
  const merge = useMerge(desk)
  const { editing, unsaved, known } = desk.draft
  const forced = editing.phase === 'conflict'
  const open = forced || looking
  const { theirs, failed } = useStored(desk, open)
  const stored = useMemo(() => (theirs ? formOf(theirs.draft) : null), [theirs])
  const choose = (name: string, what: () => Promise<unknown>) => void run(name, async () => what().then(onClose))
  return (
    <Modal
      open={open}
      width={720}
      title={forced ? i18n._('别人先存了这条内容') : i18n._('别人存了新的一版')}
      closable={!forced}
      mask={{ closable: !forced }}
      keyboard={!forced}
      onCancel={onClose}
      footer={
        <div className="desk-row conflict-acts">
          {unsaved && (
            <Button loading={busy === 'aside'} disabled={busy !== ''} onClick={() => choose('aside', aside)}>
              {i18n._('保留我的另存')}
            </Button>
          )}
          <Button
            loading={busy === 'theirs'}
            disabled={busy !== ''}
            onClick={() => choose('theirs', desk.draft.takeTheirs)}
          >
            {i18n._('看对方的版本')}
          </Button>
          {unsaved && (
            <Button
              id="conflict-merge"
              type="primary"
              disabled={!theirs || busy !== ''}
              onClick={() => theirs && choose('merge', async () => merge(theirs))}
            >
              {i18n._('合在一起')}
            </Button>
          )}
        </div>
      }
    >
      {forced && <p>{i18n._('现在存着的是对方的版本，你的还没存进去。')}</p>}
      {unsaved && (
        <p className="desk-note">
          {i18n._(
            '合在一起：两边的改动都留下，同一处都改了的留你的，对方的在历史版本里。看对方的版本：你的留在这台设备上，看完还能用回来。保留我的另存：你的成为一条新内容，对方的不动。',
          )}
        </p>
      )}
      <h3 className="conflict-what">{i18n._('对方改了什么')}</h3>
      <div className="conflict-diff">
        {stored ? (
          <Suspense fallback={<DeskLoading />}>
            <VersionDiff before={editing.saved} after={stored} known={known} />
          </Suspense>
        ) : (
          <p className={failed ? 'desk-wrong' : 'desk-note'}>{failed || i18n._('正在取对方的版本')}</p>
        )}
      </div>
      {wrong !== '' && (
        <p className="desk-wrong" role="alert">
          {wrong}
        </p>
      )}
    </Modal>
  )
}

/** Mine, kept while theirs is shown. */
export function MineKept({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { busy, wrong, run } = useChoice()
  const aside = useAside(desk)
  if (!desk.draft.editing.mine) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={wrong || i18n._('你没存上的改动还留在这台设备上')}
      action={
        <div className="desk-row">
          {desk.editable && (
            <Button size="small" onClick={desk.draft.takeMine}>
              {i18n._('用回我的')}
            </Button>
          )}
          <Button size="small" loading={busy === 'aside'} onClick={() => void run('aside', aside)}>
            {i18n._('另存为新内容')}
          </Button>
          <Button size="small" type="text" onClick={desk.draft.dropMine}>
            {i18n._('不要了')}
          </Button>
        </div>
      }
    />
  )
}
