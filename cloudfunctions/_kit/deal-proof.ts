// Was the till's order brought in before she wrote her deal down? Then hers stands for both, proved, and the order is set aside.
import type { Deal } from '@shared/domain/deal'
import { orderOfDeal } from '@shared/domain/deal-history'
import type { DealId } from '@shared/domain/ids'
import { now } from './clock'
import { changeDeal, listDealsOfDay } from './data/deals'

const orderDoc = (orderNo: string): DealId => `o_${orderNo}` as DealId

/** Hers first: what a crash leaves undone is done when she says it again. */
export const takeProof = async (deal: Deal): Promise<Deal> => {
  const order = deal.orderNo === null ? orderOfDeal(deal, await listDealsOfDay(deal.repId, deal.day)) : null
  const seen = { orderNo: null, refundedAt: null, droppedAt: null }
  const { orderNo, verifiedAt, verifiedBy } = order ?? deal
  if (order && !(await changeDeal(deal._id, seen, { orderNo, verifiedAt, verifiedBy }))) return deal
  if (orderNo !== null) await changeDeal(orderDoc(orderNo), { source: 'import', droppedAt: null }, { droppedAt: now() })
  return { ...deal, orderNo, verifiedAt, verifiedBy }
}
