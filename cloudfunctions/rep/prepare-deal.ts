// What does she need to enter a deal with one hand? What there is to sell, what this customer had before, and when it runs out.
import { productKey } from '@shared/domain/deal'
import { type Bought, buysOf, rhythmOf } from '@shared/domain/deal-history'
import type { ContactId, MemberId } from '@shared/domain/ids'
import type { Product } from '@shared/domain/product'
import { cycleOf, dueOf } from '@shared/domain/repurchase'
import { openContact } from '../_kit/contact-file'
import { listDealsOf, pageDeals } from '../_kit/data/deals'
import { listProducts } from '../_kit/data/products'
import { loadBought, showDeals } from '../_kit/deal-file'
import type { Handler } from '../_kit/serve'
import { showWho } from '../_kit/show-who'

const SHOWN_MAX = 12

const showBought = (product: string, { bought, hers, products }: Known) => {
  const buys = buysOf(hers, product)
  const stated = products.find(({ name }) => productKey(name) === productKey(product))?.cycleDays
  const said = stated ?? buys.find(({ statedDays }) => statedDays !== null)?.statedDays ?? null
  const rhythm = rhythmOf(bought, product, said)
  const cycle = cycleOf(buys, rhythm)
  return {
    ...{ product, times: buys.length, lastAt: buys[0]?.at ?? 0 },
    ...{ cycleDays: cycle?.days ?? null, from: cycle?.from ?? null, dueDay: dueOf(buys, rhythm) },
  }
}
type Known = { bought: readonly Bought[]; hers: readonly Bought[]; products: readonly Product[] }

const ofContact = async (repId: MemberId, contactId: ContactId, products: readonly Product[]) => {
  await openContact(repId, contactId)
  const [bought, deals, who] = await Promise.all([
    loadBought(repId),
    listDealsOf(contactId),
    showWho(repId, [contactId]),
  ])
  const hers = bought.filter((one) => one.contactId === contactId)
  const names = [...new Map(hers.map(({ product }) => [productKey(product), product])).values()]
  const known = who.get(contactId)
  return {
    who: known ? (known.remark ?? known.ordinal) : null,
    before: names.slice(0, SHOWN_MAX).map((product) => showBought(product, { bought, hers, products })),
    deals,
  }
}

const ofNobody = async (repId: MemberId) => ({
  ...{ who: null, before: [], deals: (await pageDeals(repId, undefined, SHOWN_MAX)).items },
})

export const prepareDeal: Handler<'rep', 'deal.prepare'> = async ({ contactId }, { caller: { member } }) => {
  const products = await listProducts()
  const known = contactId ? await ofContact(member._id, contactId, products) : await ofNobody(member._id)
  const kept = known.deals.filter(({ droppedAt }) => droppedAt === null).slice(0, SHOWN_MAX)
  return {
    products: products
      .filter(({ on }) => on)
      .map(({ _id, name, use, theirs, priceFen, cycleDays }) => ({
        ...{ productId: _id, name, use, theirs, priceFen, cycleDays },
      })),
    ...{ who: known.who, before: known.before, deals: await showDeals(member._id, kept) },
  }
}
