// What does HQ want done in groups? Few plans, changed only as they were seen.
import type { GroupPlan } from '@shared/domain/group-plan'
import type { GroupPlanId } from '@shared/domain/ids'
import { GROUP_PLANS_MAX } from '@shared/domain/limits'
import { collection, EVERYTHING } from '../collection'

const plans = collection<GroupPlan>('groupplans')

export const findPlan = (id: GroupPlanId): Promise<GroupPlan | null> => plans.get(id)

/** By theme, those for every group first. */
export const listPlans = (): Promise<GroupPlan[]> =>
  plans.find(EVERYTHING, {
    order: [
      ['theme', 'asc'],
      ['_id', 'asc'],
    ],
    limit: GROUP_PLANS_MAX,
  })

/** False when one of that id is there. */
export const insertPlan = (plan: GroupPlan): Promise<boolean> => plans.insertIfAbsent(plan)

/** False when it has been saved since it was seen. */
export const changePlan = async (
  { _id, rev }: Pick<GroupPlan, '_id' | 'rev'>,
  { _id: _, ...to }: GroupPlan,
): Promise<boolean> => (await plans.change({ _id, rev }, to)) > 0

export const removePlan = (id: GroupPlanId): Promise<number> => plans.remove({ _id: id })
