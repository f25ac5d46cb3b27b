// An editor writes who shall be in a circle; saved only over what she saw.
import type { Circle } from '@shared/domain/circle'
import { CIRCLES_MAX, checkRule } from '@shared/domain/circle-check'
import { now } from '../_kit/clock'
import { changeCircle, findCircle, insertCircle, listCircles } from '../_kit/data/circles'
import { found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

/** The lowest that no other has: two that were made at once and share one are told apart at the next save. */
const freeSlot = (others: readonly Circle[]): number => {
  const taken = new Set(others.map(({ slot }) => slot))
  return Array.from({ length: CIRCLES_MAX + 1 }, (_, slot) => slot).find((slot) => !taken.has(slot)) ?? CIRCLES_MAX
}

const wordsOf = ({ name, about, rule }: Pick<Circle, 'name' | 'about' | 'rule'>) => JSON.stringify([name, about, rule])

export const saveCircle: Handler<'hq', 'circle.save'> = async (asked, { caller, checkTexts }) => {
  const { circleId, rev, name, about, rule } = asked
  const decision = checkRule(rule)
  if (!decision.ok) throw refusal(decision.reason, ['rule', ...decision.path].join('.'))
  if ((await checkTexts([name, about])) === 'risky') throw refusal('unsafe-text', 'name')
  const others = (await listCircles()).filter(({ _id }) => _id !== circleId)
  if (others.some((one) => one.name === name)) throw refusal('circle-name-taken', 'name')
  if (rev === 0 && others.length >= CIRCLES_MAX) throw refusal('too-many-circles', 'circleId')
  const before = await findCircle(circleId)
  const isShared = others.some(({ slot }) => slot === before?.slot)
  const after: Circle = {
    ...{ _id: circleId, slot: before && !isShared ? before.slot : freeSlot(others), name, about, rule },
    ...{ rev: rev + 1, updatedAt: now(), updatedBy: caller.member._id },
  }
  if (rev === 0 ? await insertCircle(after) : await changeCircle({ _id: circleId, rev }, after))
    return { circleId, rev: after.rev }
  const stored = found(await findCircle(circleId), 'no-such-circle', 'circleId')
  if (stored.rev === after.rev && wordsOf(stored) === wordsOf(after)) return { circleId, rev: stored.rev } // said before
  throw refusal('stale-version', 'rev')
}
