// One opened kit: her text and pictures, the saving, the sharing.
import { useLingui } from '@lingui/react'
import { Canvas, Text, View } from '@tarojs/components'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CountedCircle } from '@/features/circle/use-own-circles'
import { repaintPictures } from '@/features/kit/own-pictures'
import { isSaving, savedOf } from '@/features/kit/save-state'
import { recallSaved, setKey } from '@/features/kit/saves'
import { shownText, type TextForm } from '@/features/kit/shown-text'
import type { OpenedKit } from '@/features/kit/use-kits'
import { useSave } from '@/features/kit/use-save'
import { boundToken } from '@/features/share/ShareButton'
import { sendCard } from '@/features/share/send'
import { openPage } from '@/platform/nav'
import { useShareCard } from '@/platform/share'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { EditSheet } from './EditSheet'
import { ForContact } from './ForContact'
import { ForGroup } from './ForGroup'
import { Origin } from './Origin'
import { PictureActs } from './PictureActs'
import { PictureGrid } from './PictureGrid'
import { PostedMark } from './PostedMark'
import { PosterSheet } from './PosterSheet'
import { CANVAS_ID } from './paint-picture'
import { SaveBar } from './SaveBar'
import { SaveSheet } from './SaveSheet'
import { Suits } from './Suits'
import { TextActs } from './TextActs'
import { CommentCard, TextCard } from './TextCard'
import { useAsking } from './use-asking'
import { usePictures } from './use-pictures'
import './KitView.scss'

/** forGroup: the group she came from to send it there, or ''. */
type Props = { kit: OpenedKit; readerUrl: string; startAtOnce: boolean; offline: boolean; forGroup?: string }

const ENDS = ['done', 'album-refused', 'privacy-refused']

const coverOf = (kit: OpenedKit): string => (kit.cover ?? kit.images[0]?.image)?.url ?? ''

export function KitView({ kit, readerUrl, startAtOnce, offline, forGroup = '' }: Props) {
  const { i18n } = useLingui()
  const { previews, pictures } = usePictures(kit)
  const [form, setForm] = useState<TextForm>('full')
  const shown = useMemo(() => shownText(kit.text, form), [kit.text, form])
  const { state, start, startOver, openSetting } = useSave(kit, pictures, shown.text)
  const repaint = useAsking(() => repaintPictures(kit))
  const [sheet, setSheet] = useState<'' | 'save' | 'poster' | 'contact' | 'group' | 'edit'>(forGroup && 'group')
  const [within, setWithin] = useState<CountedCircle | null>(null)
  const forWhom = (circle: CountedCircle | null) => {
    setWithin(circle)
    setSheet('contact')
  }
  const started = useRef(false)
  useShareCard((share) => sendCard({ postId: kit.postId, title: kit.title, imageUrl: coverOf(kit) }, boundToken(share)))

  useEffect(() => {
    if (ENDS.includes(state.phase)) setSheet('save')
  }, [state.phase])
  const run = (work: () => Promise<void>) => {
    setSheet('')
    void work()
  }
  const set = setKey(kit.postId, kit.version, kit.pictureRolls)
  // the mark says only that some set was saved: with a second one it may have been the first
  const savedHere = useMemo(() => recallSaved(set).length > 0, [set])
  const savedBefore = savedHere || (kit.pictureRolls === 0 && kit.marks.savedAt !== null)
  const whole = state.images.length > 0 && state.images.every((step) => step === 'saved')
  const begin = whole ? startOver : start
  useEffect(() => {
    if (!startAtOnce || started.current) return
    started.current = true
    void begin()
  }, [startAtOnce, begin])

  return (
    <View className="kit">
      <View className="kit-title" {...heading(1)}>
        {kit.title}
      </View>
      <TextCard kit={kit} shown={shown} onForm={setForm}>
        <TextActs kit={kit} offline={offline} onEdit={() => setSheet('edit')} />
        <Origin kit={kit} />
      </TextCard>
      <PictureGrid kit={kit} previews={previews} state={state} />
      <PictureActs
        kit={kit}
        offline={offline}
        saving={isSaving(state)}
        savedBefore={savedOf(state).length > 0}
        repaint={repaint}
      />
      <CommentCard comment={kit.firstComment} afterRest={shown.rest !== ''} />
      {kit.credit && <Text className="kit-credit">{i18n._('文末会写：感谢{name}投稿', { name: kit.credit })}</Text>}
      <Suits postId={kit.postId} onPick={forWhom} />
      <View className="kit-more">
        <Button kind="plain" onTap={() => forWhom(null)}>
          {i18n._('转发给某位客户')}
        </Button>
        <Button kind="plain" onTap={() => setSheet('group')}>
          {i18n._('发到群里')}
        </Button>
        <Button kind="plain" onTap={() => openPage(`/pkgs/rep/readers/index?p=${kit.postId}`)}>
          {i18n._('谁读了这篇')}
        </Button>
      </View>
      {(kit.marks.savedAt !== null || kit.marks.postedAt !== null) && <PostedMark kit={kit} />}
      <SaveBar
        state={state}
        savedBefore={savedBefore}
        held={repaint.busy}
        postId={kit.postId}
        readerUrl={readerUrl}
        onSave={() => run(start)}
        onSaveAgain={() => run(startOver)}
        onPoster={() => setSheet('poster')}
      />
      <SaveSheet
        kit={kit}
        shown={shown}
        state={state}
        open={sheet === 'save'}
        onClose={() => setSheet('')}
        onStart={() => run(start)}
        onSetting={() => run(openSetting)}
      />
      <PosterSheet kit={kit} open={sheet === 'poster'} onClose={() => setSheet('')} />
      {sheet === 'edit' && <EditSheet kit={kit} offline={offline} onClose={() => setSheet('')} />}
      {sheet === 'contact' && (
        <ForContact postId={kit.postId} readerUrl={readerUrl} within={within} onClose={() => setSheet('')} />
      )}
      {sheet === 'group' && (
        <ForGroup postId={kit.postId} readerUrl={readerUrl} first={forGroup} onClose={() => setSheet('')} />
      )}
      {process.env.TARO_ENV === 'weapp' && <Canvas type="2d" id={CANVAS_ID} className="kit-canvas" />}
    </View>
  )
}
