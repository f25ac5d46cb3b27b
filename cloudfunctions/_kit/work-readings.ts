// Where does a reading count, and is it the first deep one of a known customer that day? Said on the reading itself before it is
// counted, so that it counts the same however often a batch is begun, wherever its rep works later.
import { dayOf } from '@shared/domain/day'
import type { MemberId, ReadingId, ShareToken } from '@shared/domain/ids'
import { isDeepReading, type Reading } from '@shared/domain/reading'
import { countedOf, inSumsOf, tallied } from '@shared/domain/tally'
import { WorkAdditions } from '@shared/domain/work-sums'
import { findMembers } from './data/members'
import { listNamed, markNamed, placeCounted } from './data/work-readings'
import { inParallel } from './tally-parallel'

const AT_ONCE = 500

/** What was counted before there were such sums stays out of them, growth and all. */
const isNew = ({ storeId, base }: Reading): boolean => storeId === undefined && base === undefined

const placesOf = async (
  readings: readonly Reading[],
): Promise<(repId: MemberId | null) => Required<Pick<Reading, 'storeId' | 'teamId'>>> => {
  const ids = [...new Set(readings.flatMap((one) => inSumsOf(one) ?? []))]
  const reps = new Map<MemberId, Required<Pick<Reading, 'storeId' | 'teamId'>>>()
  for (let from = 0; from < ids.length; from += AT_ONCE)
    for (const { _id, storeId, teamId = null } of await findMembers(ids.slice(from, from + AT_ONCE)))
      reps.set(_id, { storeId, teamId })
  return (repId) => (repId !== null && reps.get(repId)) || { storeId: null, teamId: null }
}

/** Each is given the place of its rep, once for ever. */
const place = async (batch: number, readings: readonly Reading[]): Promise<Reading[]> => {
  const fresh = readings.filter(isNew)
  const placeOf = await placesOf(fresh)
  const groups = new Map<string, { at: ReturnType<typeof placeOf>; ids: ReadingId[] }>()
  for (const reading of fresh) {
    const at = placeOf(inSumsOf(reading))
    const group = groups.get(`${at.storeId} ${at.teamId}`) ?? { at, ids: [] }
    group.ids.push(reading._id)
    groups.set(`${at.storeId} ${at.teamId}`, group)
  }
  await inParallel([...groups.values()], ({ at, ids }) => placeCounted(batch, ids, at))
  return readings.map((reading) => (isNew(reading) ? { ...reading, ...placeOf(inSumsOf(reading)) } : reading))
}

type Known = Reading & { personId: NonNullable<Reading['personId']> }
const mayBeNamed = (reading: Reading): reading is Known =>
  reading.by === 'reader' &&
  reading.known &&
  reading.personId !== null &&
  reading.storeId !== undefined &&
  isDeepReading(reading)
const customerDay = (reading: Pick<Reading, 'personId' | 'repId' | 'countedFor' | 'openedAt'>): string =>
  `${reading.personId} ${inSumsOf(reading)} ${dayOf(reading.openedAt)}`

/** Of each customer, rep and day the first that comes to be counted, if none has been. */
const name = async (readings: readonly Reading[]): Promise<Reading[]> => {
  const deep = readings.filter(mayBeNamed)
  const taken = new Set((await listNamed(deep)).map(customerDay))
  const chosen = new Set<ReadingId>()
  for (const reading of deep) {
    if (reading.named || taken.has(customerDay(reading))) continue
    taken.add(customerDay(reading))
    chosen.add(reading._id)
  }
  if (chosen.size) await markNamed([...chosen])
  return readings.map((reading) => (chosen.has(reading._id) ? { ...reading, named: true } : reading))
}

export const prepareForWork = async (batch: number, readings: readonly Reading[]): Promise<Reading[]> =>
  name(await place(batch, readings))

const whereOf = (reading: Reading, path: readonly ShareToken[]) => ({
  ...{ postId: reading.postId, repId: inSumsOf(reading), passed: path.length > 0 },
  ...{ storeId: reading.storeId ?? null, teamId: reading.teamId ?? null },
})

type PathOf = (reading: Reading) => readonly ShareToken[]

/** Counted for the first time, or again because they have grown. */
export const workGrowth = (readings: readonly Reading[], pathOf: PathOf) => {
  const additions = new WorkAdditions()
  for (const reading of readings) {
    if (reading.storeId === undefined) continue
    const where = whereOf(reading, pathOf(reading))
    additions.addReading(where, tallied(reading))
    additions.addReading(where, reading.base, -1)
  }
  return additions.list()
}

/** What the sums hold of them. */
export const workOf = (
  readings: readonly Reading[],
  pathOf: PathOf,
  additions = new WorkAdditions(),
): WorkAdditions => {
  for (const reading of readings)
    if (reading.storeId !== undefined) additions.addReading(whereOf(reading, pathOf(reading)), countedOf(reading))
  return additions
}
