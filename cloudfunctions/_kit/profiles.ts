// What do her readings say, as one rep may know it? Profiles grow by joins: merging a reading twice, or late, is harmless.
import { isDeepStrictEqual } from 'node:util'
import { type Consent, isConsentInForce, isSpreadAgreed } from '@shared/domain/consent'
import { type ReaderId, type ReadingId, readerIdOf } from '@shared/domain/ids'
import { entryOf, joinEntries, type PostFacts, profileOf } from '@shared/domain/interest'
import { newLink } from '@shared/domain/link'
import type { ReadEntry, Reader } from '@shared/domain/reader'
import type { Reading } from '@shared/domain/reading'
import { ownContactOf, readerKeyOf } from './alias'
import { now } from './clock'
import { findConsent, findConsents, type Pair, putConsent } from './data/consents'
import { meetContact } from './data/contacts'
import { findFacts } from './data/posts'
import { changeProfile, findReader, findReaders, insertReader } from './data/readers'
import { isKnown, type KnownReading, listReadingsFor } from './data/readings'
import { AppError } from './errors'
import { forgetReader } from './forget'
import { forgetSpread } from './forget-spread'
import { log } from './log'

type Entries = Record<ReadingId, ReadEntry>
type Change = Parameters<typeof changeProfile>[1]

/** A profile is changed by a job, its reader's phone and its rep's; each reads again when another was faster. */
const TRIES = 6
/** So many profiles are written at once. */
const TOGETHER = 8

/** Changes her profile as a rule says, from what is there now; null when she is gone. */
export const changeReader = async (
  reader: Reader,
  rule: (reader: Reader) => Change | Promise<Change>,
): Promise<Reader | null> => {
  let seen: Reader | null = reader
  for (let left = TRIES; left > 0 && seen; left--) {
    const change = await rule(seen)
    const news = Object.entries(change).filter(
      ([field, value]) => !isDeepStrictEqual(seen?.[field as keyof Reader], value),
    )
    if (!news.length) return seen
    if (await changeProfile(seen, Object.fromEntries(news))) return { ...seen, ...change, rev: seen.rev + 1 }
    seen = await findReader(reader._id)
  }
  if (seen) throw new AppError('conflict')
  return null
}

/** Her profile is marked before what she agreed to changes: should that die half-way, the job works it out anew. */
export const replaceConsent = async (consent: Consent, previous: Consent | null): Promise<void> => {
  if (consent === previous) return
  const reader = previous && (await findReader(previous._id))
  if (reader) await changeReader(reader, () => ({ stale: true }))
  if (!(await putConsent(consent, previous))) throw new AppError('conflict')
}

const wantsTags = ({ purposes }: Consent): boolean => purposes.includes('tags')

/** As she is known before anything was gathered. */
const newReader = (consent: Consent): Reader => {
  const { _id, repId, personId, givenAt, owns } = consent
  return {
    ...{ _id, key: readerKeyOf(_id), repId, personId, createdAt: givenAt, lastReadAt: givenAt, selfName: null },
    ...(owns && { owns }),
    link: newLink(ownContactOf(consent)),
    linkRev: 0,
    ...{ tagsOn: wantsTags(consent), muted: [], entries: {}, interests: {}, warmth: 0, rev: 0, stale: true },
  }
}

const entriesOf = (readings: readonly Reading[], facts: (id: Reading['postId']) => PostFacts | null): Entries =>
  Object.fromEntries(
    readings
      .filter(({ by }) => by === 'reader')
      .map((reading) => [reading._id, entryOf(reading, facts(reading.postId))]),
  )

/** When she read last; before anything is known of it, when she agreed. */
const lastReadOf = (entries: Entries, { createdAt }: Reader): number =>
  Object.values(entries).reduce<number | null>((last, { at }) => Math.max(last ?? 0, at), null) ?? createdAt

/**
 * Works her profile out from all her readings; her consent says whether interests may be. It is asked for after the profile
 * was read, so that who changes it meanwhile, and then the profile, has the last word. Withdrawn: nothing is worked out.
 */
const gather = (reader: Reader): Promise<Reader | null> =>
  changeReader(reader, async (seen) => {
    const [consent, readings] = await Promise.all([
      findConsent(seen.personId, seen.repId),
      listReadingsFor(seen.repId, seen.personId),
    ])
    if (!consent || !isConsentInForce(consent)) return {}
    if (!isSpreadAgreed(consent)) await forgetSpread(consent, false)
    const facts = await findFacts(readings.map(({ postId }) => postId))
    const wants = { tagsOn: wantsTags(consent), muted: seen.muted }
    const profile = profileOf(entriesOf(readings, facts), wants, now())
    return { ...profile, tagsOn: wants.tagsOn, lastReadAt: lastReadOf(profile.entries, seen), stale: false }
  })

/** Is her consent in force still, after something was written under her? If not, all of it goes again. */
const isStillInForce = async (pair: Pair): Promise<boolean> => {
  if (isConsentInForce(await findConsent(pair.personId, pair.repId))) return true
  await forgetReader(pair)
  return false
}

/** There, under the contact she is until somebody says otherwise, and marked stale until all is gathered. */
const meetReader = async (consent: Consent): Promise<Reader | null> => {
  const { _id, repId } = consent
  const fresh = newReader(consent)
  const stored = (await insertReader(fresh)) ? fresh : await findReader(_id)
  if (stored?.link.contactId === fresh.link.contactId)
    await meetContact({
      ...{ _id: fresh.link.contactId, repId, remark: null, createdAt: consent.givenAt, namedAt: null },
      ...{ origin: 'reader', readers: 1, tags: [], homeId: null },
    })
  return stored && changeReader(stored, () => ({ stale: true }))
}

/**
 * Makes her known to the rep she agreed to, or brings what is known up to date; null when she withdrew meanwhile. `claim`
 * makes readings hers. A crash leaves a reader marked stale, whom the next call or the job completes. A withdrawal takes
 * the consent first: it either finds what was stored here, or is found here and all is undone.
 */
export const knowReader = async (consent: Consent, claim?: () => Promise<unknown>): Promise<Reader | null> => {
  const met = await meetReader(consent)
  await claim?.()
  const reader = met && (await gather(met))
  return (await isStillInForce(consent)) ? reader : null
}

/** Whether she wants tags is as her profile says: switching them works it out anew, and may have done so just now. */
const grow = async (reader: Reader, readings: readonly KnownReading[]): Promise<void> => {
  const facts = await findFacts(readings.map(({ postId }) => postId))
  const fresh = entriesOf(readings, facts)
  await changeReader(reader, (seen) => {
    const profile = profileOf(joinEntries(seen.entries, fresh), seen, now())
    return { ...profile, lastReadAt: lastReadOf(profile.entries, seen) }
  })
}

const together = async <T>(all: readonly T[], run: (one: T) => Promise<unknown>): Promise<void> => {
  for (let from = 0; from < all.length; from += TOGETHER) await Promise.all(all.slice(from, from + TOGETHER).map(run))
}

const byReader = (readings: readonly KnownReading[]): Map<ReaderId, [KnownReading, ...KnownReading[]]> => {
  const groups = new Map<ReaderId, [KnownReading, ...KnownReading[]]>()
  for (const reading of readings) {
    const id = readerIdOf(reading.repId, reading.personId)
    const group = groups.get(id)
    if (group) group.push(reading)
    else groups.set(id, [reading])
  }
  return groups
}

/** Everybody's sums wait for no one's profile: one that cannot be written is left to the job, which gathers it anew. */
const growOrLeave = async (reader: Reader, readings: readonly KnownReading[]): Promise<void> => {
  try {
    await grow(reader, readings)
  } catch (error) {
    log.error({ event: 'profile-left-stale', err: error })
    await changeReader(reader, () => ({ stale: true }))
  }
}

/**
 * Takes readings that came to rest into the profiles of those who read; nameless ones are passed over. A reading that was
 * stored while its reader withdrew is found here, and let go of.
 */
export const mergeIntoProfiles = async (readings: readonly Reading[]): Promise<void> => {
  const groups = byReader(readings.filter(isKnown))
  if (!groups.size) return
  const [consents, readers] = await Promise.all([
    findConsents([...groups.values()].map(([{ repId, personId }]) => ({ repId, personId }))),
    findReaders([...groups.keys()]),
    findFacts(readings.map(({ postId }) => postId)), // all at once, for the merges below
  ])
  const known = new Map(readers.map((reader) => [reader._id, reader]))
  await together([...groups], async ([id, group]) => {
    const [consent, reader] = [consents.get(id), known.get(id)]
    if (!consent || !isConsentInForce(consent)) await forgetReader(group[0])
    else if (!reader) await knowReader(consent)
    else await growOrLeave(reader, group)
  })
}

/** From her readings alone, as it would be had every one been merged; null when she is gone. */
export const rebuildReader = async (reader: Reader): Promise<Reader | null> => {
  const gathered = await gather(reader)
  return (await isStillInForce(reader)) ? gathered : null
}
