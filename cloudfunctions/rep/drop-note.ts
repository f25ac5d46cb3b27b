// She takes a note back: it goes, with its photos and the dealing it told of.
import { dealingOf } from '@shared/domain/note'
import { withoutTouch } from '@shared/domain/sheet'
import { findNote, removeNote } from '../_kit/data/notes'
import { reviseSheet } from '../_kit/data/sheets'
import { deletePhotosOf } from '../_kit/note-photos'
import { ensureOwnEntry } from '../_kit/own-entry'
import type { Handler } from '../_kit/serve'

/** The note goes last: asked again after a crash, it still says what else is to go. */
export const dropNote: Handler<'rep', 'note.drop'> = async ({ noteId }, { caller: { member } }) => {
  const note = await findNote(noteId)
  if (note?.repId !== member._id) return { dropped: false }
  await ensureOwnEntry(member._id, note)
  await deletePhotosOf([note])
  if (note.contactId && dealingOf(note.kind))
    await reviseSheet(note.contactId, member._id, ({ touches }) =>
      touches.some(({ id }) => id === noteId) ? { touches: withoutTouch(touches, noteId) } : null,
    )
  return { dropped: (await removeNote(noteId)) > 0 }
}
