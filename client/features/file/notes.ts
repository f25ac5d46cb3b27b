// Notes of a contact or a group: written, and taken back.

import { PASTED } from '@shared/domain/note'
import { whenDelivered } from '@/platform/outbox'
import { queries } from '@/platform/queries'
import { announce } from './arrivals'
import { tell } from './tell'
import { askSheetAnew, type ContactSheet, type ShownNote, showSheet } from './use-sheet'

/** Whom or what a note is about. */
export type About = { contactId: string; groupId: null } | { contactId: null; groupId: string }
export type NewNote = Pick<ShownNote, 'noteId' | 'kind' | 'text' | 'purchase' | 'photos'> & {
  text: string
  agoMs: number
}

const MET: readonly string[] = ['meeting', 'consultation', 'purchase']

const withNote = (known: ContactSheet, note: ShownNote): ContactSheet => ({
  ...known,
  notes: [note, ...known.notes.filter(({ noteId }) => noteId !== note.noteId)].sort((a, b) => b.at - a.at),
})

const withMeeting = (known: ContactSheet, note: ShownNote): ContactSheet => {
  const { lastContactAt } = known.sheet
  if (!MET.includes(note.kind) || note.at <= (lastContactAt ?? 0)) return known
  return { ...known, sheet: { ...known.sheet, lastContactAt: note.at, unanswered: 0 } }
}

/** Her own words are not shown, nor remembered by this phone, where they will not be kept. */
const asKept = (note: ShownNote, { keepsWords }: ContactSheet): ShownNote =>
  PASTED.includes(note.kind) && !keepsWords ? { ...note, text: null } : note

/** Also of a group: then no file shows it, and the answer is all there is to see. */
export const writeNote = async (about: About, { agoMs, photos, ...note }: NewNote) => {
  const payload = { ...about, ...note, agoMs, photos: photos.map(({ fileId }) => fileId) }
  const shown = { ...note, ...about, photos, at: Date.now() - agoMs, hits: [] }
  const answer = await tell(
    { key: `note.${note.noteId}`, action: 'note.write', payload },
    {
      at: about.contactId ?? '',
      change: (known) => withMeeting(withNote(known, asKept(shown, known)), shown),
      settle: (known, told) => withNote(known, told.note),
    },
  )
  if (answer?.talk) void queries.invalidateQueries({ queryKey: ['rep', 'talk.list'] })
  return answer
}

export const dropNote = async (contactId: string, noteId: string) => {
  const answer = await tell(
    { key: `note.${noteId}`, action: 'note.drop', payload: { noteId } },
    {
      at: contactId,
      change: (known) => ({ ...known, notes: known.notes.filter((note) => note.noteId !== noteId) }),
    },
  )
  if (answer) askSheetAnew(contactId) // when they last met may be another day now
  return answer
}

whenDelivered('note.write', (answer, { contactId }) => {
  if (contactId === null) return
  showSheet(contactId, (known) => withNote(known, answer.note))
  if (answer.note.hits.length > 0) announce({ of: 'hits', contactId, kept: answer })
})
