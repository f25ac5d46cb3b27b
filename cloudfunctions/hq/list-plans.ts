// What does HQ ask reps to do in their groups, and when?
import type { ShownPlan } from '@shared/contracts/group'
import type { GroupPlan } from '@shared/domain/group-plan'
import { listPlans as findPlans } from '../_kit/data/group-plans'
import type { Handler } from '../_kit/serve'

export const showPlan = ({ _id, theme, weekdays, items, storeIds, updatedAt, rev }: GroupPlan): ShownPlan => ({
  ...{ planId: _id, theme, weekdays, items, storeIds, updatedAt, rev },
})

export const listPlans: Handler<'hq', 'plan.list'> = async () => ({ plans: (await findPlans()).map(showPlan) })
