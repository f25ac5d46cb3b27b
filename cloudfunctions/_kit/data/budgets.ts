// How much of a day's allowance is used? One small document per allowance and day, counted before anything is spent.
import { addedTo, collection, upTo } from '../collection'

/** _id is `${what}.${day}`. */
type Budget = { _id: string; used: number }

const budgets = collection<Budget>('budgets')

/** All or nothing; two who ask at once never get more than the limit together. */
const take = async (_id: string, count: number, limit: number): Promise<boolean> => {
  if (count > limit) return false
  const add = () => budgets.change({ _id, used: upTo(limit - count) }, { used: addedTo(count) })
  if (await add()) return true
  return (await budgets.insertIfAbsent({ _id, used: count })) || (await add()) > 0
}

/** How many of `wanted` were granted: as many as the limit still holds. */
export const takeBudget = async (id: string, wanted: number, limit: number): Promise<number> => {
  for (let count = wanted; count > 0; count--) if (await take(id, count, limit)) return count
  return 0
}

export const leftOfBudget = async (id: string, limit: number): Promise<number> =>
  Math.max(0, limit - ((await budgets.get(id))?.used ?? 0))
