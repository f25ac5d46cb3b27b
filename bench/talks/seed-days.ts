// What does a cloud hold in which reps' lists are made? Contacts with sheets, purchases, promises, special days and readings.
import { createHash } from 'node:crypto'
import { ownContactId, readerKeyOf } from '../../cloudfunctions/_kit/alias'
import type { Emulator } from '../../emulator'
import { type Consent, POLICY_VERSION } from '../../shared/domain/consent'
import type { Contact } from '../../shared/domain/contact'
import { dayAfter, dayOf } from '../../shared/domain/day'
import {
  type ContactId,
  type MemberId,
  type NoteId,
  type OccasionId,
  type PersonId,
  type PostId,
  type PromiseId,
  type ReaderId,
  type ReadingId,
  readerIdOf,
  type SectionId,
} from '../../shared/domain/ids'
import { entryOf, factsOf, profileOf } from '../../shared/domain/interest'
import type { Note, PromiseMade } from '../../shared/domain/note'
import type { Occasion } from '../../shared/domain/occasion'
import type { Reader } from '../../shared/domain/reader'
import type { Reading } from '../../shared/domain/reading'
import { newSheet, type Sheet } from '../../shared/domain/sheet'
import { type Population, populationAt, postDocs, seedBase } from '../reading/population'
import { randomFrom } from '../reading/random'

const DAY_MS = 86_400_000
const READINGS_EACH = 8
const ENDS = ['talked', 'silent', 'booked', 'talked', 'unfit'] as const
const COMPANY = '涟漪美妆有限公司'

export type DaysAsked = { reps: number; contacts: number; now: number }

/** Of ten contacts six have agreed and read. */
const isReading = (c: number): boolean => c % 10 < 6

type One = { repId: MemberId; c: number; seed: number; contactId: ContactId; readerId: ReaderId; personId: PersonId }

const idOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 22)

function* everyone(who: Population, { reps, contacts }: DaysAsked): Iterable<One> {
  for (let rep = 0; rep < reps; rep++)
    for (let c = 0; c < contacts; c++) {
      const repId = who.reps[rep] as MemberId
      const personId = idOf(`person ${rep} ${c}`) as PersonId
      const readerId = readerIdOf(repId, personId)
      const contactId = isReading(c) ? ownContactId(readerId) : (idOf(`contact ${rep} ${c}`).slice(0, 20) as ContactId)
      yield { repId, c, seed: rep * 100_003 + c + 1, contactId, readerId, personId }
    }
}

const each = function* <T>(all: Iterable<One>, of: (one: One) => T | null): Iterable<T> {
  for (const one of all) {
    const doc = of(one)
    if (doc !== null) yield doc
  }
}

const contactDoc =
  (now: number) =>
  ({ repId, c, contactId, seed }: One): Contact => {
    const createdAt = now - randomFrom(seed).int(5, 300) * DAY_MS
    return {
      ...{ _id: contactId, repId, remark: `王女士 ${c}`, createdAt, namedAt: createdAt, tags: [], homeId: null },
      ...(isReading(c) ? { origin: 'reader', readers: 1 } : { origin: 'rep', readers: 0 }),
    }
  }

const readingsOf = ({ repId, personId, seed, readerId }: One, who: Population): Reading[] => {
  const random = randomFrom(seed + 7)
  return Array.from({ length: READINGS_EACH }, (_, i) => {
    const lastAt = who.now - Math.round(random.unit() ** 2 * 60 * DAY_MS) - 600_000
    const sections = { s1: random.int(2_000, 30_000), s2: random.int(2_000, 30_000), s3: random.int(0, 30_000) }
    return {
      ...{ _id: idOf(`${readerId} ${i}`).slice(0, 20) as ReadingId, postId: who.posts[random.int(0, 60)] as PostId },
      ...{ version: 1, token: null, repId, scene: 1007, by: 'reader', seq: 3, openedAt: lastAt - 90_000, lastAt },
      sections: sections as Record<SectionId, number>,
      ...{ depth: 0.8, known: true, personId, counted: lastAt + 400_000 },
    }
  })
}

const readerDoc = (
  one: One,
  who: Population,
  facts: ReadonlyMap<string, ReturnType<typeof factsOf>>,
): Reader | null => {
  if (!isReading(one.c)) return null
  const { readerId: _id, repId, personId, contactId } = one
  const readings = readingsOf(one, who)
  const entries = Object.fromEntries(
    readings.map((reading) => [reading._id, entryOf(reading, facts.get(reading.postId) ?? null)]),
  )
  return {
    ...{ _id, key: readerKeyOf(_id), repId, personId, createdAt: who.now - 90 * DAY_MS, selfName: null },
    lastReadAt: Math.max(...readings.map(({ lastAt }) => lastAt)),
    link: { contactId, certainty: 'named', also: [], likely: [], denied: [] },
    ...{ linkRev: 1, tagsOn: true, muted: [], rev: 1, stale: false },
    ...profileOf(entries as Reader['entries'], { tagsOn: true, muted: [] }, who.now),
  }
}

const consentDoc = ({ c, readerId, repId, personId }: One, now: number): Consent | null =>
  isReading(c)
    ? {
        ...{ _id: readerId, personId, repId, storeId: null, company: COMPANY, brand: COMPANY, franchise: false },
        ...{ policyVersion: POLICY_VERSION, purposes: ['reading', 'tags'], scene: 1007, givenAt: now - 90 * DAY_MS },
        ...{ withdrawnAt: null, proofId: readerId },
      }
    : null

const sheetDoc = ({ contactId, repId, seed, c }: One, now: number): Sheet | null => {
  if (c % 2 === 1) return null
  const random = randomFrom(seed + 3)
  const touches = Array.from({ length: random.int(1, 5) }, (_, i) => ({
    id: `talk.${i}`,
    at: now - random.int(1, 120) * DAY_MS,
    how: ENDS[random.int(0, ENDS.length - 1)] ?? 'talked',
  }))
  return { ...newSheet(contactId, repId), relation: 'service', touches: touches.sort((a, b) => a.at - b.at), rev: 1 }
}

const purchaseDoc = ({ contactId, repId, seed, c }: One, now: number): Note | null => {
  if (c % 4 !== 0) return null
  const at = now - randomFrom(seed + 5).int(1, 90) * DAY_MS
  return {
    ...{ _id: idOf(`bought ${contactId}`) as NoteId, repId, contactId, groupId: null, kind: 'purchase', text: '' },
    ...{
      at,
      writtenAt: at,
      photos: [],
      purchase: { product: '面霜', cycleDays: 60, amountFen: null },
      hits: [],
      hitAt: null,
    },
  }
}

const promiseDoc = ({ contactId, repId, seed, c }: One, now: number): PromiseMade | null =>
  c % 20 === 0
    ? {
        ...{ _id: idOf(`promise ${contactId}`) as PromiseId, repId, contactId, text: '带两份小样', open: true },
        ...{ dueDay: dayAfter(dayOf(now), randomFrom(seed).int(-5, 20)), madeAt: now - 9 * DAY_MS, keptAt: null },
      }
    : null

const occasionDoc = ({ contactId, repId, seed, c }: One): Occasion | null => {
  if (c % 5 !== 0) return null
  const random = randomFrom(seed + 9)
  return {
    ...{ _id: idOf(`day ${contactId}`) as OccasionId, repId, contactId, kind: 'birthday', name: '生日', leap: false },
    ...{ calendar: c % 2 ? 'lunar' : 'solar', month: random.int(1, 12), day: random.int(1, 28), leadDays: 3 },
  }
}

/** How many documents. withReadings: also what a list that is shown looks up. */
export const seedDays = (emulator: Emulator, asked: DaysAsked, withReadings: boolean): number => {
  const who = populationAt(asked.now)
  const all = () => everyone(who, asked)
  const facts = new Map([...postDocs(who)].map((post) => [post._id, factsOf(post)]))
  function* readings(): Iterable<Reading> {
    for (const one of all()) if (isReading(one.c)) yield* readingsOf(one, who)
  }
  return (
    seedBase(emulator, who) +
    emulator.load('contacts', each(all(), contactDoc(asked.now))) +
    emulator.load(
      'readers',
      each(all(), (one) => readerDoc(one, who, facts)),
    ) +
    emulator.load(
      'consents',
      each(all(), (one) => consentDoc(one, asked.now)),
    ) +
    emulator.load(
      'sheets',
      each(all(), (one) => sheetDoc(one, asked.now)),
    ) +
    emulator.load(
      'notes',
      each(all(), (one) => purchaseDoc(one, asked.now)),
    ) +
    emulator.load(
      'promises',
      each(all(), (one) => promiseDoc(one, asked.now)),
    ) +
    emulator.load('occasions', each(all(), occasionDoc)) +
    (withReadings ? emulator.load('readings', readings()) : 0)
  )
}
