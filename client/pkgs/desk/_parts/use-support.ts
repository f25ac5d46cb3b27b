// What HQ's desk asks about key people: counts by tier and team, and the tiers with their support.
import type { Output } from '@shared/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'

export type SeenSupport = Output<'hq', 'support.see'>
export type KolTiers = Output<'hq', 'kol.see'>
export type TierForm = KolTiers['tiers'][number]

const COUNTS = ['hq', 'support.see'] as const
const TIERS = ['hq', 'kol.see'] as const

export const useSupportCounts = () => useQuery({ queryKey: COUNTS, queryFn: () => call('hq', 'support.see', {}) })
export const useKolTiers = () => useQuery({ queryKey: TIERS, queryFn: () => call('hq', 'kol.see', {}) })

/** Throws CallError when the cloud says no. */
export const useSaveTiers = () => {
  const client = useQueryClient()
  return async (tiers: KolTiers): Promise<void> => {
    const saved = await call('hq', 'kol.save', tiers)
    client.setQueryData(TIERS, saved)
    await client.invalidateQueries({ queryKey: COUNTS })
  }
}
