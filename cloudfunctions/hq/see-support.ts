// How many key people are there in each tier, and which support was given how often? Counts by team, in fives; nobody's name.
import { addKolSums, KOL_TIERS, type KolSum } from '@shared/domain/kol'
import { toShown } from '@shared/domain/work-number'
import { findTeams } from '../_kit/data/org'
import { findKolSettings, listKolSums } from '../_kit/data/supports'
import type { Handler } from '../_kit/serve'
import { headOf, partFor } from '../_kit/work-scope'

type Stored = Awaited<ReturnType<typeof listKolSums>>[number]

const showSum = ({ tiers, given }: KolSum) => ({
  tiers: KOL_TIERS.map((tier) => ({ tier, people: toShown(tiers[tier]) })),
  given: given.map(({ supportId, name, times }) => ({ supportId, name, times: toShown(times) })),
})

const byTeam = (sums: readonly Stored[]): Map<string, Stored[]> => {
  const teams = new Map<string, Stored[]>()
  for (const sum of sums) teams.set(sum.teamId ?? '', [...(teams.get(sum.teamId ?? '') ?? []), sum])
  return teams
}

export const seeSupport: Handler<'hq', 'support.see'> = async (_, { caller: { member } }) => {
  const part = await partFor(member)
  const [{ scope }, all, { tiers }] = await Promise.all([headOf(part, null), listKolSums(), findKolSettings()])
  const seen = all.filter(
    ({ storeId, teamId }) => part.storeIds.includes(storeId ?? '') && (part.teamId === null || part.teamId === teamId),
  )
  const teams = byTeam(seen)
  const names = new Map(
    (await findTeams(seen.flatMap(({ teamId }) => teamId ?? []))).map(({ _id, name }) => [_id as string, name]),
  )
  const counted = seen.filter(({ at }) => at > 0).map(({ at }) => at)
  return {
    ...{ asOf: counted.length ? Math.min(...counted) : null, scope },
    tiers: tiers.map(({ tier, name }) => ({ tier, name })),
    whole: showSum(addKolSums(seen)),
    rows: [...teams].map(([id, some]) => ({ id, name: names.get(id) ?? '', ...showSum(addKolSums(some)) })),
  }
}
