// Writing something down, of a contact or a group: one field, one button; at once it is told what was found in it.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { NoteKind } from '@shared/domain/note'
import { PASTED } from '@shared/domain/note'
import { View } from '@tarojs/components'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { Sheet } from '@/ui/Sheet'
import { Chips } from './Chips'
import { NoteKept } from './NoteKept'
import { wordNoteKind } from './note-words'
import type { About } from './notes'
import { PickPhotos } from './PickPhotos'
import { PurchaseFields } from './PurchaseFields'
import { longest, type NoteDraft, type Told, useNote } from './use-note'
import { usePhotos } from './use-photos'
import './NoteSheet.scss'

type Props = {
  about: About
  kind: NoteKind
  keepsWords: boolean // may what she said be kept in her own words?
  onTold: (told: Told) => void
  onClose: () => void
}

const HAPPENED: readonly NoteKind[] = ['purchase', 'consultation', 'meeting', 'delight']
const DAYS_BACK = [0, 1, 2, 7] as const

const askFor = (kind: NoteKind, i18n: I18n): { label: string; placeholder: string } => {
  switch (kind) {
    case 'note':
      return { label: i18n._('记什么'), placeholder: i18n._('比如 喜欢淡一点的香味') }
    case 'words':
      return { label: i18n._('她说的话'), placeholder: i18n._('把她的话粘贴到这里') }
    case 'moment':
      return { label: i18n._('她发的朋友圈'), placeholder: i18n._('把文字粘贴到这里') }
    case 'group':
      return { label: i18n._('群里说的话'), placeholder: i18n._('把群里的话粘贴到这里，不用写谁说的') }
    case 'purchase':
      return { label: i18n._('还想记一句（可不写）'), placeholder: i18n._('比如 说是给妈妈买的') }
    case 'consultation':
      return { label: i18n._('问了什么'), placeholder: i18n._('比如 两颊发干，问能不能叠着用') }
    case 'meeting':
      return { label: i18n._('聊了什么（可不写）'), placeholder: i18n._('比如 到店试了新色号') }
    case 'delight':
      return { label: i18n._('给了她什么小惊喜'), placeholder: i18n._('比如 送了她喜欢的小样') }
  }
}

const hintFor = (kind: NoteKind, keepsWords: boolean, i18n: I18n): string => {
  if (kind === 'group') return i18n._('群里的原话不会保存，只记下命中的商机词')
  if (!PASTED.includes(kind)) return i18n._('只有你看得到。孩子只写阶段，不写名字、几岁、哪个学校')
  return keepsWords ? i18n._('只有你看得到，最多留 180 天') : i18n._('她还没同意，原话不会保存，只记下命中的商机词')
}

function When({ draft, onChange }: { draft: NoteDraft; onChange: (daysAgo: number) => void }) {
  const { i18n } = useLingui()
  const names = [i18n._('今天'), i18n._('昨天'), i18n._('前天'), i18n._('一周前')]
  return (
    <Chips
      id="days-ago"
      label={i18n._('什么时候')}
      options={DAYS_BACK.map((value, n) => ({ value, name: names[n] ?? '' }))}
      chosen={[draft.daysAgo]}
      onToggle={onChange}
    />
  )
}

function Form({ about, kind: opened, keepsWords, onTold, onClose }: Props) {
  const { i18n } = useLingui()
  const note = useNote(about, opened, { onTold, onClose })
  const photos = usePhotos()
  const { draft, change } = note
  const { kind } = draft
  if (note.kept) return <NoteKept kept={note.kept} onClose={onClose} />
  const sources = (['words', 'moment'] as const).map((value) => ({
    ...{ value, name: wordNoteKind(value, i18n), id: `from-${value}` },
  }))
  return (
    <View className="note-form">
      {(kind === 'words' || kind === 'moment') && (
        <Choice options={sources} chosen={kind} onChange={(next) => change({ kind: next })} />
      )}
      {kind === 'purchase' && <PurchaseFields draft={draft} onChange={change} />}
      {HAPPENED.includes(kind) && <When draft={draft} onChange={(daysAgo) => change({ daysAgo })} />}
      <Field
        id="note-text"
        {...askFor(kind, i18n)}
        value={draft.text}
        onChange={(text) => change({ text })}
        hint={hintFor(kind, keepsWords, i18n)}
        error={note.error || undefined}
        maxLength={longest(kind)}
        lines={PASTED.includes(kind) ? 5 : 3}
      />
      {kind === 'consultation' && <PickPhotos photos={photos} />}
      <Button
        id="keep-note"
        busy={note.busy}
        disabled={!note.enough(photos.taken.length) || !photos.ready}
        onTap={() => note.save(photos.taken)}
      >
        {i18n._('记下')}
      </Button>
    </View>
  )
}

export function NoteSheet(props: Props) {
  const { i18n } = useLingui()
  return (
    <Sheet open title={wordNoteKind(props.kind, i18n)} closeLabel={i18n._('关上')} onClose={props.onClose}>
      <Form {...props} />
    </Sheet>
  )
}
