// Do the sums hold what the readings say? Every reading once, what the sums have of it; then every sum once.
import { above, collection } from '../../cloudfunctions/_kit/collection'
import { findProgress } from '../../cloudfunctions/_kit/data/batches'
import { findDepartures } from '../../cloudfunctions/_kit/data/departures'
import { pageTallies } from '../../cloudfunctions/_kit/data/tallies'
import { chainsOf } from '../../cloudfunctions/_kit/tally-steps'
import type { ShareToken } from '../../shared/domain/ids'
import type { Reading } from '../../shared/domain/reading'
import { Additions, countedOf, leavesOf, type Sums, type Tally, tallyId } from '../../shared/domain/tally'

const readings = collection<Reading>('readings')

/** One that is on its way out still counts as what it was. */
const asCounted = async (portion: readonly Reading[]): Promise<Reading[]> => {
  const erased = portion.filter(({ by }) => by === 'erased').map(({ _id }) => _id)
  const was = new Map((await findDepartures(erased)).map(({ _id, by }) => [_id, by]))
  return portion.map((reading) => ({ ...reading, by: was.get(reading._id) ?? reading.by }))
}

const recountAll = async (): Promise<Map<string, Sums>> => {
  const cards = new Set<ShareToken>()
  const additions = new Additions((root) => cards.has(root))
  for (let after = ''; ; ) {
    const portion = await readings.find({ _id: above(after) }, { order: [['_id', 'asc']] })
    const { pathOf, isCard } = await chainsOf(portion)
    for (const reading of await asCounted(portion)) {
      const path = pathOf(reading)
      const root = path[0] ?? reading.token
      if (root !== null && isCard(root)) cards.add(root)
      additions.add(reading, path, countedOf(reading))
    }
    const last = portion.at(-1)
    if (!last) break
    after = last._id
  }
  return new Map(additions.list().map(({ key, sums }) => [tallyId(key), sums]))
}

type Leaves = Map<string, number>
const leaves = (sums: Partial<Sums>): Leaves => new Map(leavesOf(sums))

/** What a tally says of the readings that are still there. */
const leftOf = (tally: Tally): Leaves => {
  const left = leaves(tally)
  for (const [path, n] of leavesOf(tally.gone ?? {})) left.set(path, (left.get(path) ?? 0) - n)
  return left
}

const compare = (id: string, stored: Leaves, recounted: Leaves): string[] =>
  [...new Set([...stored.keys(), ...recounted.keys()])]
    .map((path) => [path, stored.get(path) ?? 0, recounted.get(path) ?? 0] as const)
    .filter(([, a, b]) => a !== b)
    .map(([path, a, b]) => `tallies ${id}: ${path} is ${a}, the readings say ${b}`)

/** One line per difference. While a batch is under way nothing can be said. */
export const recountTallies = async (): Promise<string[]> => {
  const open = (await findProgress())?.open ?? null
  if (open !== null) return [`batches: batch ${open} is still open; run the jobs until it is closed`]
  const recounted = await recountAll()
  const differences: string[] = []
  for (let after = ''; ; ) {
    const portion = await pageTallies(after)
    for (const tally of portion) {
      differences.push(...compare(tally._id, leftOf(tally), leaves(recounted.get(tally._id) ?? {})))
      recounted.delete(tally._id)
    }
    const last = portion.at(-1)
    if (!last) break
    after = last._id
  }
  for (const [id, sums] of recounted) differences.push(...compare(id, new Map(), leaves(sums)))
  return differences
}
