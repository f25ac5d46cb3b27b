// What are batches about? Counting readings that came to rest, setting aside those that go, and (work-steps.ts) what reps did.
import type { ShareToken } from '@shared/domain/ids'
import { type Reading, SETTLED_AFTER_MS } from '@shared/domain/reading'
import { isOpenRoot } from '@shared/domain/share'
import { Additions, countedOf } from '@shared/domain/tally'
import { now } from './clock'
import type { BatchKind } from './data/batches'
import { findDepartures, listDepartures, removeDepartures } from './data/departures'
import { claimForBatch, findReadings, isKnown, listOfBatch, releaseFromBatch, removeErased } from './data/readings'
import { findShares } from './data/shares'
import { markSpreadsStale } from './data/spreads'
import { mergeIntoProfiles } from './profiles'
import type { BatchSteps, Gathered } from './tally-batch'
import { markDeparted } from './tally-departed'
import { prepareForWork, workGrowth, workOf } from './work-readings'
import { workSteps } from './work-steps'

/** Claimed and counted within seconds; what remains is the next batch's. */
const BATCH_MAX = 2_000
/** Fewer than the platform gives at once, of consents and readers too. */
const PROFILED_AT_ONCE = 500

/** An erased reading was counted as what it had been. */
const asCounted = async (readings: readonly Reading[]): Promise<Reading[]> => {
  const erased = readings.filter(({ by }) => by === 'erased').map(({ _id }) => _id)
  const was = new Map((await findDepartures(erased)).map(({ _id, by }) => [_id, by]))
  return readings.map((reading) => ({ ...reading, by: was.get(reading._id) ?? reading.by }))
}

type Chains = { pathOf: (reading: Reading) => readonly ShareToken[]; isCard: (root: ShareToken) => boolean }

/** The shares above the share a reading came by, and which of those at the top are cards for no one in particular. */
export const chainsOf = async (readings: readonly Reading[]): Promise<Chains> => {
  const shares = await findShares(readings.flatMap(({ token }) => token ?? []))
  const tops = [...shares.values()].map(({ _id, path }) => path[0] ?? _id)
  const roots = new Map([...shares, ...(await findShares(tops.filter((top) => !shares.has(top))))])
  return {
    pathOf: ({ token }) => (token !== null && shares.get(token)?.path) || [],
    isCard: (root) => {
      const share = roots.get(root)
      return share !== undefined && isOpenRoot(share)
    },
  }
}

const gatherGrowth = async (batch: number) => {
  for (let claimed = 0; claimed < BATCH_MAX; ) {
    const more = await claimForBatch(batch, now() - SETTLED_AFTER_MS)
    if (more === 0) break
    claimed += more
  }
  const readings = await prepareForWork(batch, await asCounted(await listOfBatch(batch)))
  const { pathOf, isCard } = await chainsOf(readings)
  const additions = new Additions(isCard)
  for (const reading of readings) additions.addGrowth(reading, pathOf(reading))
  return { additions: [...additions.list(), ...workGrowth(readings, pathOf)], readingIds: [], readings }
}

/** What came by a share changes what its rep's spread says, also where it goes. */
const spreadGrew = (readings: readonly Pick<Reading, 'token' | 'repId'>[]): Promise<void> =>
  markSpreadsStale(readings.flatMap(({ token, repId }) => (token !== null && repId !== null ? [repId] : [])))

/** Only named readings: whoever withdrew while one was being stored is forgotten there. */
const finishGrowth = async (batch: number, gathered: Gathered): Promise<number> => {
  const readings = gathered.readings ?? (await listOfBatch(batch))
  const named = readings.filter(isKnown)
  for (let from = 0; from < named.length; from += PROFILED_AT_ONCE)
    await mergeIntoProfiles(named.slice(from, from + PROFILED_AT_ONCE))
  await spreadGrew(readings)
  return readings.length
}

const gatherGone = async () => {
  const ids = (await listDepartures()).map(({ _id }) => _id)
  // one that a crash left unmarked is marked first: from then on it stands still
  for (const reading of await findReadings(ids)) if (reading.by !== 'erased') await markDeparted(reading)
  const readings = await asCounted(await findReadings(ids))
  const { pathOf, isCard } = await chainsOf(readings)
  const additions = new Additions(isCard)
  for (const reading of readings) additions.add(reading, pathOf(reading), countedOf(reading))
  return { additions: [...additions.list(), ...workOf(readings, pathOf).list()], readingIds: ids }
}

const finishGone = async (_: number, { readingIds }: Gathered): Promise<number> => {
  await spreadGrew(await findReadings(readingIds))
  await removeErased(readingIds)
  await removeDepartures(readingIds)
  return readingIds.length
}

export const batchSteps: Record<BatchKind, BatchSteps> = {
  count: { place: 'sums', gather: gatherGrowth, release: releaseFromBatch, finish: finishGrowth },
  'set-aside': { place: 'gone', gather: gatherGone, release: async () => undefined, finish: finishGone },
  work: workSteps,
}
