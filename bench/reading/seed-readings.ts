// How are readings put into the measured cloud, and what the product would have made of them: sums, readers, contacts, consents?

import { ownContactId, readerKeyOf } from '../../cloudfunctions/_kit/alias'
import type { Emulator } from '../../emulator'
import { type Consent, POLICY_VERSION } from '../../shared/domain/consent'
import type { Contact } from '../../shared/domain/contact'
import { type MemberId, type PersonId, type ReadingId, readerIdOf } from '../../shared/domain/ids'
import { entryOf, factsOf, type PostFacts, profileOf } from '../../shared/domain/interest'
import type { ReadEntry, Reader } from '../../shared/domain/reader'
import type { Reading } from '../../shared/domain/reading'
import { Additions, type Tally, tallyId } from '../../shared/domain/tally'
import { cpuOfSelfMs } from '../cpu'
import {
  countKnown,
  knownReading,
  PEOPLE,
  type Population,
  populationAt,
  postDocs,
  REPS,
  readingAt,
  seedBase,
} from './population'

/** As many of a reader's readings as her profile keeps. */
const ENTRIES_SEEDED_MAX = 120

/** wholeBytes: readings, their sums and the profiles made of them. docs: everything put in, made up on the way. */
export type Seeded = { readingsBytes: number; wholeBytes: number; docs: number; seconds: number; cpuMs: number }

const pairAt = ({ persons, reps }: Population, i: number): { personId: PersonId; repId: MemberId } => {
  const [personId, repId] = [persons[i], reps[i % REPS]]
  if (!personId || !repId) throw new Error('nobody there')
  return { personId, repId }
}

function* readingDocs(who: Population, count: number, sums: Additions): Iterable<Reading> {
  for (let i = 0; i < count; i++) {
    const reading = readingAt(who, i, count)
    if (reading.counted !== null) sums.addGrowth(reading, [])
    yield reading
  }
}

const readerDoc = (who: Population, i: number, count: number, facts: ReadonlyMap<string, PostFacts>): Reader => {
  const { personId, repId } = pairAt(who, i)
  const _id = readerIdOf(repId, personId)
  const entries: Record<ReadingId, ReadEntry> = {}
  const known = countKnown(count)
  const first = Math.max(i, i + Math.floor((known - i - 1) / PEOPLE - ENTRIES_SEEDED_MAX + 1) * PEOPLE)
  for (let n = first; n < known; n += PEOPLE) {
    const reading = readingAt(who, knownReading(n), count)
    entries[reading._id] = entryOf(reading, facts.get(reading.postId) ?? null)
  }
  const createdAt = who.now - 40 * 86_400_000
  const lastReadAt = Object.values(entries).reduce((latest, entry) => Math.max(latest, entry.at), createdAt)
  const link = { contactId: ownContactId(_id), certainty: 'unnamed' as const, also: [], likely: [], denied: [] }
  const profile = profileOf(entries, { tagsOn: true, muted: [] }, who.now)
  return {
    ...{ _id, key: readerKeyOf(_id), repId, personId, createdAt, lastReadAt, selfName: null, link, linkRev: 1 },
    ...{ tagsOn: true, muted: [], ...profile, rev: 1, stale: false },
  }
}

function* readerDocs(who: Population, count: number): Iterable<Reader> {
  const facts = new Map<string, PostFacts>()
  for (const post of postDocs(who)) facts.set(post._id, factsOf(post))
  for (let i = 0; i < PEOPLE; i++) yield readerDoc(who, i, count, facts)
}

function* contactDocs(who: Population): Iterable<Contact> {
  for (let i = 0; i < PEOPLE; i++) {
    const { personId, repId } = pairAt(who, i)
    const _id = ownContactId(readerIdOf(repId, personId))
    const createdAt = who.now - 40 * 86_400_000
    const named = i % 3 === 0
    yield {
      ...{ _id, repId, remark: named ? `王女士 ${i}` : null, createdAt, namedAt: named ? createdAt : null },
      ...{ origin: 'reader', readers: 1, tags: [], homeId: null },
    }
  }
}

function* consentDocs(who: Population): Iterable<Consent> {
  for (let i = 0; i < PEOPLE; i++) {
    const { personId, repId } = pairAt(who, i)
    yield {
      ...{
        _id: readerIdOf(repId, personId),
        personId,
        repId,
        storeId: null,
        company: '涟漪美妆有限公司',
        brand: '涟漪美妆有限公司',
      },
      ...{ franchise: false, policyVersion: POLICY_VERSION, purposes: ['reading', 'tags'], scene: 1007 },
      ...{ givenAt: who.now - 40 * 86_400_000, withdrawnAt: null, proofId: `p${i}` },
    }
  }
}

function* tallyDocs(sums: Additions): Iterable<Tally> {
  for (const { key, sums: each } of sums.list()) yield { _id: tallyId(key), ...key, batch: 1, ...each }
}

/** What `reading.report` meets: posts, shares and staff, and `readings` that are there already. */
export const seedReports = (emulator: Emulator, { readings, now }: { readings: number; now: number }): number => {
  const who = populationAt(now)
  seedBase(emulator, who)
  return emulator.load('readings', readingDocs(who, readings, new Additions()))
}

/** Everything the rep's and HQ's screens read, with what readings and their sums take. */
export const seedGrowth = (emulator: Emulator, { readings, now }: { readings: number; now: number }): Seeded => {
  const [began, cpuBefore] = [performance.now(), cpuOfSelfMs()]
  const who = populationAt(now)
  let docs = seedBase(emulator, who)
  docs += emulator.load('contacts', contactDocs(who))
  docs += emulator.load('consents', consentDocs(who))
  const before = emulator.storedBytes()
  const sums = new Additions()
  docs += emulator.load('readings', readingDocs(who, readings, sums))
  const after = emulator.storedBytes()
  docs += emulator.load('tallies', tallyDocs(sums))
  docs += emulator.load('readers', readerDocs(who, readings))
  const wholeBytes = emulator.storedBytes() - before
  const seconds = (performance.now() - began) / 1000
  return { readingsBytes: after - before, wholeBytes, docs, seconds, cpuMs: cpuOfSelfMs() - cpuBefore }
}
