// Which payouts were made, the latest first?
import { pagePayouts } from '../_kit/data/payouts'
import type { Handler } from '../_kit/serve'
import { showPayout } from '../_kit/show-payout'

const SIZE = 5

export const listPayouts: Handler<'hq', 'payout.list'> = async ({ cursor }, { caller: { member } }) => {
  const { items, next } = await pagePayouts(cursor, SIZE)
  return { payouts: items.map((one) => showPayout(one, member._id)), next }
}
