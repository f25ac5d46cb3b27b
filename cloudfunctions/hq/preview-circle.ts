// How many would be in a circle by this rule? Asked of facts as they were gathered last; counts only, nobody is named at HQ.
import { isIn, type Rule } from '@shared/domain/circle'
import { checkRule } from '@shared/domain/circle-check'
import { toShown } from '@shared/domain/work-number'
import { repsInScope } from '../_kit/circle-scope'
import { now } from '../_kit/clock'
import { listCircleMembers } from '../_kit/data/circles'
import { listStores } from '../_kit/data/members'
import { refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { inParallel } from '../_kit/tally-parallel'

/** Whoever waits sees at least part of the firm. */
const WITHIN_MS = 4_000

type Found = { people: number; of: number; whole: boolean; stores: Map<string, number> }

const count = async (reps: Awaited<ReturnType<typeof repsInScope>>, rule: Rule): Promise<Found> => {
  const at = now()
  const found: Found = { people: 0, of: 0, whole: true, stores: new Map() }
  await inParallel(reps, async ({ _id }) => {
    if (now() - at > WITHIN_MS) {
      found.whole = false
      return
    }
    for (const { facts } of await listCircleMembers(_id)) {
      found.of++
      if (!isIn(rule, facts, at)) continue
      found.people++
      if (facts.storeId !== null) found.stores.set(facts.storeId, (found.stores.get(facts.storeId) ?? 0) + 1)
    }
  })
  return found
}

export const previewCircle: Handler<'hq', 'circle.preview'> = async ({ rule }, { caller: { member } }) => {
  const decision = checkRule(rule)
  if (!decision.ok) throw refusal(decision.reason, ['rule', ...decision.path].join('.'))
  const [reps, stores] = await Promise.all([repsInScope(member), listStores()])
  const { people, of, whole, stores: byStore } = await count(reps, rule)
  return {
    ...{ people: toShown(people), of: toShown(of), whole },
    stores: stores
      .filter(({ _id }) => byStore.has(_id))
      .map(({ _id, name }) => ({ id: _id, name, people: toShown(byStore.get(_id) ?? 0) }))
      .sort((a, b) => (byStore.get(b.id) ?? 0) - (byStore.get(a.id) ?? 0)),
  }
}
