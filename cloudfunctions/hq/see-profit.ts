// What is left to each team of what it sold, and for each hour? 阿米巴, with 声量 beside 销量, ads beside users of our own.
import type { Deal } from '@shared/domain/deal'
import type { TeamId } from '@shared/domain/ids'
import { adsAndOwn, type Cost, profitOf } from '@shared/domain/profit'
import { toShown } from '@shared/domain/work-number'
import { costsIn, daysOf, dealsIn, showCosts, teamsIn } from '../_kit/deal-part'
import type { Handler } from '../_kit/serve'
import { headOf, partFor, storesOfSpan } from '../_kit/work-scope'

const voiceOf = (sums: Awaited<ReturnType<typeof storesOfSpan>>) => {
  const total = (name: 'opened' | 'deep') => sums.reduce((all, { sums: own }) => all + (own[name] ?? 0), 0)
  return { opened: toShown(total('opened')), deep: toShown(total('deep')) }
}

/** More lines than this nobody reads on one page, and none may come near 1 MB a reply. */
const COSTS_SHOWN = 500

type Named = { teamId: string; name: string; store: string }
const sheetOf = (named: Named, deals: readonly Deal[], costs: readonly Cost[]) => ({
  ...named,
  ...profitOf(
    deals.filter(({ teamId }) => (teamId ?? '') === named.teamId),
    costs.filter(({ teamId }) => teamId === named.teamId),
  ),
})

export const seeProfit: Handler<'hq', 'profit.see'> = async ({ span }, { caller: { member } }) => {
  const part = await partFor(member)
  const days = daysOf(part, span)
  const teams = await teamsIn(part)
  const [deals, costs, sums, head] = await Promise.all([
    dealsIn(part, days),
    costsIn(part, days, teams),
    storesOfSpan(part, span),
    headOf(part, span),
  ])
  const stores = new Map(part.stores.map(({ _id, name }) => [_id, name]))
  const named: Named[] = teams.map(({ _id, name, storeId }) => ({
    teamId: _id,
    name,
    store: stores.get(storeId) ?? '',
  }))
  const ids = new Set<TeamId | string>(teams.map(({ _id }) => _id))
  const whole = profitOf(deals, costs)
  const rest = deals
    .filter(({ teamId }) => teamId === null || !ids.has(teamId))
    .map((deal) => ({ ...deal, teamId: null }))
  const rows = [
    ...named.map((team) => sheetOf(team, deals, costs)),
    sheetOf({ teamId: '', name: '', store: '' }, rest, []),
  ].filter(({ deals: n, spentFen, minutes }) => n + minutes + Object.values(spentFen).reduce((a, b) => a + b, 0) > 0)
  return {
    ...{ ...days, asOf: part.at, scope: head.scope, whole, ...adsAndOwn(whole, costs), voice: voiceOf(sums) },
    teams: rows.sort((a, b) => b.profitFen - a.profitFen || a.name.localeCompare(b.name, 'zh')),
    costs: showCosts(costs.slice(0, COSTS_SHOWN), teams),
    costsMore: Math.max(0, costs.length - COSTS_SHOWN),
    offered: teams.map(({ _id, name }) => ({ teamId: _id, name })),
  }
}
