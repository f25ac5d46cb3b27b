// The list comes in: all of it, or nothing. Asked again it goes on where it stood.
import { now } from '../_kit/clock'
import { findRoster, lockRosters, moveRoster, type RosterDoc, sealParts } from '../_kit/data/rosters'
import { found, refusal } from '../_kit/errors'
import { ensureNoSaving } from '../_kit/roster-lock'
import { keepLooked, lookThrough } from '../_kit/roster-look'
import { letGo, runRoster } from '../_kit/roster-run'
import type { Handler } from '../_kit/serve'
import { type Signing, signed } from '../_kit/signed'
import { showRoster } from './show-roster'

/** What was looked through must still be what would happen: looked through again, under the lock. */
const start = async (roster: RosterDoc, by: Signing['by']): Promise<RosterDoc> => {
  if (roster.state !== 'checked') throw refusal('roster-done', 'rosterId')
  if (roster.counts.faults > 0) throw refusal('roster-has-faults', 'rosterId')
  const signedAt = now()
  if (!(await lockRosters(roster._id, signedAt))) throw refusal('roster-running', 'rosterId')
  const change = { state: 'applying' as const, done: 0, clash: '', signedAt, byId: by._id, byName: by.name }
  try {
    await ensureNoSaving()
    // a look that is still being kept may not write over what is about to be done
    await sealParts(roster._id, signedAt)
    const looked = await lookThrough(roster)
    if (looked.planKey !== roster.planKey) throw refusal('roster-stale', 'rosterId')
    if (!(await keepLooked(roster, looked, true))) throw refusal('roster-running', 'rosterId')
    const { added, changed, leaving } = roster.counts
    const facts = { file: roster.fileName, added, changed, leaving }
    const of = `roster.${roster._id}`
    await signed({ by, act: 'roster.applied', of, rev: roster.at, facts: { ...facts, at: signedAt } }, () =>
      moveRoster(roster, change),
    )
  } catch (error) {
    if ((await findRoster(roster._id))?.state === 'checked') await letGo(roster)
    throw error
  }
  return { ...roster, ...change }
}

export const applyRoster: Handler<'hq', 'roster.apply'> = async ({ rosterId }, { caller: { member } }) => {
  const roster = found(await findRoster(rosterId), 'no-such-roster', 'rosterId')
  if (roster.state === 'applied' || (roster.state === 'undone' && roster.clash !== '')) return showRoster(roster)
  const isOn = roster.state === 'applying' || roster.state === 'undoing'
  return showRoster(await runRoster(isOn ? roster : await start(roster, member)))
}
