// What may rules ask of each of a rep's contacts? Stored facts, gathered; what rests on reading only where she agreed to it.
import { mayOpenContact } from '@shared/domain/access'
import { type CircleFacts, levelOf } from '@shared/domain/circle'
import { dayOf } from '@shared/domain/day'
import { isSold } from '@shared/domain/deal'
import type { ContactId, MemberId } from '@shared/domain/ids'
import { speakersFor } from '@shared/domain/link'
import type { Member } from '@shared/domain/member'
import type { Reader } from '@shared/domain/reader'
import { newSheet, type Sheet, type Touch } from '@shared/domain/sheet'
import { keepGiven, tagsOf } from '@shared/domain/tag'
import { DEEP_SCORE_MIN, THANKS_DEEP_MIN } from '@shared/domain/talk-clues'
import { tasteOf } from '@shared/domain/taste'
import { onlyKnown, readersUnder } from './contact-file'
import { listCircleContacts, listCircleDeals } from './data/circles'
import { findContacts } from './data/contacts'
import { listDealsOf } from './data/deals'
import { listAllNotesOf, listPurchases, type NoteFacts } from './data/notes'
import { findReaders, type KnownLight, listLightOfContacts, listReadersOfRep } from './data/readers'
import { listBoundRoots, listRootsTo } from './data/shares'
import { findSheets, listSheets } from './data/sheets'
import { findTallies } from './data/tallies'

type Dealt = Awaited<ReturnType<typeof listCircleDeals>>[number]
type Contact = Awaited<ReturnType<typeof listCircleContacts>>[number]
/** A contact with the facts of her; the remark is her rep's alone. */
export type Known = { contactId: ContactId; remark: string | null; facts: CircleFacts }

const PORTION = 400
/** What a reader has read takes up to 18 KB. */
const PROFILES = 40

const inPortions = async <T, R>(
  all: readonly T[],
  work: (some: readonly T[]) => Promise<readonly R[]>,
  size = PORTION,
): Promise<R[]> => {
  const found: R[] = []
  for (let from = 0; from < all.length; from += size) found.push(...(await work(all.slice(from, from + size))))
  return found
}

const groupBy = <T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

/** Deep readings below cards that were meant for one contact; few could point at someone who agreed to nothing. */
const countBrought = async (bound: Awaited<ReturnType<typeof listBoundRoots>>): Promise<Map<string, number>> => {
  const roots = new Map(bound.map(({ _id, contactId }) => [_id as string, contactId]))
  const below = await inPortions([...roots.keys()], (ids) =>
    findTallies(ids.map((id) => ({ of: 'under' as const, id, day: '' }))),
  )
  const brought = new Map<string, number>()
  for (const { id, deep } of below) {
    const contactId = roots.get(id as never)
    if (contactId && deep >= THANKS_DEEP_MIN) brought.set(contactId, (brought.get(contactId) ?? 0) + deep)
  }
  return brought
}

const inOrder = (times: readonly number[]): number[] => [...new Set(times)].sort((a, b) => a - b)
/** A deal, its note and the talk it came of are one purchase: the first of the day. */
const dayByDay = (times: readonly number[]): number[] => {
  const days = new Map<string, number>()
  for (const at of inOrder(times)) if (!days.has(dayOf(at))) days.set(dayOf(at), at)
  return [...days.values()]
}

type Sources = {
  readers: readonly Reader[] // who agreed that it may be worked out
  sheet: Sheet
  notes: readonly NoteFacts[]
  deals: readonly Dealt[]
  brought: number
  tags: string[]
}

const touched = (touches: readonly Touch[], ...hows: Touch['how'][]): number[] =>
  inOrder(touches.filter(({ how }) => hows.includes(how)).map(({ at }) => at))

const eventsOf = ({ readers, sheet: { touches }, notes, deals }: Sources): CircleFacts['events'] => {
  const entries = readers.flatMap((reader) => Object.values(reader.entries))
  return {
    read: inOrder(entries.map(({ at }) => at)),
    deep: inOrder(entries.filter(({ score }) => score >= DEEP_SCORE_MIN).map(({ at }) => at)),
    talked: touched(touches, 'talked', 'booked', 'dealt'),
    consultation: touched(touches, 'consultation'),
    meeting: touched(touches, 'meeting'),
    delight: touched(touches, 'delight'),
    purchase: dayByDay([
      ...touched(touches, 'purchase', 'dealt'),
      ...notes.map(({ at }) => at),
      ...deals.map(({ at }) => at),
    ]),
  }
}

const factsOf = (sources: Sources, { storeId, teamId = null }: Pick<Member, 'storeId' | 'teamId'>, at: number) => {
  const { readers, sheet, notes, deals, brought, tags } = sources
  const events = eventsOf(sources)
  const cycles = notes.flatMap(({ purchase }) => (purchase?.cycleDays ? [purchase.cycleDays] : []))
  const entries = readers.flatMap((reader) => Object.values(reader.entries))
  const products = [
    ...notes.flatMap(({ purchase }) => purchase?.product ?? []),
    ...deals.flatMap(({ items }) => items.map(({ product }) => product)),
  ]
  const facts: CircleFacts = {
    ...{ relation: sheet.relation, value: sheet.value, source: sheet.source?.kind ?? null, storeId, teamId },
    ...{ taste: sheet.taste ?? tasteOf(entries, at)?.form ?? null, level: levelOf({ events }) },
    ...{ cycleDays: cycles.length ? Math.min(...cycles) : null, groups: sheet.groupIds.length, brought, tags },
    topics: tagsOf(readers, at)
      .flatMap(({ kind, tag }) => (kind === 'topic' ? [tag] : []))
      .sort(),
    answers: Object.entries(sheet.answers).flatMap(([field, chosen]) => chosen.map((choice) => `${field}:${choice}`)),
    products: [...new Set(products)].sort(),
    dealKinds: [...new Set(deals.map(({ kind }) => kind))].sort(),
    events,
  }
  return facts
}

/** Only readers whose consent is in force, what they read only where they agreed that it may be worked out. */
const loadReaders = async (repId: MemberId, linked: readonly KnownLight[]) => {
  const known = await inPortions(linked, (some) => onlyKnown(repId, some))
  const full = await inPortions(
    known.map(({ _id }) => _id),
    findReaders,
    PROFILES,
  )
  const mayTag = new Set(known.filter(({ tagsOn }) => tagsOn).map(({ _id }) => _id))
  return { linked, known, full, agreed: full.filter(({ _id }) => mayTag.has(_id)) }
}

type Counted = Awaited<ReturnType<typeof loadReaders>>
const under = <R extends Pick<Reader, 'link'>>(readers: readonly R[]): Map<ContactId, R[]> => {
  const all = readers.flatMap((reader) =>
    [reader.link.contactId, ...reader.link.also].map((id) => [id, reader] as const),
  )
  return new Map([...groupBy(all, ([id]) => id)].map(([id, pairs]) => [id, pairs.map(([, reader]) => reader)]))
}

const mayKnow = (repId: MemberId, contact: Contact, linked: number, consenting: number): boolean =>
  mayOpenContact(repId, contact, { linked, consenting }).ok

const byContact = (readers: Counted) => ({
  linked: under(readers.linked),
  known: under(readers.known),
  agreed: under(readers.agreed),
})

type Gathered = {
  contacts: readonly Contact[]
  linked: readonly KnownLight[]
  sheets: readonly Sheet[]
  notes: readonly NoteFacts[]
  deals: readonly Dealt[]
  roots: Awaited<ReturnType<typeof listBoundRoots>>
}
type Rep = Pick<Member, '_id' | 'storeId' | 'teamId'>

const tell = async (rep: Rep, { contacts, linked, sheets, notes, deals, roots }: Gathered, at: number) => {
  const [all, brought] = await Promise.all([loadReaders(rep._id, linked), countBrought(roots)])
  const readers = byContact(all)
  const sheetOf = new Map(sheets.map((sheet) => [sheet._id, sheet]))
  const notesOf = groupBy(notes, ({ contactId }) => contactId)
  const dealsOf = groupBy(deals.filter(isSold), ({ contactId }) => contactId)
  return contacts.flatMap((contact): Known[] => {
    const { _id, remark } = contact
    const known = readers.known.get(_id) ?? []
    if (!mayKnow(rep._id, contact, readers.linked.get(_id)?.length ?? 0, known.length)) return []
    const sources: Sources = {
      readers: speakersFor(readers.agreed.get(_id) ?? [], _id),
      sheet: sheetOf.get(_id) ?? newSheet(_id, rep._id),
      notes: notesOf.get(_id) ?? [],
      deals: dealsOf.get(_id) ?? [],
      brought: known.some(({ tagsOn }) => tagsOn) ? (brought.get(_id) ?? 0) : 0,
      tags: keepGiven(contact.tags, readersUnder(all.full, _id), _id),
    }
    return [{ contactId: _id, remark, facts: factsOf(sources, rep, at) }]
  })
}

/** Of every contact that she may know. */
export const loadCircleFacts = async (rep: Rep, at: number): Promise<Known[]> => {
  const [contacts, linked, sheets, notes, deals, roots] = await Promise.all([
    ...([listCircleContacts(rep._id), listReadersOfRep(rep._id), listSheets(rep._id)] as const),
    ...([listPurchases(rep._id), listCircleDeals(rep._id), listBoundRoots(rep._id)] as const),
  ])
  return tell(rep, { contacts, linked, sheets, notes, deals, roots }, at)
}

/** Of one of hers alone, without asking about the others; null where she may not know her. */
export const loadCircleFactsOf = async (rep: Rep, contactId: ContactId, at: number): Promise<Known | null> => {
  const [contacts, linked, sheets, notes, deals, roots] = await Promise.all([
    ...([findContacts([contactId]), listLightOfContacts([contactId]), findSheets([contactId])] as const),
    ...([listAllNotesOf(contactId), listDealsOf(contactId), listRootsTo(rep._id, contactId)] as const),
  ])
  const [known] = await tell(
    rep,
    {
      ...{ contacts, sheets, roots, linked: linked.filter(({ repId }) => repId === rep._id) },
      notes: notes.filter(({ purchase }) => purchase !== null),
      deals: deals.filter(({ repId }) => repId === rep._id),
    },
    at,
  )
  return known ?? null
}
