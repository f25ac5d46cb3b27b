// Whose contacts may she see counted in circles? The firm's, her stores' or her team's; never one rep's.
import type { CircleSums } from '@shared/domain/circle-sums'
import type { Member } from '@shared/domain/member'
import type { Scope } from '@shared/domain/org'
import { addUp, rulesName } from './circle-sort'
import { findCircleSums, listCircles, sumsId } from './data/circles'
import { listAsked, listReps } from './data/members'
import { scopeOf } from './scope'

type Rep = Pick<Member, '_id'>
const repsOf = (scope: Scope): Promise<Rep[]> => {
  if (scope.all) return listReps([])
  if (scope.teamId !== null) return listAsked({ storeIds: null, teamIds: [scope.teamId] })
  return scope.storeIds.length ? listReps(scope.storeIds) : Promise.resolve([])
}

const idsOf = async (scope: Scope): Promise<string[]> => {
  if (scope.all) return [sumsId('all', '')]
  if (scope.teamId !== null) return (await repsOf(scope)).map(({ _id }) => sumsId('rep', _id))
  return scope.storeIds.map((id) => sumsId('store', id))
}

export type CountedCircles = {
  circles: Awaited<ReturnType<typeof listCircles>>
  sums: CircleSums
  asOf: number | null
  scope: Scope
  sorting: boolean // the counts are of other rules than those that hold now
}

export const countCircles = async (member: Member): Promise<CountedCircles> => {
  const [circles, scope] = await Promise.all([listCircles(), scopeOf(member)])
  const stored = await findCircleSums(await idsOf(scope))
  const rules = rulesName(circles)
  return {
    scope,
    ...{ circles, sums: addUp(stored), sorting: stored.some((one) => one.rules !== rules) },
    asOf: stored.length ? Math.min(...stored.map(({ at }) => at)) : null,
  }
}

/** Reps whose contacts she may count. */
export const repsInScope = async (member: Member): Promise<Rep[]> => repsOf(await scopeOf(member))
