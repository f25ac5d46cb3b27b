// What did a rep write down or paste, about whom? Lists come the latest first; a note never changes but for what must go.
import type { ContactId, GroupId, MemberId, NoteId } from '@shared/domain/ids'
import type { Note, NoteKind } from '@shared/domain/note'
import { above, below, type Condition, collection, oneOf, upTo } from '../collection'
import { type Page, pageNewest } from '../page'

const notes = collection<Note>('notes')

/** A pasted text may be 6 KB. */
const SHOWN_MAX = 100

export const findNote = (id: NoteId): Promise<Note | null> => notes.get(id)
export const findNotes = (ids: readonly NoteId[]): Promise<Note[]> => notes.findMany(ids)

/** False when one of that id is there. */
export const insertNote = (note: Note): Promise<boolean> => notes.insertIfAbsent(note)

export const listNotesOf = (contactId: ContactId): Promise<Note[]> =>
  notes.find({ contactId }, { order: [['at', 'desc']], limit: SHOWN_MAX })

export const listNotesOfGroup = (groupId: GroupId): Promise<Note[]> =>
  notes.find({ groupId }, { order: [['at', 'desc']], limit: SHOWN_MAX })

const FACTS = ['contactId', 'at', 'writtenAt', 'photos', 'purchase', 'hits', 'hitAt'] as const
/** One with six photos, or a rule met in thirty places, is 2 KB. */
const PORTION = 400
/** A note without its words, which are long. */
export type NoteFacts = Pick<Note, (typeof FACTS)[number] | '_id'>

/** All that meet the condition, in portions; those of one instant are fewer than a portion. */
const readNewest = async (of: (until: number) => Condition<Note>, by: 'at' | 'hitAt'): Promise<NoteFacts[]> => {
  const all = new Map<NoteId, NoteFacts>()
  for (let until = Number.MAX_SAFE_INTEGER; ; ) {
    const portion = await notes.find(of(until), { order: [[by, 'desc']], fields: FACTS, limit: PORTION })
    for (const note of portion) all.set(note._id, note)
    const last = portion.at(-1)?.[by] ?? null
    if (last === null || portion.length < PORTION || last === until) return [...all.values()]
    until = last
  }
}

const listKind = (repId: MemberId, kind: NoteKind): Promise<NoteFacts[]> =>
  readNewest((until) => ({ repId, kind, at: upTo(until) }), 'at')

/** What her contacts bought, by when. */
export const listPurchases = (repId: MemberId): Promise<NoteFacts[]> => listKind(repId, 'purchase')

/** Where a rule was met in what she wrote or pasted after then. */
export const listHits = (repId: MemberId, sinceAt: number): Promise<NoteFacts[]> =>
  readNewest((until) => ({ repId, hitAt: (_) => _.gt(sinceAt).and(_.lte(until)) }), 'hitAt')

/** The latest first. */
export const pageHits = (repId: MemberId, cursor: string | undefined, size: number): Promise<Page<Note>> =>
  pageNewest(notes, { repId, hitAt: above(0) }, { by: 'hitAt', cursor, size })

/** All under a contact, in portions, for who must not miss one. */
export const listAllNotesOf = (contactId: ContactId): Promise<NoteFacts[]> =>
  readNewest((until) => ({ contactId, at: upTo(until) }), 'at')

export const countNotesOf = (contactId: ContactId): Promise<number> => notes.count({ contactId })

/** Their words go; that a rule was met, and when, remains. */
export const blankNotes = (contactId: ContactId, kinds: readonly NoteKind[]): Promise<number> =>
  notes.change({ contactId, kind: oneOf(kinds), text: (_) => _.neq(null) }, { text: null })

export const removeNote = (id: NoteId): Promise<number> => notes.remove({ _id: id })
export const removeNotesOf = (contactId: ContactId): Promise<number> => notes.remove({ contactId })

/** Those of that kind written before then, the text with what was found in it. */
export const removeNotesWrittenBefore = (kind: NoteKind, at: number): Promise<number> =>
  notes.remove({ kind, writtenAt: below(at) })
