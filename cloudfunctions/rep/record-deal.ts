// Something was bought: kept once under its id, and told to her notes so that talks know when it runs out.
import type { Parsed } from '@shared/contracts'
import { dayOf } from '@shared/domain/day'
import { type Deal, type DealItem, isSold, mayRecordDeal } from '@shared/domain/deal'
import type { Member } from '@shared/domain/member'
import type { Product } from '@shared/domain/product'
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { findDeal, insertDeal } from '../_kit/data/deals'
import { findNote } from '../_kit/data/notes'
import { listProducts } from '../_kit/data/products'
import { noteIdsOf, showDeals, writePurchases } from '../_kit/deal-file'
import { takeProof } from '../_kit/deal-proof'
import { ensure, found, refusal } from '../_kit/errors'
import { ensureKeepable } from '../_kit/keepable'
import { sameEntry } from '../_kit/own-entry'
import type { Handler } from '../_kit/serve'

type Said = Parsed<'rep', 'deal.record'>

/** What HQ knows of a product holds: whose it is, and what it costs. */
const itemsOf = ({ items }: Said, products: readonly Product[]): DealItem[] =>
  items.map(({ productId, product, qty, amountFen, theirs }) => {
    const known = products.find(({ _id }) => _id === productId)
    const costFen = typeof known?.costFen === 'number' ? known.costFen * qty : null
    const name = known?.name ?? product
    return { productId: known?._id ?? null, product: name, qty, amountFen, costFen, theirs: known?.theirs ?? theirs }
  })

/** A purchase in her notes that this deal is: hers, and of the same customer. */
const ensureSameNote = async ({ noteId, contactId }: Said, { _id: repId }: Member): Promise<void> => {
  if (noteId === null) return
  const note = found(await findNote(noteId), 'no-such-entry', 'noteId')
  if (note.repId !== repId || note.contactId !== contactId || note.kind !== 'purchase')
    throw refusal('no-such-entry', 'noteId')
}

const dealOf = (said: Said, items: DealItem[], member: Member): Deal => {
  const writtenAt = now()
  const at = writtenAt - said.agoMs
  return {
    ...{ _id: said.dealId, repId: member._id, storeId: found(member.storeId, 'store-needed') },
    ...{
      teamId: member.teamId ?? null,
      contactId: said.contactId,
      kind: said.kind,
      items,
      at,
      day: dayOf(at),
      writtenAt,
    },
    ...{ source: 'rep', orderNo: null, talkDay: said.talkDay, partnerId: null, verifiedAt: null, verifiedBy: null },
    noteIds: said.contactId === null ? [] : noteIdsOf({ _id: said.dealId, items }, said.noteId),
    ...{ refundedAt: null, droppedAt: null, due: writtenAt, credits: [] },
  }
}

export const recordDeal: Handler<'rep', 'deal.record'> = async (said, { caller: { member }, checkTexts }) => {
  if (said.contactId) await openContact(member._id, said.contactId)
  const products = await listProducts()
  const items = itemsOf(said, products)
  ensure(mayRecordDeal({ items }), 'items')
  await ensureSameNote(said, member)
  await ensureKeepable(
    items.map(({ product }) => product),
    checkTexts,
    'items',
  )
  const fresh = dealOf(said, items, member)
  const kept = (await insertDeal(fresh)) ? fresh : sameEntry(await findDeal(fresh._id), fresh)
  const deal = isSold(kept) ? await takeProof(kept) : kept
  await writePurchases(deal, { cycleDays: said.items.map(({ cycleDays }) => cycleDays), products })
  const [shown] = await showDeals(member._id, [deal])
  return { deal: found(shown, 'no-such-entry') }
}
