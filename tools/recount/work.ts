// Do the sums of work hold what readings, kits and talks say? Each source once, what the sums have of it; then every sum once.
import { above, collection } from '../../cloudfunctions/_kit/collection'
import { findProgress } from '../../cloudfunctions/_kit/data/batches'
import { findDepartures } from '../../cloudfunctions/_kit/data/departures'
import { pageWork } from '../../cloudfunctions/_kit/data/work-sums'
import { chainsOf } from '../../cloudfunctions/_kit/tally-steps'
import { workOf } from '../../cloudfunctions/_kit/work-readings'
import { addActs, kitsKey, toldKey } from '../../cloudfunctions/_kit/work-steps'
import type { MemberId } from '../../shared/domain/ids'
import type { Kit } from '../../shared/domain/kit'
import type { Reading } from '../../shared/domain/reading'
import type { TalkDay } from '../../shared/domain/talk'
import {
  type Held,
  type Place,
  SUMMED as SUMS,
  type TalksHeld,
  WorkAdditions,
  type WorkSum,
  workId,
  workLeaves,
} from '../../shared/domain/work-sums'

const readings = collection<Reading>('readings')
const kits = collection<Kit>('kits')
const days = collection<TalkDay>('talkdays')

const asCounted = async (portion: readonly Reading[]): Promise<Reading[]> => {
  const erased = portion.filter(({ by }) => by === 'erased').map(({ _id }) => _id)
  const was = new Map((await findDepartures(erased)).map(({ _id, by }) => [_id, by]))
  return portion.map((reading) => ({ ...reading, by: was.get(reading._id) ?? reading.by }))
}

const SUMMED: readonly string[] = SUMS

type Portion<T> = (after: string) => Promise<T[]>
async function* each<T extends { _id: string }>(portion: Portion<T>): AsyncIterable<T[]> {
  for (let after = ''; ; ) {
    const some = await portion(after)
    const last = some.at(-1)
    if (!last) return
    yield some
    after = last._id
  }
}

const addReadings = async (additions: WorkAdditions): Promise<void> => {
  const portion: Portion<Reading> = (after) => readings.find({ _id: above(after) }, { order: [['_id', 'asc']] })
  for await (const some of each(portion)) {
    const { pathOf } = await chainsOf(some)
    workOf(await asCounted(some), pathOf, additions)
  }
}

const NOWHERE: Place = { storeId: null, teamId: null }

/** From the sources themselves; only where each counts is taken from what is held, and what of it is history. */
const addSources = async (additions: WorkAdditions, held: ReadonlyMap<string, Held>): Promise<void> => {
  const gone = new Map(held)
  const placed = (place: Place | undefined) => place ?? NOWHERE
  const kitsPortion: Portion<Kit> = (after) => kits.find({ _id: above(after) }, { order: [['_id', 'asc']], limit: 200 })
  for await (const some of each(kitsPortion))
    for (const kit of some) {
      const was = held.get(workId(kitsKey(kit.repId, kit.dealtAt)))?.[`${kit.postId}~${kit.version}`]
      if (was) addActs(additions, { repId: kit.repId, place: placed(was), kits: [kit], days: [] }, () => undefined)
    }
  const daysPortion: Portion<TalkDay> = (after) =>
    days.find({ _id: above(after) }, { order: [['_id', 'asc']], limit: 50 })
  for await (const some of each(daysPortion))
    for (const day of some) {
      const id = workId(toldKey(day.repId, day.day))
      const was = held.get(id)?.day as TalksHeld | undefined
      // what was counted of contacts who are gone is only known from what is held
      const stripped = day.told.some(({ contactId }) => contactId.startsWith('.'))
      if (was && stripped) additions.addTalks({ repId: day.repId, day: day.day }, was)
      else if (was) addActs(additions, { repId: day.repId, place: placed(was), kits: [], days: [day] }, () => undefined)
      gone.delete(id)
    }
  for (const [id, day] of gone) if (id.startsWith('told.')) addHeld(additions, id, day)
}

/** Days are removed when they are old; what they added stays. */
const addHeld = (additions: WorkAdditions, id: string, held: Held): void => {
  const [, repId = '', day = ''] = id.split('.')
  additions.addTalks({ repId: repId as MemberId, day }, held.day as TalksHeld | undefined)
}

const heldOfAll = async (): Promise<Map<string, Held>> => {
  const held = new Map<string, Held>()
  for await (const some of each(pageWork)) for (const { _id, held: own } of some) if (own) held.set(_id, own)
  return held
}

const leftOf = (sum: WorkSum): Map<string, number> => {
  const { _id, of, id, day, batch, gone = {}, held, ...sums } = sum
  const left = new Map(workLeaves(sums))
  for (const [path, n] of workLeaves(gone)) left.set(path, (left.get(path) ?? 0) - n)
  return left
}

const compare = (id: string, stored: ReadonlyMap<string, number>, recounted: ReadonlyMap<string, number>): string[] =>
  [...new Set([...stored.keys(), ...recounted.keys()])]
    .map((path) => [path, stored.get(path) ?? 0, recounted.get(path) ?? 0] as const)
    .filter(([, a, b]) => a !== b)
    .map(([path, a, b]) => `worksums ${id}: ${path} is ${a}, a recount says ${b}`)

/** One line per difference. While a batch is under way, or somebody waits in line, nothing can be said of her. */
export const recountWork = async (): Promise<string[]> => {
  const open = (await findProgress())?.open ?? null
  if (open !== null) return [`batches: batch ${open} is still open; run the jobs until it is closed`]
  const additions = new WorkAdditions()
  await addReadings(additions)
  await addSources(additions, await heldOfAll())
  const recounted = new Map(
    additions.list().map(({ work, leaves }) => [workId(work), new Map(leaves.map(({ at, n }) => [at, n]))]),
  )
  const differences: string[] = []
  for await (const some of each(pageWork))
    for (const sum of some) {
      if (!SUMMED.includes(sum.of)) continue
      differences.push(...compare(sum._id, leftOf(sum), recounted.get(sum._id) ?? new Map()))
      recounted.delete(sum._id)
    }
  for (const [id, leaves] of recounted)
    if (SUMMED.includes(id.split('.')[0] ?? '')) differences.push(...compare(id, new Map(), leaves))
  return differences
}
