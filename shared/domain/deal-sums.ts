// What did deals come to, over many of them? Sums for HQ: nothing that rests on fewer than five customers is told.
import { MODELS, type Model } from './attribution'
import { type Day, dayOf } from './day'
import {
  amountOf,
  DEAL_KINDS,
  type Deal,
  type DealCredit,
  type DealKind,
  goodsCostOf,
  isSold,
  productKey,
} from './deal'
import { boughtIn, buysOf, rhythmOf } from './deal-history'
import type { ContactId, PostId } from './ids'
import type { Product } from './product'
import { COHORT_MIN, type Cohort, repurchaseRate } from './repurchase'
import { type UnitFacts, unitSheet } from './unit-economics'
import { K_ANONYMOUS, type Shown, toShown } from './work-number'

/** So far back first purchases, rhythms and who came again are looked for. */
export const LOOK_BACK_DAYS = 270

export type SumDeal = Pick<
  Deal,
  'items' | 'kind' | 'day' | 'at' | 'contactId' | 'credits' | 'due' | 'refundedAt' | 'droppedAt' | 'noteIds'
>

const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0)
const customersIn = (deals: readonly SumDeal[]): number =>
  new Set(deals.flatMap(({ contactId }) => contactId ?? [])).size
const isMany = (deals: readonly SumDeal[]): boolean => customersIn(deals) >= K_ANONYMOUS

export type KindSum = { kind: DealKind; deals: Shown; amountFen: number | null }

/** Only of customers a rep knows: of an order without a name nobody can say which purchase of hers it was. */
export const kindSums = (deals: readonly SumDeal[]): KindSum[] =>
  DEAL_KINDS.map((kind) => {
    const own = deals.filter((deal) => isSold(deal) && deal.kind === kind && deal.contactId !== null)
    const isTold = isMany(own)
    return {
      ...{ kind, deals: isTold ? toShown(own.length) : own.length > 0 ? 'few' : 0 },
      amountFen: isTold ? sum(own, amountOf) : null,
    }
  })

type ByModel = Record<Model, number>
const added = (credits: readonly Pick<DealCredit, 'fen'>[]): ByModel =>
  Object.fromEntries(MODELS.map((model) => [model, sum(credits, ({ fen }) => fen[model] ?? 0)])) as ByModel

export type Credited = {
  amountFen: number
  noneFen: number
  waiting: number
  ways: { of: DealCredit['of']; fen: ByModel }[]
  posts: { postId: PostId; deals: number; fen: ByModel }[]
}

const POSTS_SHOWN = 20

const postsIn = (deals: readonly SumDeal[]): Credited['posts'] => {
  const by = new Map<PostId, { deals: SumDeal[]; credits: DealCredit[] }>()
  for (const deal of deals)
    for (const credit of deal.credits ?? []) {
      if (credit.postId === null) continue
      const own = by.get(credit.postId) ?? { deals: [], credits: [] }
      by.set(credit.postId, { deals: [...own.deals, deal], credits: [...own.credits, credit] })
    }
  return [...by]
    .filter(([, own]) => isMany(own.deals))
    .map(([postId, own]) => ({ postId, deals: new Set(own.deals).size, fen: added(own.credits) }))
    .sort((a, b) => b.fen.linear - a.fen.linear || (a.postId < b.postId ? -1 : 1))
    .slice(0, POSTS_SHOWN)
}

/** Of each way of dividing: what stands in `ways` and noneFen together are amountFen, to the 分. */
export const creditSums = (deals: readonly SumDeal[]): Credited => {
  const sold = deals.filter(isSold)
  const done = sold.filter(({ due = null }) => due === null)
  const withCredit = done.filter(({ credits = [] }) => credits.length > 0)
  const told = isMany(withCredit) ? withCredit : []
  const none = done.filter((deal) => !told.includes(deal))
  const credits = told.flatMap((deal) => deal.credits ?? [])
  return {
    ...{ amountFen: sum(done, amountOf), noneFen: sum(none, amountOf), waiting: sold.length - done.length },
    ways: told.length
      ? (['reading', 'talk', 'share'] as const).map((of) => ({
          of,
          fen: added(credits.filter((credit) => credit.of === of)),
        }))
      : [],
    posts: postsIn(told),
  }
}

const byCustomer = (deals: readonly SumDeal[]): Map<ContactId, SumDeal[]> => {
  const of = new Map<ContactId, SumDeal[]>()
  for (const deal of deals)
    if (deal.contactId !== null && isSold(deal)) of.set(deal.contactId, [...(of.get(deal.contactId) ?? []), deal])
  return of
}

export const cohortOf = (deals: readonly SumDeal[], today: Day): Cohort =>
  repurchaseRate(
    [...byCustomer(deals).values()].map((own) => own.map(({ at }) => at)),
    today,
  )

export type ShownCohort = { people: Shown; again: Shown; young: Shown; rate: number | null }
/** The rate is worked out from the counts as shown, so that it gives none of them away. */
export const showCohort = ({ people, again, young }: Cohort): ShownCohort => {
  const shown = { people: toShown(people), again: toShown(again), young: toShown(young) }
  const isTold = typeof shown.people === 'number' && typeof shown.again === 'number' && shown.people >= COHORT_MIN
  return { ...shown, rate: isTold ? Number(shown.again) / Number(shown.people) : null }
}

export type ProductSum = {
  product: string
  theirs: boolean
  pieces: number
  amountFen: number
  statedDays: number | null
  medianDays: number | null
}
const PRODUCTS_SHOWN = 50

/** within: of the span that is looked at; all: back to LOOK_BACK_DAYS, for how long one lasts. */
export const productSums = (
  within: readonly SumDeal[],
  all: readonly SumDeal[],
  products: readonly Product[],
): ProductSum[] => {
  const items = within.filter(isSold).flatMap((deal) => deal.items)
  const bought = boughtIn(all, [])
  const names = new Map(items.map(({ product }) => [productKey(product), product]))
  return [...names]
    .map(([key, product]) => {
      const own = items.filter((item) => productKey(item.product) === key)
      const statedDays = products.find(({ name }) => productKey(name) === key)?.cycleDays ?? null
      const buys = buysOf(bought, product)
      const again = new Set(
        buys
          .filter(({ contactId }, n) => buys.some((other, m) => m !== n && other.contactId === contactId))
          .map((one) => one.contactId),
      )
      again.delete(null)
      const medianDays = again.size >= K_ANONYMOUS ? rhythmOf(bought, product, null).medianDays : null
      return {
        ...{ product, theirs: own.some(({ theirs }) => theirs), statedDays, medianDays },
        ...{ pieces: sum(own, ({ qty }) => qty), amountFen: sum(own, ({ amountFen }) => amountFen) },
      }
    })
    .sort((a, b) => b.amountFen - a.amountFen || (a.product < b.product ? -1 : 1))
    .slice(0, PRODUCTS_SHOWN)
}

/** Of customers whose first known deal lies in the span: what they began with, and what has followed since. */
export const newCustomers = (
  all: readonly SumDeal[],
  { from, to }: { from: Day; to: Day },
  spentFen: number,
): UnitFacts => {
  const own = [...byCustomer(all).values()]
    .map((deals) => [...deals].sort((a, b) => a.at - b.at))
    .filter(([first]) => first && dayOf(first.at) >= from && dayOf(first.at) <= to)
  const firsts = own.flatMap(([first]) => first ?? [])
  const later = own.flatMap(([, ...rest]) => rest)
  return {
    ...{ customers: own.length, costFen: spentFen },
    ...{
      firstFen: sum(firsts, amountOf),
      laterFen: sum(later, amountOf),
      goodsFen: sum([...firsts, ...later], goodsCostOf),
    },
  }
}

/** null: fewer than five came new. The count is shown in fives, the money per customer as it is. */
export const showUnit = (facts: UnitFacts) => {
  const sheet = facts.customers < K_ANONYMOUS ? null : unitSheet(facts)
  const shown = toShown(facts.customers)
  return sheet && { ...sheet, customers: typeof shown === 'number' ? shown : 0 }
}
