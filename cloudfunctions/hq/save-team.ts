// A team of a store is made or renamed; it stays in its store, since those who count together work together.
import { isWithin, TEAMS_MAX } from '@shared/domain/org'
import { findStore } from '../_kit/data/members'
import { findTeam, listTeamsOf, putTeam } from '../_kit/data/org'
import { found, refusal } from '../_kit/errors'
import { scopeOf } from '../_kit/scope'
import type { Handler } from '../_kit/serve'
import { showTeam } from '../_kit/show-org'
import { signed } from '../_kit/signed'

export const saveTeam: Handler<'hq', 'team.save'> = async (
  { teamId, rev, name, storeId },
  { caller: { member: by } },
) => {
  if (!isWithin(await scopeOf(by), { storeId, teamId })) throw refusal('outside-your-scope', 'storeId')
  const [before, store, teams] = await Promise.all([findTeam(teamId), findStore(storeId), listTeamsOf([storeId])])
  const after = { _id: teamId, name, storeId, rev: rev + 1 }
  if (before && before.rev === after.rev && before.name === name && before.storeId === storeId) return showTeam(before)
  found(store, 'no-such-store', 'storeId')
  if (rev > 0) found(before, 'no-such-team', 'teamId')
  if ((before?.rev ?? 0) !== rev) throw refusal('stale-version', 'rev')
  if (before && before.storeId !== storeId) throw refusal('team-of-another-store', 'storeId')
  if (!before && teams.length >= TEAMS_MAX) throw refusal('too-many-teams', 'storeId')
  if (teams.some((one) => one._id !== teamId && one.name === name)) throw refusal('name-in-use', 'name')
  const facts = { name, store: storeId, was: before?.name ?? null }
  await signed({ by, act: 'team.saved', after: 'team.dropped', of: `team.${teamId}`, rev, facts }, () =>
    putTeam({ ...after, rev }),
  )
  return showTeam(after)
}
