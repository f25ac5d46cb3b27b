// What is left to a team of what it sold, and for each hour it put in? 阿米巴: every team counts for itself.
import { amountOf, type Deal, goodsCostOf, incomeOf, isSold } from './deal'
import type { CostId, TeamId } from './ids'

/** content: making it · ads: bought attention · goods: samples and gifts beside what deals say · time: hours, no money · other. */
export const COST_KINDS = ['content', 'ads', 'goods', 'time', 'other'] as const
export type CostKind = (typeof COST_KINDS)[number]
export const COST_MINUTES_MAX = 60_000

/** time: minutes and no money; else 分 and no minutes. ads: what the place that sold them says came of it, where it says so. */
export type Cost = {
  _id: CostId
  teamId: TeamId
  day: string
  kind: CostKind
  amountFen: number
  minutes: number
  sold: { deals: number; amountFen: number } | null
  words: string
  droppedAt: number | null
}

export const maySaveCost = ({
  kind,
  amountFen,
  minutes,
  sold,
}: Cost): { ok: true } | { ok: false; reason: 'bad-cost' } =>
  (kind === 'time' ? minutes > 0 && amountFen === 0 : amountFen > 0 && minutes === 0) &&
  (kind === 'ads' || sold === null)
    ? { ok: true }
    : { ok: false, reason: 'bad-cost' }

/** Whole 分; profitFen = incomeFen − goodsFen − spent. Hours are not taken off as wages: perHourFen says what each came to. */
export type ProfitSheet = {
  deals: number
  pieces: number
  amountFen: number
  incomeFen: number
  goodsFen: number
  spentFen: Record<Exclude<CostKind, 'time'>, number>
  profitFen: number
  minutes: number
  perHourFen: number | null // null: no hours were written down
  unknownCost: number // lines of which nobody said what they cost: the profit is no more than this
}

type DealFacts = Pick<Deal, 'items' | 'refundedAt' | 'droppedAt'>
type CostFacts = Pick<Cost, 'kind' | 'amountFen' | 'minutes' | 'droppedAt'>

const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0)
const MINUTES = 60

export const profitOf = (deals: readonly DealFacts[], costs: readonly CostFacts[]): ProfitSheet => {
  const sold = deals.filter(isSold)
  const spent = costs.filter(({ droppedAt }) => droppedAt === null)
  const spentOn = (kind: CostKind) =>
    sum(
      spent.filter((cost) => cost.kind === kind),
      ({ amountFen }) => amountFen,
    )
  const spentFen = {
    ...{ content: spentOn('content'), ads: spentOn('ads'), goods: spentOn('goods'), other: spentOn('other') },
  }
  const [incomeFen, goodsFen, minutes] = [
    ...[sum(sold, incomeOf), sum(sold, goodsCostOf), sum(spent, (cost) => cost.minutes)],
  ] as const
  const profitFen = incomeFen - goodsFen - sum(Object.values(spentFen), (fen) => fen)
  const items = sold.flatMap((deal) => deal.items)
  return {
    deals: sold.length,
    pieces: sum(items, ({ qty }) => qty),
    amountFen: sum(sold, amountOf),
    ...{ incomeFen, goodsFen, spentFen, profitFen, minutes },
    perHourFen: minutes === 0 ? null : Math.round((profitFen * MINUTES) / minutes),
    unknownCost: items.filter(({ costFen }) => costFen === null).length,
  }
}

/** What one deal took, by whom it came: bought attention, or users of our own. null: no deal. */
export type CameBy = { deals: number; amountFen: number; spentFen: number; perDealFen: number | null }

const cameBy = (deals: number, amountFen: number, spentFen: number): CameBy => ({
  ...{ deals, amountFen, spentFen, perDealFen: deals > 0 ? Math.round(spentFen / deals) : null },
})

/** ads: as those who sold them report. own: deals written down here and what was spent beside ads. */
export const adsAndOwn = (
  sheet: ProfitSheet,
  costs: readonly Pick<Cost, 'sold' | 'droppedAt'>[],
): { ads: CameBy; own: CameBy } => {
  const reported = costs.flatMap(({ sold, droppedAt }) => (sold && droppedAt === null ? [sold] : []))
  const { content, goods, other, ads } = sheet.spentFen
  return {
    ads: cameBy(
      sum(reported, ({ deals }) => deals),
      sum(reported, ({ amountFen }) => amountFen),
      ads,
    ),
    own: cameBy(sheet.deals, sheet.amountFen, content + goods + other),
  }
}
