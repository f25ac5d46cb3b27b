// It was the wrong list: everyone as she was before, to the last field, unless somebody has gone on from there.
import { now } from '../_kit/clock'
import { countParts, findRoster, lockRosters, moveRoster, type RosterDoc } from '../_kit/data/rosters'
import { found, refusal } from '../_kit/errors'
import { ensureNoSaving } from '../_kit/roster-lock'
import { findBlocked, holdLeavers, letGo, runRoster } from '../_kit/roster-run'
import type { Handler } from '../_kit/serve'
import { type Signing, signed } from '../_kit/signed'
import { showRoster } from './show-roster'

const start = async (roster: RosterDoc, by: Signing['by']): Promise<RosterDoc> => {
  if (roster.state !== 'applied') throw refusal('roster-not-applied', 'rosterId')
  if (!(await lockRosters(roster._id, now()))) throw refusal('roster-running', 'rosterId')
  const change = { state: 'undoing' as const, done: 0 }
  try {
    await ensureNoSaving()
    // its rows are dropped after a while: what it wrote is no longer known
    if ((await countParts(roster._id)) < roster.parts) throw refusal('roster-too-old', 'rosterId')
    const blocked = await findBlocked(roster)
    if (blocked) throw refusal(blocked.reason, 'rosterId', blocked.name)
    const passed = await holdLeavers(roster)
    if (passed !== null) throw refusal('already-passed', 'rosterId', passed)
    const { added, changed, leaving } = roster.counts
    const facts = { file: roster.fileName, added, changed, leaving, applied: roster.signedAt }
    const signing = { by, act: 'roster.undone' as const, of: `roster.${roster._id}`, rev: now(), facts }
    await signed(signing, () => moveRoster(roster, change))
  } catch (error) {
    if ((await findRoster(roster._id))?.state === 'applied') await letGo(roster)
    throw error
  }
  return { ...roster, ...change }
}

export const undoRoster: Handler<'hq', 'roster.undo'> = async ({ rosterId }, { caller: { member } }) => {
  const roster = found(await findRoster(rosterId), 'no-such-roster', 'rosterId')
  if (roster.state === 'undone') return showRoster(roster)
  return showRoster(await runRoster(roster.state === 'undoing' ? roster : await start(roster, member)))
}
