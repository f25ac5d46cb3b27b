// The editor: what stands above it, the form on the left, the phone on the right (below on a phone).
import { useLingui } from '@lingui/react'
import { Alert, ConfigProvider } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { DraftForm, ShownPost } from '@/features/post/draft-form'
import { useAddress } from './Address'
import { ArticlePart } from './ArticlePart'
import { ConflictDialog, MineKept } from './Conflict'
import { DetailsPart } from './DetailsPart'
import { EditorBar } from './EditorBar'
import { EditorLine } from './EditorLine'
import { ImagesPart } from './ImagesPart'
import { MeaningPart } from './MeaningPart'
import { OfferedNotice } from './OfferedNotice'
import { Outcome } from './Outcome'
import { PoolPage } from './PoolPage'
import { Preview } from './Preview'
import { SafetyPanel } from './SafetyPanel'
import { DeskLoading } from './States'
import { TextPart } from './TextPart'
import { type PostDesk, usePostDesk } from './use-post-desk'
import { usePresence } from './use-presence'
import './versions.scss'

/** Comparing texts is not needed for writing them. */
const VersionsPage = lazy(() => import('./VersionsPage').then((part) => ({ default: part.VersionsPage })))

type Props = { postId: string; post: ShownPost | null; saved: DraftForm }

/** Ctrl+S and ⌘S store. */
const useSaveKey = (desk: PostDesk): void => {
  const { editable, draft } = desk
  const { save } = draft
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      if (editable) void save()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [editable, save])
}

export function EditorDesk(props: Props) {
  const { i18n } = useLingui()
  const desk = usePostDesk(props)
  useSaveKey(desk)
  const { view } = useAddress().address
  const presence = usePresence(desk.postId, desk.editable && desk.draft.editing.version > 0)
  const [looking, setLooking] = useState(false)
  const isBeside = view === 'pool' || view === 'versions'
  return (
    <div className="desk-editor">
      <EditorBar desk={desk} />
      <EditorLine desk={desk} presence={presence} onLook={() => setLooking(true)} />
      <div className="desk-notices">
        {desk.refusal?.field === 'form' && <Alert type="error" showIcon title={desk.refusal.message} />}
        {desk.post && <Outcome post={desk.post} />}
        {desk.post && <OfferedNotice post={desk.post} />}
        {!desk.editable && <Alert type="info" showIcon title={i18n._('发出去的内容不能直接改。先撤回，改好再发')} />}
        <MineKept desk={desk} />
      </div>
      {view === 'pool' && <PoolPage desk={desk} />}
      {view === 'versions' && (
        <Suspense fallback={<DeskLoading />}>
          <VersionsPage desk={desk} />
        </Suspense>
      )}
      {/* kept while something beside it is looked at: pictures on their way arrive */}
      <div className="desk-columns" hidden={isBeside}>
        <ConfigProvider componentDisabled={!desk.editable}>
          <div className="desk-form">
            <TextPart desk={desk} />
            <ImagesPart desk={desk} />
            <MeaningPart desk={desk} />
            <DetailsPart desk={desk} />
            <ArticlePart desk={desk} />
            <SafetyPanel desk={desk} />
          </div>
        </ConfigProvider>
        <Preview desk={desk} />
      </div>
      <ConflictDialog desk={desk} looking={looking} onClose={() => setLooking(false)} />
    </div>
  )
}
