// HQ's plans for groups, and acts on them.
import type { Output } from '@shared/contracts'
import type { ShownPlan } from '@shared/contracts/group'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'
import type { PlanForm } from './plan-form'

const PLANS = ['hq', 'plan.list'] as const

export const usePlans = () => useQuery({ queryKey: PLANS, queryFn: () => call('hq', 'plan.list', {}) })

/** Both throw CallError; the list is asked again either way. */
export const usePlanActs = () => {
  const queries = useQueryClient()
  const anew = () => void queries.invalidateQueries({ queryKey: PLANS })
  return {
    save: (planId: string, rev: number, plan: PlanForm): Promise<ShownPlan> =>
      call('hq', 'plan.save', { planId, rev, plan }).finally(anew),
    drop: (planId: string): Promise<Output<'hq', 'plan.drop'>> => call('hq', 'plan.drop', { planId }).finally(anew),
  }
}
