// A team put in money or hours: written down once under its id.
import { type Cost, maySaveCost } from '@shared/domain/profit'
import { findCost, insertCost } from '../_kit/data/costs'
import { ensureOfTeam, showCosts } from '../_kit/deal-part'
import { ensure, found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { signed } from '../_kit/signed'

export const saveCost: Handler<'hq', 'cost.save'> = async ({ costId, ...said }, { caller: { member: by } }) => {
  const team = await ensureOfTeam(by, said.teamId)
  const cost: Cost = { _id: costId, ...said, droppedAt: null }
  ensure(maySaveCost(cost), 'amountFen')
  const stored = await findCost(costId)
  const show = () => ({ cost: found(showCosts([cost], [team])[0], 'no-such-entry') })
  if (stored && JSON.stringify({ ...stored }) === JSON.stringify({ ...cost })) return show()
  if (stored) throw refusal('entry-taken', 'costId')
  const { kind, amountFen, minutes, day } = cost
  const facts = { team: team.name, kind, amountFen, minutes, day }
  await signed(
    { by, act: 'cost.saved', of: `cost.${costId}`, rev: 0, facts },
    () => insertCost(cost),
    refusal('entry-taken', 'costId'),
  )
  return show()
}
