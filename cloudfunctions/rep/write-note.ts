// She writes down what happened, or pastes what somebody said: kept as far as it may be, a dealing where it is one, a talk
// where it tells of something to talk about. The same id is the same note.
import type { Parsed } from '@shared/contracts'
import type { MemberId } from '@shared/domain/ids'
import { dealingOf, isPasted, mayWriteNote, type Note } from '@shared/domain/note'
import { withTouch } from '@shared/domain/sheet'
import { findSignals, type SignalRule } from '@shared/domain/signal'
import { addSignalTalk } from '../_kit/add-talk'
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { blankNotes, findNote, insertNote, removeNote } from '../_kit/data/notes'
import { reviseSheet } from '../_kit/data/sheets'
import { listRulesFor } from '../_kit/data/signal-rules'
import { ensure, found } from '../_kit/errors'
import { ensureKeepable } from '../_kit/keepable'
import { keepsWords } from '../_kit/keeps-words'
import { ensureOwnPhotos } from '../_kit/note-photos'
import { ensureOwnGroup, sameEntry } from '../_kit/own-entry'
import type { Handler } from '../_kit/serve'
import { showNotes } from '../_kit/show-file'

type Said = Parsed<'rep', 'note.write'>

/** May others' words be kept there? Under a group nobody has agreed. Refuses what is not hers. */
const openPlace = async (repId: MemberId, { contactId, groupId }: Pick<Said, 'contactId' | 'groupId'>) => {
  if (contactId) return keepsWords((await openContact(repId, contactId)).readers, contactId)
  if (groupId) await ensureOwnGroup(repId, groupId)
  return false
}

type Made = { keeps: boolean; rules: readonly SignalRule[]; at: number }

const noteOf = (repId: MemberId, said: Said, { keeps, rules, at }: Made): Note => {
  const { noteId, contactId, groupId, kind, text, agoMs, photos, purchase } = said
  const hits = findSignals(text, rules)
  return {
    ...{ _id: noteId, repId, contactId, groupId, kind, purchase, hits },
    text: isPasted(kind) && !keeps ? null : text,
    at: at - agoMs,
    writtenAt: at,
    photos: photos.map((fileId) => ({ fileId })),
    hitAt: hits.length ? at : null,
  }
}

/** Should her consent have ended while this was stored, what was stored goes with it. */
const keepNote = async (note: Note, said: Said): Promise<Note> => {
  const isNew = await insertNote(note)
  const stored = isNew ? note : sameEntry(await findNote(note._id), note)
  if (!isNew || !note.contactId) return stored
  try {
    if ((await openPlace(note.repId, said)) || note.text === null || !isPasted(note.kind)) return stored
    await blankNotes(note.contactId, [note.kind])
    return { ...stored, text: null }
  } catch (error) {
    await removeNote(note._id)
    throw error
  }
}

/** What a crash left undone is done when it is written again. */
const keepDealing = async ({ _id, repId, contactId, kind, at }: Note): Promise<void> => {
  const how = dealingOf(kind)
  if (how && contactId)
    await reviseSheet(contactId, repId, ({ touches }) => ({ touches: withTouch(touches, { id: _id, at, how }) }))
}

export const writeNote: Handler<'rep', 'note.write'> = async (said, { caller, checkTexts }) => {
  const [at, repId] = [now(), caller.member._id]
  const keeps = await openPlace(repId, said)
  const decision = mayWriteNote(said)
  ensure(decision, decision.ok ? undefined : decision.field)
  await ensureKeepable([said.text, said.purchase?.product ?? ''], checkTexts)
  await ensureOwnPhotos(repId, said.photos)
  const rules = await listRulesFor(repId)
  const note = await keepNote(noteOf(repId, said, { keeps, rules, at }), said)
  await keepDealing(note)
  const talk = note.hits.length && note.contactId ? await addSignalTalk(repId, note.contactId, at) : false
  const [shown] = await showNotes([note], { keepsWords: keeps, rules })
  return { note: found(shown, 'no-such-entry'), kept: note.text !== null, talk }
}
