// How is everything of some days read, however much there is? In portions by day and _id, of which none is skipped or read twice.
import type { Day } from '@shared/domain/day'
import { above, type Collection, type Condition, type Operator, type Order } from './collection'

export type Days = { from: Day; to: Day }
type Dated = { _id: string; day: Day }

/**
 * The first day first; a day's own first, then the days after it, so that a portion may end within a day. It stops once there
 * are more than `room`. portion: so many that none comes near the platform's 1 MB a reply. The index must end in
 * ['day', 1], ['_id', 1].
 */
export const readDays = async <T extends Dated>(
  collection: Collection<T>,
  base: Condition<T>,
  { from, to, room, portion }: Days & { room: number; portion: number },
): Promise<T[]> => {
  const all: T[] = []
  const order: Order<T> = [
    ['day', 'asc'],
    ['_id', 'asc'],
  ]
  for (let last: T | undefined; all.length <= room; ) {
    const [day, id] = [last?.day ?? '', last?._id ?? '']
    const same = last ? await collection.find({ ...base, day, _id: above(id) }, { order, limit: portion }) : []
    const after: Operator = (_) => (last ? _.gt(day) : _.gte(from)).and(_.lte(to))
    const next =
      same.length < portion
        ? await collection.find({ ...base, day: after }, { order, limit: portion - same.length })
        : []
    all.push(...same, ...next)
    last = all.at(-1)
    if (same.length + next.length < portion) return all
  }
  return all
}
