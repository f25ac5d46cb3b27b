// What was said is taken back: is it the last word still, and what is there without it?
import type { Contact } from './contact'
import type { LinkEventId } from './ids'
import { type Linked, type LinkFacts, settle } from './link'
import type { Link, LinkEvent } from './reader'

export type UndoRefusal = 'changed-since' | 'not-undoable'
type Named = Pick<Contact, '_id' | 'repId' | 'remark' | 'namedAt' | 'namedBy'>
type Refused = { ok: false; reason: UndoRefusal }

/** Only what was said last can go; what that was said over comes back with it and can go next. */
export const mayUndo = (
  event: LinkEvent,
  present: { reader: Pick<Linked, 'link'> | null; contact: Pick<Contact, 'namedBy'> | null },
): { ok: true } | Refused => {
  if (event.act === 'introduce' || event.act === 'undo') return { ok: false, reason: 'not-undoable' }
  const last = event.act === 'name' ? present.contact?.namedBy : present.reader?.link.by
  return last === event._id ? { ok: true } : { ok: false, reason: 'changed-since' }
}

const undoEvent = (event: LinkEvent, eventId: LinkEventId, now: number): LinkEvent => ({
  ...event,
  _id: eventId,
  act: 'undo',
  at: now,
  undoneBy: null,
  undoes: event._id,
})

type Undo = { eventId: LinkEventId; now: number }

/** What she opened meanwhile, and what she calls herself now, count as if it had never been said. */
export const undoLink = (
  event: LinkEvent,
  reader: Linked,
  facts: LinkFacts,
  { eventId, now }: Undo,
): { ok: true; link: Link; event: LinkEvent } | Refused => {
  const { link: before } = event.before
  const may = mayUndo(event, { reader, contact: null })
  if (!may.ok) return may
  if (before === null) return { ok: false, reason: 'not-undoable' }
  const { likely } = reader.link
  const link = { ...settle({ ...reader, link: { ...before, likely } }, facts), by: before.by ?? null }
  const undone = undoEvent(event, eventId, now)
  return {
    ok: true,
    link,
    event: { ...undone, before: { link: reader.link, remark: null }, after: { link, remark: null } },
  }
}

/** The rep calls a contact something. `reader`: whose own contact it is, as far as is known. */
export const applyName = (
  contact: Named,
  { eventId, remark, reader }: { eventId: LinkEventId; remark: string; reader: Linked | null },
  now: number,
): { named: Pick<Contact, 'remark' | 'namedAt' | 'namedBy'>; event: LinkEvent } => ({
  named: { remark, namedAt: now, namedBy: eventId },
  event: {
    _id: eventId,
    repId: contact.repId,
    personId: reader?.personId ?? null,
    readerId: reader?._id ?? null,
    contactId: contact._id,
    act: 'name',
    at: now,
    before: { link: null, remark: contact.remark, named: { by: contact.namedBy ?? null, at: contact.namedAt } },
    after: { link: null, remark },
    undoneBy: null,
  },
})

export const undoName = (
  event: LinkEvent,
  contact: Named,
  { eventId, now }: Undo,
): { ok: true; named: Pick<Contact, 'remark' | 'namedAt' | 'namedBy'>; event: LinkEvent } | Refused => {
  const may = mayUndo(event, { reader: null, contact })
  if (!may.ok) return may
  const { remark, named } = event.before
  const undone = undoEvent(event, eventId, now)
  return {
    ok: true,
    named: { remark, namedAt: named?.at ?? null, namedBy: named?.by ?? null },
    event: { ...undone, before: { link: null, remark: contact.remark }, after: { link: null, remark } },
  }
}
