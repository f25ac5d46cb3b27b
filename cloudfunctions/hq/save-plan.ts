// An editor writes what is to be done in groups of a theme; saved only over what she saw.
import type { GroupPlan, PlanWords } from '@shared/domain/group-plan'
import { GROUP_PLANS_MAX } from '@shared/domain/limits'
import { now } from '../_kit/clock'
import { changePlan, findPlan, insertPlan, listPlans } from '../_kit/data/group-plans'
import { found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showPlan } from './list-plans'

const wordsOf = ({ theme, weekdays, items, storeIds }: PlanWords) => JSON.stringify([theme, weekdays, items, storeIds])

/** Saved by this very request before, whose answer was lost? */
const isSavedAs = (stored: GroupPlan | null, plan: GroupPlan): stored is GroupPlan =>
  stored !== null && stored.rev === plan.rev && stored.updatedBy === plan.updatedBy && wordsOf(stored) === wordsOf(plan)

export const savePlan: Handler<'hq', 'plan.save'> = async ({ planId, rev, plan }, { caller, checkTexts }) => {
  if ((await checkTexts([plan.theme, ...plan.items.map(({ act }) => act)])) === 'risky')
    throw refusal('unsafe-text', 'plan')
  const weekdays = [...new Set(plan.weekdays)].sort()
  const after: GroupPlan = {
    ...{ ...plan, weekdays, _id: planId, rev: rev + 1 },
    ...{ updatedAt: now(), updatedBy: caller.member._id },
  }
  if (rev === 0 && (await listPlans()).length >= GROUP_PLANS_MAX) throw refusal('too-many-plans', 'planId')
  if (rev === 0 ? await insertPlan(after) : await changePlan({ _id: planId, rev }, after)) return showPlan(after)
  const stored = await findPlan(planId)
  if (isSavedAs(stored, after)) return showPlan(stored)
  found(stored, 'no-such-plan', 'planId')
  throw refusal('stale-version', 'rev')
}
