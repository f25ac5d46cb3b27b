// Which deals and costs lie in the part of the firm that she may see, and how are they shown to HQ: never to whom.
import type { HqDeal, ShownCost } from '@shared/contracts/deal'
import { dayAfter, dayOf } from '@shared/domain/day'
import { amountOf, type Deal } from '@shared/domain/deal'
import type { StoreId, TeamId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import { isWithin, type Team } from '@shared/domain/org'
import type { Cost } from '@shared/domain/profit'
import type { WorkSpan } from '@shared/domain/work'
import { periodsOf } from '@shared/domain/work-span'
import { listCosts } from './data/costs'
import { listDealsIn } from './data/deals'
import { findMembers, findStores } from './data/members'
import { findTeam, findTeams, listTeams, listTeamsOf } from './data/org'
import type { Days } from './day-pages'
import { found, refusal } from './errors'
import { scopeOf } from './scope'
import type { Part } from './work-scope'

export const daysOf = (part: Part, span: WorkSpan): Days => {
  const { from, to } = periodsOf(span, dayOf(part.at))
  return { from, to }
}
export const daysBack = (part: Part, days: number): Days => ({
  from: dayAfter(dayOf(part.at), -days),
  to: dayOf(part.at),
})

export const dealsIn = async (part: Part, days: Days): Promise<Deal[]> => {
  const storeIds = part.isWhole ? null : part.stores.map(({ _id }) => _id)
  const all = found(await listDealsIn(days, storeIds), 'too-many-deals', 'span')
  return part.teamId === null ? all : all.filter(({ teamId }) => teamId === part.teamId)
}

/** Those for which she may write down costs. */
export const teamsIn = async (part: Part): Promise<Team[]> => {
  if (part.teamId !== null) return findTeams([part.teamId])
  return part.isWhole ? listTeams() : listTeamsOf(part.stores.map(({ _id }) => _id))
}

export const costsIn = async (part: Part, days: Days, teams: readonly Team[]): Promise<Cost[]> =>
  found(await listCosts(days, part.isWhole ? null : teams.map(({ _id }) => _id)), 'too-many-costs', 'span')

/** Whoever may not see the whole is told the same of what is not there as of what is not hers. */
export const ensureOfTeam = async (member: Member, teamId: TeamId | null): Promise<Team> => {
  const [scope, team] = await Promise.all([scopeOf(member), teamId === null ? null : findTeam(teamId)])
  if (scope.all) return found(team, 'no-such-team', 'teamId')
  if (!team || !isWithin(scope, { storeId: team.storeId, teamId: team._id }))
    throw refusal('outside-your-scope', 'teamId')
  return team
}

export const showCosts = (costs: readonly Cost[], teams: readonly Pick<Team, '_id' | 'name'>[]): ShownCost[] =>
  costs.map(({ _id, teamId, day, kind, amountFen, minutes, sold, words }) => ({
    ...{ costId: _id, teamId, day, kind, amountFen, minutes, sold, words },
    team: teams.find((team) => team._id === teamId)?.name ?? '',
  }))

export const showHqDeals = async (deals: readonly Deal[]): Promise<HqDeal[]> => {
  const [members, stores] = await Promise.all([
    findMembers([...new Set(deals.map(({ repId }) => repId))]),
    findStores([...new Set<StoreId>(deals.map(({ storeId }) => storeId))]),
  ])
  const names = new Map<string, string>([...members, ...stores].map(({ _id, name }) => [_id, name]))
  return deals.map((deal) => ({
    ...{ dealId: deal._id, rep: names.get(deal.repId) ?? '', store: names.get(deal.storeId) ?? '' },
    kind: deal.source === 'import' && deal.contactId === null ? null : deal.kind,
    items: deal.items.map(({ product, qty, amountFen, theirs }) => ({ product, qty, amountFen, theirs })),
    ...{ amountFen: amountOf(deal), day: deal.day, source: deal.source, orderNo: deal.orderNo },
    ...{ verifiedAt: deal.verifiedAt, refunded: deal.refundedAt !== null },
  }))
}
