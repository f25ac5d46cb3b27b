// What is known of all her contacts on a morning? Stored facts, gathered; what rests on reading only where she agreed to it.
import { mayOpenContact } from '@shared/domain/access'
import type { Contact } from '@shared/domain/contact'
import { dayOf } from '@shared/domain/day'
import { type FreeTime, freeTimeOf } from '@shared/domain/free-time'
import type { ContactId, MemberId, ReadingId } from '@shared/domain/ids'
import { certaintyUnder, speakersFor } from '@shared/domain/link'
import { type Coming, nextOf, type Occasion } from '@shared/domain/occasion'
import type { ReadEntry, Reader } from '@shared/domain/reader'
import { newSheet } from '@shared/domain/sheet'
import type { SignalRule } from '@shared/domain/signal'
import { tagsOf } from '@shared/domain/tag'
import type { BroughtFact, ContactFacts, IntroductionFact, ReadFact } from '@shared/domain/talk'
import { SPEAKS_WITHIN_MS, THANKS_DEEP_MIN } from '@shared/domain/talk-clues'
import { consentsInForce } from './data/consents'
import { findContacts, listContactsOf } from './data/contacts'
import { listHits, listNotesOf, listPurchases, type NoteFacts } from './data/notes'
import { listOccasions, listOccasionsOf } from './data/occasions'
import { listOpenPromises, listPromisesOf } from './data/promises'
import { findReaders, type KnownLight, listReadersOfContacts, listReadersOfRep } from './data/readers'
import { listBoundRoots } from './data/shares'
import { findSheet, listSheets } from './data/sheets'
import { listRulesFor } from './data/signal-rules'
import { findTallies } from './data/tallies'
import { listIntroductions } from './spread-introductions'

const DAY_MS = 86_400_000
/** No rule's news lasts longer. */
const HITS_SINCE_MS = 60 * DAY_MS
const PORTION = 500
/** What a reader has read takes up to 18 KB. */
const PROFILES = 40
const AT_ONCE = 4

/** In portions of a size that the platform answers; some at once. */
const inPortions = async <T, R>(
  all: readonly T[],
  work: (portion: readonly T[]) => Promise<readonly R[]>,
  size = PORTION,
): Promise<R[]> => {
  const results: R[] = []
  for (let from = 0; from < all.length; from += size * AT_ONCE) {
    const portions = Array.from({ length: AT_ONCE }, (_, i) => all.slice(from + i * size, from + (i + 1) * size))
    const done = await Promise.all(portions.filter(({ length }) => length > 0).map(work))
    results.push(...done.flat())
  }
  return results
}

const groupBy = <T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

type Agreed = Pick<Reader, keyof KnownLight | 'muted' | 'entries' | 'interests'>

/** Of these, whose consent is in force; tagsOn: and who agreed that her interests are worked out. */
const onlyConsenting = <R extends KnownLight>(readers: readonly R[]): Promise<R[]> =>
  inPortions(readers, async (portion) => {
    const inForce = await consentsInForce(portion)
    return portion.flatMap((reader) => {
      const purposes = inForce.get(reader._id)?.purposes
      return purposes ? [{ ...reader, tagsOn: reader.tagsOn && purposes.includes('tags') }] : []
    })
  })

/** Talks are proposed from nobody else's reading. */
const onlyAgreed = async <R extends KnownLight>(readers: readonly R[]): Promise<R[]> =>
  (await onlyConsenting(readers)).filter(({ tagsOn }) => tagsOn)

/** With what they read, where that is of late; who has been silent gives no reason, and is known by her link alone. */
const withReads = async (readers: readonly KnownLight[], at: number): Promise<Agreed[]> => {
  const lately = readers.filter(({ lastReadAt }) => at - lastReadAt < SPEAKS_WITHIN_MS)
  const ids = lately.map(({ _id }) => _id)
  const full = new Map((await inPortions(ids, findReaders, PROFILES)).map((reader) => [reader._id, reader]))
  return readers.map((reader) => full.get(reader._id) ?? { ...reader, muted: [], entries: {}, interests: {} })
}

const contactsOf = ({ link }: Pick<KnownLight, 'link'>): ContactId[] => [link.contactId, ...link.also]

const readsOf = (readers: readonly Agreed[]): ReadFact[] =>
  readers.flatMap(({ entries }) =>
    (Object.entries(entries) as [ReadingId, ReadEntry][]).map(([readingId, { postId, at, ms, score }]) => ({
      ...{ readingId, postId, at, ms, score },
    })),
  )

/** Which cards that were meant for one contact brought deep readings below them: she passed them on. */
const listBrought = async (repId: MemberId): Promise<Map<ContactId | null, BroughtFact[]>> => {
  const roots = new Map((await listBoundRoots(repId)).map((root) => [root._id as string, root]))
  const keys = [...roots.keys()].map((id) => ({ of: 'under' as const, id, day: '' }))
  const below = await inPortions(keys, findTallies)
  const brought = below.flatMap(({ id, deep }) => {
    const root = roots.get(id)
    return root && deep >= THANKS_DEEP_MIN
      ? [{ contactId: root.contactId, token: root._id, postId: root.postId, deep, at: root.createdAt }]
      : []
  })
  return groupBy(brought, ({ contactId }) => contactId)
}

const purchasesIn = (notes: readonly NoteFacts[]): ContactFacts['purchases'] =>
  notes.flatMap(({ _id, at, purchase }) =>
    purchase ? [{ noteId: _id, at, product: purchase.product, cycleDays: purchase.cycleDays }] : [],
  )

/** Of a rule that is gone or off nothing is news. */
const signalsIn = (notes: readonly NoteFacts[], rules: readonly SignalRule[]): ContactFacts['signals'] =>
  notes.flatMap(({ _id, writtenAt, hits }) =>
    hits.flatMap(({ ruleId, name, word }) => {
      const rule = rules.find((one) => one._id === ruleId)
      return rule ? [{ noteId: _id, ruleId, name, word, at: writtenAt, days: rule.days }] : []
    }),
  )

const comingsOf = (occasions: readonly Occasion[], at: number): Coming[] =>
  occasions.map((occasion) => {
    const { _id, name, kind, leadDays } = occasion
    return { occasionId: _id, name, kind, leadDays, day: nextOf(occasion, dayOf(at)) }
  })

type Sources = {
  readers: readonly Agreed[] // who agreed
  sheet: ContactFacts['sheet'] | undefined
  notes: readonly NoteFacts[]
  promises: ContactFacts['promises']
  occasions: readonly Occasion[]
  brought: readonly BroughtFact[]
  introductions: readonly IntroductionFact[]
  rules: readonly SignalRule[]
}
type Known = Pick<Contact, '_id' | 'repId' | 'createdAt'>

const factsOf = ({ _id, repId, createdAt }: Known, sources: Sources, at: number): ContactFacts => {
  const { readers, notes, rules } = sources
  const speakers = speakersFor(readers, _id)
  return {
    contactId: _id,
    sinceAt: createdAt,
    reads: readsOf(speakers),
    tags: tagsOf(speakers, at),
    freeTime: null, // looked up for who makes the list
    sheet: sources.sheet ?? newSheet(_id, repId),
    promises: sources.promises,
    comings: comingsOf(sources.occasions, at),
    purchases: purchasesIn(notes),
    signals: signalsIn(notes, rules),
    brought: readers.length ? sources.brought : [], // whose passing-on it was is known of who agreed alone
    introductions: readers.length ? sources.introductions : [],
  }
}

/** Whom she may talk to: who has a name, hers or her own. Nobody else can be found in her WeChat. */
const isNamed = (contact: Pick<Contact, '_id' | 'remark'>, readers: readonly KnownLight[]): boolean =>
  contact.remark !== null || readers.some((reader) => certaintyUnder(reader, contact._id) === 'certain')

/** By the contacts they read under. */
const underEach = <R extends KnownLight>(readers: readonly R[]): ReadonlyMap<ContactId, R[]> => {
  const under = new Map<ContactId, R[]>()
  for (const reader of readers) for (const id of contactsOf(reader)) under.set(id, [...(under.get(id) ?? []), reader])
  return under
}

const loadReaders = async (repId: MemberId, at: number) => {
  const all = await listReadersOfRep(repId)
  const consenting = await onlyConsenting(all)
  const agreed = await withReads(
    consenting.filter(({ tagsOn }) => tagsOn),
    at,
  )
  return { linked: underEach(all), consenting, agreed }
}

/** Of every contact of hers that she can name and may open. */
export const loadTalkFacts = async (repId: MemberId, at: number): Promise<ContactFacts[]> => {
  const [contacts, { linked, consenting, agreed }, sheets, promises, occasions, purchases, hits, brought, rules] =
    await Promise.all([
      listContactsOf(repId),
      loadReaders(repId, at),
      listSheets(repId),
      listOpenPromises(repId),
      listOccasions(repId),
      listPurchases(repId),
      listHits(repId, at - HITS_SINCE_MS),
      listBrought(repId),
      listRulesFor(repId),
    ])
  const notes = [...new Map([...purchases, ...hits].map((note) => [note._id, note])).values()]
  const [hers, agreedOf] = [underEach(consenting), underEach(agreed)]
  const sheetOf = new Map(sheets.map((sheet) => [sheet._id, sheet]))
  const nameless = new Set<ContactId>(
    contacts.filter((contact) => !isNamed(contact, hers.get(contact._id) ?? [])).map(({ _id }) => _id),
  )
  const introductions = await listIntroductions(repId, (id) => nameless.has(id))
  const [notesOf, promisesOf, occasionsOf] = [
    groupBy(notes, ({ contactId }) => contactId),
    groupBy(promises, ({ contactId }) => contactId),
    groupBy(occasions, ({ contactId }) => contactId),
  ]
  return contacts.flatMap((contact) => {
    const { _id } = contact
    const known = hers.get(_id) ?? []
    const counts = { linked: linked.get(_id)?.length ?? 0, consenting: known.length }
    if (!mayOpenContact(repId, contact, counts).ok || !isNamed(contact, known)) return []
    const sources: Sources = {
      readers: agreedOf.get(_id) ?? [],
      sheet: sheetOf.get(_id),
      notes: notesOf.get(_id) ?? [],
      promises: promisesOf.get(_id) ?? [],
      occasions: occasionsOf.get(_id) ?? [],
      brought: brought.get(_id) ?? [],
      introductions: introductions.get(_id) ?? [],
      rules,
    }
    return [factsOf(contact, sources, at)]
  })
}

/** Of one contact; null where she is not this rep's. */
export const loadFactsOf = async (repId: MemberId, contactId: ContactId, at: number): Promise<ContactFacts | null> => {
  const [contact] = await findContacts([contactId])
  if (contact?.repId !== repId) return null
  const [linked, sheet, notes, promises, occasions, brought, rules] = await Promise.all([
    listReadersOfContacts([contactId]),
    findSheet(contactId),
    listNotesOf(contactId),
    listPromisesOf(contactId),
    listOccasionsOf(contactId),
    listBrought(repId),
    listRulesFor(repId),
  ])
  const readers = await onlyAgreed(linked.filter((reader) => reader.repId === repId))
  const open = promises.filter((promise) => promise.open)
  // what waits for a customer whose adviser left is not this rep's yet
  const own = notes.filter((note) => note.repId === repId)
  const sources = { readers, sheet: sheet ?? undefined, notes: own, promises: open, occasions, rules }
  // whom she could introduce is looked for in the morning, over all contacts at once
  return factsOf(contact, { ...sources, brought: brought.get(contactId) ?? [], introductions: [] }, at)
}

/** When each of these usually has time, as far as her readings tell and she agreed that they may. */
export const loadFreeTimes = async (
  repId: MemberId,
  contactIds: readonly ContactId[],
): Promise<(id: ContactId) => FreeTime | null> => {
  const linked = await listReadersOfContacts(contactIds)
  const readers = await onlyAgreed(linked.filter((reader) => reader.repId === repId))
  return (id) => freeTimeOf(speakersFor(readers, id))
}
