// A world of links without a cloud: readers, contacts, and what becomes of them by one act after another.
import type { Contact } from '../../shared/domain/contact'
import type { ContactId, LinkEventId, MemberId, PersonId, PostId, ReaderId, ShareToken } from '../../shared/domain/ids'
import { profileOf } from '../../shared/domain/interest'
import {
  applyLink,
  certaintyUnder,
  type LinkAsk,
  type LinkFacts,
  newLink,
  noteLikely,
  settle,
  speakersFor,
} from '../../shared/domain/link'
import { applyName, undoLink, undoName } from '../../shared/domain/link-undo'
import type { LinkEvent, ReadEntry, Reader } from '../../shared/domain/reader'
import { tagsOf } from '../../shared/domain/tag'

export const START = 1_790_000_000_000
const MINUTE_MS = 60_000
const repId = 'rep' as MemberId

type Known = Pick<Reader, '_id' | 'repId' | 'personId' | 'selfName' | 'link' | 'entries'>
export type World = { readers: Map<ReaderId, Known>; contacts: Map<ContactId, Contact>; history: LinkEvent[] }

export const READERS = ['r0', 'r1', 'r2'] as readonly string[] as readonly ReaderId[]
export const ownOf = (id: ReaderId): ContactId => `own-${id}` as ContactId
export const CONTACTS = [...READERS.map(ownOf), ...(['c0', 'c1'] as readonly string[] as readonly ContactId[])]

export type Op =
  | { op: 'say'; reader: ReaderId; act: LinkAsk['act']; contactId: ContactId }
  | { op: 'name'; contactId: ContactId; remark: string }
  | { op: 'introduce'; reader: ReaderId; name: string | null }
  | { op: 'open'; reader: ReaderId; contactId: ContactId }
  | { op: 'read'; reader: ReaderId; topic: string }
  | { op: 'tag'; contactId: ContactId; tag: string }

const newContact = (_id: ContactId): Contact => {
  const isOwn = _id.startsWith('own-')
  return {
    ...{ _id, repId, remark: isOwn ? null : `written ${_id}`, createdAt: START, namedAt: isOwn ? null : START },
    ...{ origin: isOwn ? 'reader' : 'rep', readers: isOwn ? 1 : 0, tags: [], homeId: null },
  }
}

const newReader = (_id: ReaderId): Known => ({
  ...{ _id, repId, personId: `person of ${_id}` as PersonId, selfName: null },
  ...{ link: newLink(ownOf(_id)), entries: {} },
})

export const newWorld = (): World => ({
  readers: new Map(READERS.map((id) => [id, newReader(id)])),
  contacts: new Map(CONTACTS.map((id) => [id, newContact(id)])),
  history: [],
})

const must = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('It is not in this world')
  return value
}

export const factsOf = ({ readers, contacts }: World, { _id }: Known): LinkFacts => {
  const sure = [...readers.values()].filter((other) => other._id !== _id && other.link.certainty === 'certain')
  const own = ownOf(_id)
  return { own, ownRemark: contacts.get(own)?.remark ?? null, closed: sure.map(({ link }) => link.contactId) }
}

const withReader = (world: World, reader: Known): World => ({
  ...world,
  readers: new Map(world.readers).set(reader._id, reader),
})
const withContact = (world: World, contact: Contact): World => ({
  ...world,
  contacts: new Map(world.contacts).set(contact._id, contact),
})
const tell = (world: World, event: LinkEvent): World => ({ ...world, history: [...world.history, event] })

const settled = (world: World, which: (reader: Known) => boolean): World =>
  [...world.readers.values()]
    .filter(which)
    .reduce((w, reader) => withReader(w, { ...reader, link: settle(reader, factsOf(w, reader)) }), world)

/** As the cloud does it: only whom it concerns is settled anew. */
const move = (world: World, reader: Known): World => {
  const before = must(world.readers.get(reader._id)).link
  const moved = withReader(world, reader)
  if (before.certainty !== 'certain' && reader.link.certainty !== 'certain') return moved
  const touched = [before.contactId, reader.link.contactId]
  return settled(
    moved,
    ({ _id, link }) => _id !== reader._id && link.likely.some(({ contactId }) => touched.includes(contactId)),
  )
}
const rename = (world: World, contact: Contact): World =>
  [...world.readers.values()]
    .filter(({ _id }) => ownOf(_id) === contact._id)
    .reduce(
      (w, reader) => move(w, { ...reader, link: settle(reader, factsOf(w, reader)) }),
      withContact(world, contact),
    )

const say = (world: World, reader: Known, ask: LinkAsk, now: number): World | null => {
  const decision = applyLink(reader, ask, factsOf(world, reader), now)
  return decision.ok ? tell(move(world, { ...reader, link: decision.link }), decision.event) : null
}

const name = (world: World, contactId: ContactId, remark: string, at: { eventId: LinkEventId; now: number }) => {
  const contact = must(world.contacts.get(contactId))
  if (contact.remark === remark) return null
  const { named, event } = applyName(contact, { eventId: at.eventId, remark, reader: null }, at.now)
  return tell(rename(world, { ...contact, ...named }), event)
}

const read = (world: World, reader: Known, topic: string, now: number): World => {
  const postId = `post about ${topic}` as PostId
  const entry: ReadEntry = { postId, at: now, ms: MINUTE_MS, score: 0.7, depth: 1, topics: [topic] }
  return withReader(world, { ...reader, entries: { ...reader.entries, [`reading at ${now}`]: entry } })
}

/** The world after it, or null when it was refused. `nth` makes its id and its instant. */
export const act = (world: World, op: Op, nth: number): World | null => {
  const [eventId, now] = [`event-${nth}` as LinkEventId, START + nth * MINUTE_MS]
  if (op.op === 'name') return name(world, op.contactId, op.remark, { eventId, now })
  if (op.op === 'tag') {
    const contact = must(world.contacts.get(op.contactId))
    return withContact(world, { ...contact, tags: [...new Set([...contact.tags, op.tag])] })
  }
  const reader = must(world.readers.get(op.reader))
  if (op.op === 'read') return read(world, reader, op.topic, now)
  if (op.op === 'say')
    return say(world, reader, { eventId, act: op.act, contactId: op.act === 'own' ? null : op.contactId }, now)
  if (op.op === 'introduce') {
    const named = { ...reader, selfName: op.name }
    return say(withReader(world, named), named, { eventId, act: 'introduce', contactId: null }, now)
  }
  const card = { contactId: op.contactId, token: `card-${nth}` as ShareToken, postId: 'post' as PostId, at: now }
  return move(world, { ...reader, link: noteLikely(reader, card, factsOf(world, reader)) })
}

/** Takes back what was said as the nth act; null when it is not the last word. */
export const takeBack = (world: World, nth: number): World | null => {
  const event = must(world.history.find(({ _id }) => _id === `event-${nth}`))
  const undo = { eventId: `undo-${nth}` as LinkEventId, now: START + nth * MINUTE_MS }
  if (event.act === 'name') {
    const contact = must(world.contacts.get(event.contactId))
    const undone = undoName(event, contact, undo)
    return undone.ok ? tell(rename(world, { ...contact, ...undone.named }), undone.event) : null
  }
  const reader = must(world.readers.get(must(event.readerId)))
  const undone = undoLink(event, reader, factsOf(world, reader), undo)
  return undone.ok ? tell(move(world, { ...reader, link: undone.link }), undone.event) : null
}

/** Does every link follow from what was said and opened? Settling anew would change nothing. */
export const isSettled = (world: World): boolean =>
  [...world.readers.values()].every((reader) => {
    const { contactId, certainty } = settle(reader, factsOf(world, reader))
    return contactId === reader.link.contactId && certainty === reader.link.certainty
  })

/** All that a rep can see, contact by contact, an hour after everything. */
export const viewOf = (world: World) => {
  const now = START + 1_000 * MINUTE_MS
  const readers = [...world.readers.values()].map((reader) => {
    const profile = { tagsOn: true, muted: [] }
    return { ...reader, ...profile, ...profileOf(reader.entries, profile, now) }
  })
  return [...world.contacts.values()].map(({ _id, remark, namedAt, tags }) => {
    const under = readers.filter((reader) => certaintyUnder(reader, _id) !== null)
    const timeline = under.flatMap((reader) =>
      Object.entries(reader.entries).map(([id, { at }]) => ({ id, at, certainty: certaintyUnder(reader, _id) })),
    )
    return {
      ...{ contactId: _id, remark, namedAt, given: tags, readers: under.map((reader) => reader._id).sort() },
      timeline: timeline.sort((a, b) => b.at - a.at),
      tags: tagsOf(speakersFor(under, _id), now),
    }
  })
}
