// What has she bought before? Her deals, and the purchases in her rep's notes that no deal tells of: each thing once.
import { amountOf, type Deal, isSold, productKey } from './deal'
import type { ContactId, NoteId } from './ids'
import type { Note } from './note'
import { type Buy, gapsOf, medianOf, type Rhythm } from './repurchase'

export type Bought = Buy & { product: string; contactId: ContactId | null; statedDays: number | null }
type NoteFacts = Pick<Note, '_id' | 'contactId' | 'at' | 'purchase'>
type DealFacts = Pick<Deal, 'contactId' | 'at' | 'items' | 'noteIds' | 'refundedAt' | 'droppedAt'>

/** The latest first. A purchase that a deal names is that deal's, whatever became of the deal. */
export const boughtIn = (deals: readonly DealFacts[], notes: readonly NoteFacts[]): Bought[] => {
  const told = new Set<NoteId>(deals.flatMap(({ noteIds }) => noteIds))
  const ofDeals = deals
    .filter(isSold)
    .flatMap(({ contactId, at, items }) =>
      items.map(({ product, qty }) => ({ product, qty, contactId, at, statedDays: null })),
    )
  const ofNotes = notes.flatMap(({ _id, contactId, at, purchase }) =>
    purchase && !told.has(_id)
      ? [{ product: purchase.product, qty: 1, contactId, at, statedDays: purchase.cycleDays }]
      : [],
  )
  return [...ofDeals, ...ofNotes].sort((a, b) => b.at - a.at)
}

export const buysOf = (bought: readonly Bought[], product: string): Bought[] =>
  bought.filter((one) => productKey(one.product) === productKey(product))

/** How long one of this product lasted all these customers, each by her own gaps. */
export const rhythmOf = (bought: readonly Bought[], product: string, statedDays: number | null): Rhythm => {
  const of = new Map<ContactId | null, Bought[]>()
  for (const one of buysOf(bought, product)) of.set(one.contactId, [...(of.get(one.contactId) ?? []), one])
  of.delete(null) // of nobody she knows: one after the other are not one customer's
  const gaps = [...of.values()].flatMap(gapsOf)
  return { medianDays: medianOf(gaps), gaps: gaps.length, statedDays }
}

/** An order of the till, as one of a rep's own deals that day may already tell of it. */
export type Order = { repId: Deal['repId']; day: Deal['day']; items: Deal['items'] }

/** Her own deal that this order is the proof of: same day, same money, not yet proved. null: nobody wrote it down. */
export const dealOfOrder = (order: Order, deals: readonly Deal[]): Deal | null =>
  deals
    .filter((deal) => isSold(deal) && deal.source === 'rep' && deal.orderNo === null && deal.verifiedAt === null)
    .filter(
      ({ repId, day, items }) => repId === order.repId && day === order.day && amountOf({ items }) === amountOf(order),
    )
    .sort((a, b) => a.writtenAt - b.writtenAt || (a._id < b._id ? -1 : 1))[0] ?? null

/** The other way round: an order that was brought in before she wrote her deal down. null: there is none. */
export const orderOfDeal = (deal: Order, deals: readonly Deal[]): Deal | null =>
  deals
    .filter((one) => isSold(one) && one.source === 'import' && one.contactId === null && one.partnerId === null)
    .filter(
      ({ repId, day, items }) => repId === deal.repId && day === deal.day && amountOf({ items }) === amountOf(deal),
    )
    .sort((a, b) => (a._id < b._id ? -1 : 1))[0] ?? null
