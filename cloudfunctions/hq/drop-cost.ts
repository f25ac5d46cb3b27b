// A cost was written down by mistake: it counts no longer, and that it was taken out stays known.
import { now } from '../_kit/clock'
import { changeCost, findCost } from '../_kit/data/costs'
import { ensureOfTeam } from '../_kit/deal-part'
import { found, refusal } from '../_kit/errors'
import { scopeOf } from '../_kit/scope'
import type { Handler } from '../_kit/serve'
import { signed } from '../_kit/signed'

export const dropCost: Handler<'hq', 'cost.drop'> = async ({ costId }, { caller: { member: by } }) => {
  const [cost, scope] = await Promise.all([findCost(costId), scopeOf(by)])
  if (!cost && !scope.all) throw refusal('outside-your-scope', 'costId')
  const { teamId, kind, amountFen, minutes, droppedAt } = found(cost, 'no-such-entry', 'costId')
  await ensureOfTeam(by, teamId)
  if (droppedAt !== null) return { dropped: false }
  const facts = { team: teamId, kind, amountFen, minutes }
  await signed({ by, act: 'cost.dropped', of: `cost.${costId}`, rev: 1, facts }, () =>
    changeCost(costId, { droppedAt: now() }),
  )
  return { dropped: true }
}
