// What would this list change, and what is wrong with it? Nothing is changed.
import type { ROSTER_STATES } from '@shared/domain/roster'
import { countParts, findRoster, findRunning, moveRoster } from '../_kit/data/rosters'
import { found, refusal } from '../_kit/errors'
import { keepLooked, lookThrough } from '../_kit/roster-look'
import type { Handler } from '../_kit/serve'
import { showRoster } from './show-roster'

const SHOWN_FAULTS = 1_000
const SHOWN_CHANGES = 200
const CHECKED_FROM: readonly (typeof ROSTER_STATES)[number][] = ['staging', 'checked', 'undone']

export const checkRoster: Handler<'hq', 'roster.check'> = async ({ rosterId }) => {
  const roster = found(await findRoster(rosterId), 'no-such-roster', 'rosterId')
  if (!CHECKED_FROM.includes(roster.state)) throw refusal('roster-done', 'rosterId')
  if ((await countParts(rosterId)) < roster.parts) throw refusal('roster-not-whole', 'rosterId')
  if ((await findRunning()) === rosterId) throw refusal('roster-running', 'rosterId')
  const looked = await lookThrough(roster)
  // the journal of an import that is under way is nobody's to write
  if (!(await keepLooked(roster, looked, false))) throw refusal('roster-running', 'rosterId')
  const { counts, planKey, faults, parts } = looked
  const change = { state: 'checked' as const, counts, planKey, done: 0, clash: '' }
  if (!(await moveRoster(roster, change))) throw refusal('roster-running', 'rosterId')
  const changes = parts.flat().map((entry) => ({
    ...{ line: entry.line, act: entry.act, name: entry.act === 'new' ? entry.after.name : entry.name },
    fields: entry.act === 'change' ? Object.keys(entry.after).filter((key) => key !== 'rev' && key !== 'rosterId') : [],
  }))
  return {
    roster: await showRoster({ ...roster, ...change }),
    faults: faults.slice(0, SHOWN_FAULTS),
    changes: changes.slice(0, SHOWN_CHANGES),
  }
}
