// What gives way first? Each need beside its quota; the fullest is the first bottleneck.
import type { Load } from './load'
import type { Tier } from './quotas.data'

export type Need = 'dbPerSecond' | 'dbAtOnce' | 'callsPerSecond' | 'instances' | 'dbGb' | 'counting'
/** used: need ÷ quota; above 1 it does not fit. */
export type Use = { need: Need; used: number }

/** Where the jobs keep to a pace, that much of a second is theirs, and they count no faster. */
const pacedNeeds = (load: Load, { dbPerSecond, jobsPerSecond }: Tier) =>
  jobsPerSecond === null
    ? { requests: load.peak.dbRequests, quota: dbPerSecond, counted: load.counting.atMost }
    : {
        requests: load.peak.callRequests,
        quota: dbPerSecond === null ? null : dbPerSecond - jobsPerSecond,
        counted: (jobsPerSecond * load.counting.seconds) / load.counting.requests,
      }

export const usesOf = (load: Load, tier: Tier): Use[] => {
  const { requests, quota, counted } = pacedNeeds(load, tier)
  const needs: readonly (readonly [Need, number, number | null])[] = [
    ['dbPerSecond', requests, quota],
    ['dbAtOnce', load.peak.dbBusy, tier.dbAtOnce],
    ['callsPerSecond', load.peak.calls, tier.callsPerSecond],
    ['instances', load.peak.instances, tier.instances],
    ['dbGb', load.storedBytes / 1e9, tier.dbGb],
    ['counting', load.counting.perMinute, counted],
  ]
  return needs
    .flatMap(([need, asked, quota]) => (quota === null ? [] : [{ need, used: asked / quota }]))
    .sort((a, b) => b.used - a.used)
}

/** The smallest tier on which everything fits, or null; and what is fullest there, or on the largest. */
export const fitOf = (load: Load, tiers: readonly Tier[]): { tier: string | null; first: Use } => {
  for (const [i, tier] of tiers.entries()) {
    const [first] = usesOf(load, tier)
    if (!first) throw new Error(`${tier.name} has no quota`)
    if (first.used <= 1 || i === tiers.length - 1) return { tier: first.used <= 1 ? tier.name : null, first }
  }
  throw new Error('no tiers')
}

/** Readings a day at which this tier is full, by the need that is full first. Needs grow in proportion. */
export const carries = (load: Load, tier: Tier): { readingsPerDay: number; need: Need } => {
  const [first] = usesOf(load, tier)
  if (!first) throw new Error(`${tier.name} has no quota`)
  return { readingsPerDay: load.readingsPerDay / first.used, need: first.need }
}
