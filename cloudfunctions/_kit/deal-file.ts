// How does a rep see deals, and what is written into her notes for one? The purchase notes are what talks go by.
import type { ShownDeal } from '@shared/contracts/deal'
import { amountOf, type Deal, isSold, productKey } from '@shared/domain/deal'
import { boughtIn, buysOf, rhythmOf } from '@shared/domain/deal-history'
import type { MemberId, NoteId } from '@shared/domain/ids'
import type { Product } from '@shared/domain/product'
import { lastsDays } from '@shared/domain/repurchase'
import { withoutTouch, withTouch } from '@shared/domain/sheet'
import { listFactsOf } from './data/deals'
import { insertNote, listPurchases, removeNote } from './data/notes'
import { reviseSheet } from './data/sheets'
import { showWho } from './show-who'

/** As she calls them; of whom she may not open any more only the deal remains. */
export const showDeals = async (repId: MemberId, deals: readonly Deal[]): Promise<ShownDeal[]> => {
  const who = await showWho(
    repId,
    deals.flatMap(({ contactId }) => contactId ?? []),
  )
  return deals.map((deal) => {
    const known = deal.contactId === null ? undefined : who.get(deal.contactId)
    return {
      ...{ dealId: deal._id, kind: deal.kind, at: deal.at, writtenAt: deal.writtenAt, source: deal.source },
      ...{ contactId: known?.contactId ?? null, who: known ? (known.remark ?? known.ordinal) : null },
      items: deal.items.map(({ product, qty, amountFen, theirs }) => ({ product, qty, amountFen, theirs })),
      amountFen: amountOf(deal),
      verified: deal.verifiedAt !== null,
      refunded: deal.refundedAt !== null,
    }
  })
}

/** Everything her customers are known to have bought. */
export const loadBought = async (repId: MemberId) => {
  const [deals, notes] = await Promise.all([listFactsOf(repId), listPurchases(repId)])
  return boughtIn(deals, notes)
}

/** What is used up: lessons and places as a partner are not. */
const isUsedUp = (product: string, products: readonly Product[]): boolean =>
  (products.find(({ name }) => productKey(name) === productKey(product))?.use ?? 'goods') === 'goods'

/** Her own note of it comes first, where there was one. */
export const noteIdsOf = ({ _id, items }: Pick<Deal, '_id' | 'items'>, named: NoteId | null): NoteId[] =>
  items.map((_, n) => (n === 0 && named !== null ? named : (`${_id}-${n}` as NoteId)))

type Said = { cycleDays: readonly (number | null)[]; products: readonly Product[] }

/** Repeated it changes nothing. A deal that is over writes nothing. */
export const writePurchases = async (deal: Deal, { cycleDays, products }: Said): Promise<void> => {
  const { _id, repId, contactId, at, writtenAt, noteIds } = deal
  if (contactId === null || !isSold(deal)) return
  const bought = await loadBought(repId)
  const hers = bought.filter((one) => one.contactId === contactId)
  for (const [n, { product, amountFen }] of deal.items.entries()) {
    const noteId = noteIds[n]
    if (!noteId?.startsWith(`${_id}-`) || !isUsedUp(product, products)) continue
    const stated = products.find(({ name }) => productKey(name) === productKey(product))?.cycleDays ?? null
    const learned = lastsDays(buysOf(hers, product), rhythmOf(bought, product, stated))
    await insertNote({
      ...{
        _id: noteId,
        repId,
        contactId,
        groupId: null,
        kind: 'purchase',
        text: '',
        photos: [],
        hits: [],
        hitAt: null,
      },
      ...{ at, writtenAt, purchase: { product, cycleDays: cycleDays[n] ?? learned, amountFen } },
    })
  }
  await reviseSheet(contactId, repId, ({ touches }) => ({
    touches: withTouch(touches, { id: _id, at, how: 'purchase' }),
  }))
}

/** What was written for it goes; a note she wrote herself before stays hers. */
export const dropPurchases = async ({ _id, repId, contactId, noteIds }: Deal): Promise<void> => {
  for (const noteId of noteIds) if (noteId.startsWith(`${_id}-`)) await removeNote(noteId)
  if (contactId !== null)
    await reviseSheet(contactId, repId, ({ touches }) =>
      touches.some(({ id }) => id === _id) ? { touches: withoutTouch(touches, _id) } : null,
    )
}
