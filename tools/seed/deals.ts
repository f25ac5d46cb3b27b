// Seeds what was sold and what it took: HQ's products, the reps' deals of half a year, the teams' costs, through the actions.
import { dayAfter, dayOf } from '@shared/domain/day'
import type { DealKind } from '@shared/domain/deal'
import { type DemoDeal, demoCosts, demoDeals, demoProducts } from '../demo/deals.data'
import { demoFiles } from '../demo/files.data'
import { demoContacts, demoReps } from '../demo/people.data'
import { DEMO_PASSING_REP } from '../demo/spread.data'
import type { Admin } from './admin'
import { chance, idFrom } from './chance'
import type { As, Door } from './door'
import { contactsOf } from './files'
import { DEMO_PASSWORD } from './people'
import { dealsOfWritten } from './written'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const FEN = 100
const MINUTES = 60
/** What has waited longest is put down first to what came before it: mirrored about here, the latest deal is the first. */
const MIRROR_MS = Date.UTC(2050, 0, 1)
/** Sums by what came before a deal are made some hours after it was written. */
const WRITTEN_AGO_MS = 3 * HOUR_MS

const inFen = (yuan: number): number => Math.round(yuan * FEN)
export const dealIdOf = (rep: string, id: string): string => idFrom(20, 'deal', rep, id)
const noteIdOf = (rep: string, remark: string, n: number): string => idFrom(20, 'purchase', rep, remark, n)

export const seedProducts = async (door: Door, editor: As): Promise<void> => {
  const products = demoProducts.map(({ id: productId, name, use, theirs, yuan, costYuan, cycleDays }) => ({
    ...{ productId, name, use, theirs, priceFen: inFen(yuan), cycleDays, on: true, rev: 0 },
    costFen: costYuan === null ? null : inFen(costYuan),
  }))
  for (const product of products) await door.call('hq', 'product.save', product, editor)
}

const itemsOf = ({ items }: Pick<DemoDeal, 'items'>) =>
  items.map(([id, qty]) => {
    const product = demoProducts.find((one) => one.id === id)
    if (!product) throw new Error(`demo: ${id} is sold and is no product`)
    const { name, theirs, yuan, cycleDays } = product
    return { productId: id, product: name, qty, amountFen: inFen(yuan) * qty, theirs, cycleDays }
  })

export type Sold = { username: string; dealId: string; at: number; items: ReturnType<typeof itemsOf> }

/** Written some hours ago at the latest. */
const recordDeals = async (door: Door, admin: Admin, username: string, deals: readonly DemoDeal[]) => {
  const sold: Sold[] = []
  const as = await door.signIn(username, DEMO_PASSWORD)
  const contacts = await contactsOf(door, as)
  const oldestFirst = [...deals].sort((a, b) => b.daysAgo - a.daysAgo)
  for (const { id, remark, kind, daysAgo, note, ...deal } of oldestFirst) {
    const contactId = remark === null ? null : contacts.get(remark)
    if (contactId === undefined) continue
    const dealId = dealIdOf(username, id)
    const noteId = remark === null || note === undefined ? null : noteIdOf(username, remark, note)
    const agoMs = daysAgo * DAY_MS + WRITTEN_AGO_MS
    const said = { dealId, contactId, kind, items: itemsOf(deal), agoMs, noteId, talkDay: null }
    const { deal: kept } = await door.call('rep', 'deal.record', said, as)
    await admin.update('deals', dealId, { writtenAt: kept.at, due: MIRROR_MS - kept.at })
    sold.push({ username, dealId, at: kept.at, items: said.items })
  }
  return sold
}

const idOfProduct = (name: string): string | undefined => demoProducts.find((product) => product.name === name)?.id

/** Of the other reps: what their notes say was bought, once before that, and now and then something else. */
const dealsOfFiles = (username: string): DemoDeal[] =>
  demoFiles
    .filter(({ repUsername }) => repUsername === username)
    .flatMap(({ remark, purchases = [] }) =>
      purchases.flatMap(([name, daysAgo, cycleDays], note): DemoDeal[] => {
        const product = idOfProduct(name)
        if (product === undefined) return []
        const words = ['deals', username, remark, note] as const
        const one = (id: string, kind: DealKind, ago: number, sold = product): DemoDeal => ({
          ...{ id: `${remark}-${note}-${id}`, remark, kind, daysAgo: ago, items: [[sold, 1]] },
        })
        const before = cycleDays === null ? [] : [one('before', 'first', daysAgo + cycleDays + 2)]
        const now = { ...one('now', cycleDays === null ? 'first' : 'repurchase', daysAgo), note }
        const extra = chance('extra', ...words) < 0.5
        const other = demoProducts[Math.floor(chance('other', ...words) * demoProducts.length)]?.id ?? 'hand'
        const ago = 1 + Math.floor(chance('ago', ...words) * Math.min(12, daysAgo))
        return [...before, now, ...(extra && other !== 'stock' ? [one('extra', 'cross-sale', ago, other)] : [])]
      }),
    )

/** And of those of whom nothing is noted, some came in for the trial set. */
const trialsOf = (username: string): DemoDeal[] =>
  demoContacts
    .filter((contact) => contact.repUsername === username && contact.consent === 'given' && contact.named)
    .filter(({ remark }) => !demoFiles.some((file) => file.repUsername === username && file.remark === remark))
    .filter(({ remark }) => chance('trial', username, remark) < 0.7)
    .map(({ remark }) => ({
      ...{ id: `${remark}-trial`, remark, kind: 'first' as const, items: [['trial', 1]] as const },
      daysAgo: 2 + Math.floor(chance('trial-ago', username, remark) * 40),
    }))

const listOthers = (username: string): DemoDeal[] => [
  ...dealsOfFiles(username),
  ...trialsOf(username),
  ...dealsOfWritten(username),
]

export const seedDeals = async (door: Door, admin: Admin): Promise<Sold[]> => {
  const sold: Sold[] = []
  for (const { username } of demoReps) {
    const hers = username === DEMO_PASSING_REP ? demoDeals : listOthers(username)
    sold.push(...(await recordDeals(door, admin, username, hers)))
  }
  return sold
}

/** Written down by the manager and the approver, each for the teams that are theirs: here by one who sees all. */
export const seedCosts = async (door: Door, approver: As, now: number): Promise<void> => {
  for (const [n, { team, kind, daysAgo, yuan, hours, words, sold }] of demoCosts.entries()) {
    const cost = {
      ...{ costId: idFrom(16, 'cost', team, n), teamId: team, day: dayAfter(dayOf(now), -daysAgo), kind, words },
      ...{ amountFen: inFen(yuan), minutes: hours * MINUTES },
      sold: sold ? { deals: sold[0], amountFen: inFen(sold[1]) } : null,
    }
    await door.call('hq', 'cost.save', cost, approver)
  }
}
