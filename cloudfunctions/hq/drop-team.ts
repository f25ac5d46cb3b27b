// A team goes, once nobody is in it.
import { isWithin } from '@shared/domain/org'
import { findTeam, removeTeam } from '../_kit/data/org'
import { countMembersOf } from '../_kit/data/staff'
import { refusal } from '../_kit/errors'
import { scopeOf } from '../_kit/scope'
import type { Handler } from '../_kit/serve'
import { signed } from '../_kit/signed'

export const dropTeam: Handler<'hq', 'team.drop'> = async ({ teamId }, { caller: { member: by } }) => {
  const [team, scope] = await Promise.all([findTeam(teamId), scopeOf(by)])
  if (!team) return { dropped: true }
  if (!isWithin(scope, { storeId: team.storeId, teamId })) throw refusal('outside-your-scope', 'teamId')
  if ((await countMembersOf({ teamId })) > 0) throw refusal('not-empty', 'teamId')
  const facts = { name: team.name, store: team.storeId }
  await signed({ by, act: 'team.dropped', after: 'team.saved', of: `team.${teamId}`, rev: team.rev, facts }, () =>
    removeTeam(team),
  )
  return { dropped: true }
}
