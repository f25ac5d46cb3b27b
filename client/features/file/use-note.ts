// One note on its way: begun, kept as a draft, refused with what she wrote still there, or kept with what was found in it.
import { useLingui } from '@lingui/react'
import type { Output } from '@shared/contracts'
import { NOTE_MAX, PASTE_MAX } from '@shared/domain/limits'
import type { NoteKind } from '@shared/domain/note'
import { PASTED } from '@shared/domain/note'
import { useState } from 'react'
import { mintId } from '@/platform/mint'
import { useIsAlive } from '@/platform/page'
import { wordChildFacts, wordRefused } from './child-facts'
import { dropDraft, keepDraft, recallDraft } from './drafts'
import { fenOf } from './note-words'
import { type About, dropNote, type NewNote, writeNote } from './notes'

const DAY_MS = 86_400_000

export type NoteDraft = {
  noteId: string
  kind: NoteKind
  text: string
  daysAgo: number
  product: string
  cycleDays: number // 0: bought once
  amount: string // 元, as typed
  sent?: boolean // as it stands it may have arrived: written otherwise it is another note
}
export type KeptNote = Output<'rep', 'note.write'>
/** What is told of an act when its sheet is closed; `back` takes it back. */
export type Told = { words: string; back?: () => Promise<unknown> }

const emptyDraft = (kind: NoteKind): NoteDraft => ({
  ...{ noteId: mintId(), kind, text: '', daysAgo: 0, product: '', cycleDays: 0, amount: '' },
})

export const longest = (kind: NoteKind): number => (PASTED.includes(kind) ? PASTE_MAX : NOTE_MAX)

const noteOf = (draft: NoteDraft, photos: NewNote['photos']): NewNote => ({
  noteId: draft.noteId,
  kind: draft.kind,
  text: draft.text.trim(),
  agoMs: draft.daysAgo * DAY_MS,
  photos,
  purchase:
    draft.kind === 'purchase'
      ? {
          product: draft.product.trim(),
          cycleDays: draft.cycleDays || null,
          amountFen: fenOf(draft.amount) ?? null,
        }
      : null,
})

/** Is there enough to keep? Of what happened, that it happened is enough. */
const isWorthKeeping = ({ kind, text, product, amount }: NoteDraft, photos: number): boolean => {
  if (kind === 'purchase') return product.trim() !== '' && fenOf(amount) !== null
  if (kind === 'meeting') return true
  return text.trim() !== '' || (kind === 'consultation' && photos > 0)
}

type Ends = { onTold: (told: Told) => void; onClose: () => void }

export const useNote = (about: About, opened: NoteKind, { onTold, onClose }: Ends) => {
  const { i18n } = useLingui()
  const slot = `${about.contactId ?? about.groupId}.${opened}`
  const [draft, setDraft] = useState(() => recallDraft<NoteDraft>(slot) ?? emptyDraft(opened))
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const [kept, setKept] = useState<KeptNote | null>(null)
  const isAlive = useIsAlive()

  const put = (next: NoteDraft) => {
    setDraft(next)
    keepDraft(slot, next)
  }
  const change = (part: Partial<NoteDraft>) => {
    const { sent = false, ...before } = draft
    put({ ...before, ...part, ...(sent ? { noteId: mintId() } : {}) })
    setError('')
  }
  const refuse = (failure: unknown) => {
    const words = wordRefused(failure)
    if (isAlive()) setError(words)
    else onTold({ words: i18n._('没记上，草稿还在：{why}', { why: words }) })
  }
  const end = (answer: KeptNote | null) => {
    dropDraft(slot)
    if (answer && isAlive() && (answer.note.hits.length > 0 || !answer.kept)) return setKept(answer)
    const { contactId } = about
    const { noteId } = draft
    onTold({
      words: answer ? i18n._('记下了') : i18n._('记下了，连上网就送出'),
      ...(contactId === null ? {} : { back: () => dropNote(contactId, noteId) }),
    })
    if (isAlive()) onClose()
  }
  const save = (photos: NewNote['photos']) => {
    const child = wordChildFacts(`${draft.product} ${draft.text}`)
    if (child !== '') return setError(child)
    setBusy(true)
    put({ ...draft, sent: true })
    void writeNote(about, noteOf(draft, photos))
      .then(end, refuse)
      .finally(() => isAlive() && setBusy(false))
  }
  return { draft, change, save, busy, error, kept, enough: (photos: number) => isWorthKeeping(draft, photos) }
}
