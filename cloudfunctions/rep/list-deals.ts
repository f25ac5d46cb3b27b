// What has she sold? The latest first; what was a slip is not told.
import { pageDeals } from '../_kit/data/deals'
import { showDeals } from '../_kit/deal-file'
import type { Handler } from '../_kit/serve'

const PAGE = 30

export const listDeals: Handler<'rep', 'deal.list'> = async ({ cursor }, { caller: { member } }) => {
  const { items, next } = await pageDeals(member._id, cursor, PAGE)
  const kept = items.filter(({ droppedAt }) => droppedAt === null)
  return { deals: await showDeals(member._id, kept), next }
}
