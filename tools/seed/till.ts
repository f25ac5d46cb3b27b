// Seeds what the shops' tills say: orders of the weeks before, which prove the reps' own deals, and some that no rep wrote down.

import { dayAfter, dayOf } from '@shared/domain/day'
import { ORDER_PORTION } from '@shared/domain/deal-import'
import { demoTillOrders } from '../demo/deals.data'
import type { Admin } from './admin'
import { idFrom } from './chance'
import type { Sold } from './deals'
import type { As, Door } from './door'
import { workCodeOf } from './people'

const DAY_MS = 86_400_000
const FEN = 100
/** The table of the till comes in the week after. */
const COMES_AFTER_MS = 8 * DAY_MS

type Row = { orderNo: string; code: string; day: string; product: string; qty: string; amount: string }

const rowsOf = ({ username, dealId, at, items }: Sold): Row[] =>
  items.map(({ product, qty, amountFen }) => ({
    ...{ orderNo: idFrom(12, 'order', dealId), code: workCodeOf(username) ?? '', day: dayOf(at), product },
    ...{ qty: String(qty), amount: (amountFen / FEN).toFixed(2) },
  }))

/** Brought in twice it changes nothing. */
export const seedTill = async (
  { door, admin, approver, now }: { door: Door; admin: Admin; approver: As; now: number },
  sold: readonly Sold[],
): Promise<void> => {
  const proved = sold.filter(({ at }) => at < now - COMES_AFTER_MS)
  const own = demoTillOrders.map(({ rep, daysAgo, product, qty, yuan }, n): Row => {
    const day = dayAfter(dayOf(now), -daysAgo)
    return {
      ...{ orderNo: `D${1000 + n}`, code: workCodeOf(rep) ?? '', day, product },
      ...{ qty: String(qty), amount: yuan.toFixed(2) },
    }
  })
  const rows = [...proved.flatMap(rowsOf), ...own].map((row, n) => ({ ...row, line: n + 2 }))
  for (let from = 0; from < rows.length; from += ORDER_PORTION)
    await door.call('hq', 'deal.import', { dry: false, rows: rows.slice(from, from + ORDER_PORTION) }, approver)
  for (const { dealId, at } of proved) await admin.update('deals', dealId, { verifiedAt: at + DAY_MS })
}
