// A plan holds no longer; asked twice it is simply gone.
import { removePlan } from '../_kit/data/group-plans'
import type { Handler } from '../_kit/serve'

export const dropPlan: Handler<'hq', 'plan.drop'> = async ({ planId }) => ({ dropped: (await removePlan(planId)) > 0 })
