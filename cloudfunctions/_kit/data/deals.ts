// What was sold? Deals are inserted once and then only end, are proved, or lose their customer; none is ever removed.
import { type Day, instantOf } from '@shared/domain/day'
import type { Deal, DealCredit } from '@shared/domain/deal'
import type { ContactId, DealId, MemberId, StoreId } from '@shared/domain/ids'
import { type Change, type Condition, collection, type Operator, oneOf } from '../collection'
import { type Days, readDays } from '../day-pages'
import { type Page, pageNewest } from '../page'

const deals = collection<Deal>('deals')

/** A deal of twelve lines with its credits is about 3 KB. */
const PORTION = 250
const DAY_MS = 86_400_000
/** What a rep's, or a contact's, rhythm is worked out from: the latest. */
const LATEST_MAX = 1_000
const FACTS = ['repId', 'contactId', 'at', 'items', 'noteIds', 'refundedAt', 'droppedAt'] as const
export type DealFacts = Pick<Deal, (typeof FACTS)[number] | '_id'>

export const findDeal = (id: DealId): Promise<Deal | null> => deals.get(id)
/** False when one of that id is there. */
export const insertDeal = (deal: Deal): Promise<boolean> => deals.insertIfAbsent(deal)

/** The latest first. */
export const listFactsOf = (repId: MemberId): Promise<DealFacts[]> =>
  deals.find({ repId }, { order: [['at', 'desc']], limit: LATEST_MAX, fields: FACTS })
export const listDealsOf = (contactId: ContactId): Promise<Deal[]> =>
  deals.find({ contactId }, { order: [['at', 'desc']], limit: PORTION })
export const pageDeals = (repId: MemberId, cursor: string | undefined, size: number): Promise<Page<Deal>> =>
  pageNewest(deals, { repId }, { by: 'at', cursor, size })

/** As it is ended: only once, and only while the condition still holds. */
export const changeDeal = async (id: DealId, seen: Condition<Deal>, change: Change<Deal>): Promise<boolean> =>
  (await deals.change({ ...seen, _id: id }, change)) > 0

/** Those that wait to be put down to what came before them, the longest waiting first. */
export const listDue = (until: number, limit: number): Promise<Deal[]> => {
  const since: Operator = (_) => _.gt(0).and(_.lte(until))
  return deals.find({ due: since }, { order: [['due', 'asc']], limit })
}

/** False when what it rests on has been taken away meanwhile. */
export const keepCredits = async (deal: Pick<Deal, '_id' | 'due'>, credits: DealCredit[]): Promise<boolean> =>
  (await deals.change({ _id: deal._id, due: deal.due ?? null }, { credits, due: null })) > 0

/** What they read is not to be known any longer: what rested on it is worked out anew from what remains. */
export const dropCredits = async (contactIds: readonly ContactId[], at: number): Promise<void> => {
  if (contactIds.length) await deals.change({ contactId: oneOf(contactIds) }, { credits: [], due: at })
}

/** That something was sold stays in the books; to whom, and what came before, goes. */
export const detachDeals = (contactId: ContactId): Promise<number> =>
  deals.change({ contactId }, { contactId: null, credits: [], noteIds: [], talkDay: null, due: null })

/** Of one rep and day, for an order that may be the proof of one of them. */
export const listDealsOfDay = (repId: MemberId, day: Day): Promise<Deal[]> => {
  const from = instantOf(day, '00:00')
  const at: Operator = (_) => _.gte(from).and(_.lt(from + DAY_MS))
  return deals.find({ repId, at }, { order: [['at', 'desc']], limit: PORTION })
}

export const findByOrders = (orderNos: readonly string[]): Promise<Deal[]> =>
  orderNos.length ? deals.find({ orderNo: oneOf(orderNos) }) : Promise.resolve([])

/** More at once is not summed while somebody waits. */
export const SUMMED_MAX = 20_000

/** storeIds null: of the whole firm. null: more than may be summed. */
export const listDealsIn = async (days: Days, storeIds: readonly StoreId[] | null): Promise<Deal[] | null> => {
  const all: Deal[] = []
  for (const base of storeIds?.map((storeId) => ({ storeId })) ?? [{}])
    all.push(...(await readDays(deals, base, { ...days, room: SUMMED_MAX - all.length, portion: PORTION })))
  return all.length > SUMMED_MAX ? null : all
}
