// A portion of the till's orders: each becomes a deal, or proves the one a rep has entered herself; sent again it does nothing.
import { dayOf, instantOf } from '@shared/domain/day'
import { amountOf, type Deal, guessKind } from '@shared/domain/deal'
import { dealOfOrder } from '@shared/domain/deal-history'
import { type RowFault, readOrders, type TillOrder } from '@shared/domain/deal-import'
import type { DealId, MemberId } from '@shared/domain/ids'
import type { Product } from '@shared/domain/product'
import { hash53 } from '@shared/domain/variant/hash'
import { appendAudit } from '../_kit/audit'
import { now } from '../_kit/clock'
import { changeDeal, findByOrders, insertDeal, listDealsOfDay } from '../_kit/data/deals'
import { listProducts } from '../_kit/data/products'
import { findSellers, type Seller } from '../_kit/data/sellers'
import type { Handler } from '../_kit/serve'

type Till = { by: MemberId; at: number; dry: boolean; sellers: readonly Seller[]; products: readonly Product[] }
type Outcome = 'made' | 'proved' | 'same' | 'changed'

const dealOf = ({ orderNo, repId, day, items }: TillOrder, { by, at, sellers, products }: Till): Deal => {
  const seller = sellers.find(({ _id }) => _id === repId)
  const uses = items.map(({ productId, product }) => ({
    product,
    use: products.find(({ _id }) => _id === productId)?.use ?? ('goods' as const),
  }))
  return {
    ...{ _id: `o_${orderNo}` as DealId, repId, storeId: seller?.storeId as Deal['storeId'] },
    ...{ teamId: seller?.teamId ?? null, contactId: null, kind: guessKind(uses, []), items, day, writtenAt: at },
    ...{ at: instantOf(day, '12:00'), source: 'import', orderNo, noteIds: [], talkDay: null, partnerId: null },
    ...{ verifiedAt: at, verifiedBy: by, refundedAt: null, droppedAt: null, due: null, credits: [] },
  }
}

const isSame = (stored: Deal, order: TillOrder): boolean =>
  stored.repId === order.repId && stored.day === order.day && amountOf(stored) === amountOf(order)

/** taken: deals of reps that an order before has proved. */
const take = async (order: TillOrder, stored: Deal | undefined, till: Till, taken: Set<DealId>): Promise<Outcome> => {
  if (stored) return isSame(stored, order) ? 'same' : 'changed'
  const hers = (await listDealsOfDay(order.repId, order.day)).filter(({ _id }) => !taken.has(_id))
  const proved = dealOfOrder(order, hers)
  if (!proved) return till.dry || (await insertDeal(dealOf(order, till))) ? 'made' : 'same'
  taken.add(proved._id)
  const seen = { orderNo: null, verifiedAt: null, refundedAt: null, droppedAt: null }
  const change = { orderNo: order.orderNo, verifiedAt: till.at, verifiedBy: till.by }
  if (till.dry || (await changeDeal(proved._id, seen, change))) return 'proved'
  return take(order, undefined, till, taken) // it was undone or given back just now
}

export const importDeals: Handler<'hq', 'deal.import'> = async ({ dry, rows }, { caller: { member } }) => {
  const at = now()
  const [products, byCode] = await Promise.all([listProducts(), findSellers(rows.map(({ code }) => code.trim()))])
  const sellers = [...byCode.values()].filter(({ storeId }) => storeId !== null)
  const repOf = (code: string) => sellers.find((one) => one.code === code.trim())?._id ?? null
  const { orders, faults } = readOrders(rows, { today: dayOf(at), repOf, products })
  const till: Till = { by: member._id, at, dry, sellers, products }
  const stored = new Map((await findByOrders(orders.map(({ orderNo }) => orderNo))).map((deal) => [deal.orderNo, deal]))
  const counts = { made: 0, proved: 0, same: 0 }
  const changed: RowFault[] = []
  const taken = new Set<DealId>()
  for (const order of orders) {
    const outcome = await take(order, stored.get(order.orderNo), till, taken)
    if (outcome === 'changed') changed.push({ line: order.lines[0] ?? 0, fault: 'changed', found: order.orderNo })
    else counts[outcome]++
  }
  if (!dry && counts.made + counts.proved > 0) {
    const said = hash53(JSON.stringify(rows)).toString(36)
    const act = { actId: `deals.${said}`, act: 'deals.imported' as const, of: `deals.${said}`, facts: counts }
    await appendAudit({ ...act, byId: member._id, byName: member.name }, at)
  }
  return { ...counts, faults: [...faults, ...changed].sort((a, b) => a.line - b.line) }
}
