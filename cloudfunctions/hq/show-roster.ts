// What does the desk see of an import?
import type { ShownRoster } from '@shared/contracts/roster'
import { countParts, type RosterDoc } from '../_kit/data/rosters'

export const showRoster = async (roster: RosterDoc): Promise<ShownRoster> => {
  const { _id, fileName, print, byName, at, state, rows, parts, done, counts, clash } = roster
  const staged = state === 'staging' ? await countParts(_id) : parts
  // people first, leavers after: two rounds over the portions
  return {
    rosterId: _id,
    fileName,
    print,
    byName,
    at,
    state,
    rows,
    parts,
    staged,
    done: Math.floor(done / 2),
    counts,
    clash,
  }
}
