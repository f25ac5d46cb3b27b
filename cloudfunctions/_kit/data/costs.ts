// What did a team put in, in money and in hours? Each line is written once, and taken out again by a mark.
import type { CostId, TeamId } from '@shared/domain/ids'
import type { Cost } from '@shared/domain/profit'
import { type Change, collection, oneOf } from '../collection'
import { type Days, readDays } from '../day-pages'

const costs = collection<Cost>('costs')

export const findCost = (id: CostId): Promise<Cost | null> => costs.get(id)
/** False when one of that id is there. */
export const insertCost = (cost: Cost): Promise<boolean> => costs.insertIfAbsent(cost)
export const changeCost = async (id: CostId, change: Change<Cost>): Promise<boolean> =>
  (await costs.change({ _id: id, droppedAt: null }, change)) > 0

/** One is about 250 bytes. */
const PORTION = 1_000
/** More at once is not summed while somebody waits. */
const SUMMED_MAX = 20_000

/** The latest day first. teamIds null: of all teams. null: more than may be summed. */
export const listCosts = async (days: Days, teamIds: readonly TeamId[] | null): Promise<Cost[] | null> => {
  if (teamIds?.length === 0) return []
  const base = teamIds === null ? {} : { teamId: oneOf(teamIds) }
  const all = await readDays(costs, base, { ...days, room: SUMMED_MAX, portion: PORTION })
  return all.length > SUMMED_MAX ? null : all.filter(({ droppedAt }) => droppedAt === null).reverse()
}
