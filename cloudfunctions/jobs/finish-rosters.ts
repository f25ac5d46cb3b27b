// Did an import of people stop half way, because whoever started it closed her desk? It is completed, or taken back.
import { keptSince } from '@shared/domain/retention'
import { dropPartsBefore, findLock, findRoster, unlockRosters } from '../_kit/data/rosters'
import { runRoster } from '../_kit/roster-run'
import type { Job } from '../_kit/serve-jobs'

const START_GRACE_MS = 60_000

export const finishRosters: Job = async (startedAt) => {
  // from then on what the file said of people is gone, and the import can no longer be taken back
  const dropped = await dropPartsBefore(keptSince('rosterparts', startedAt))
  const lock = await findLock()
  if (!lock) return dropped
  const roster = await findRoster(lock.rosterId)
  if (!roster) return dropped + (await unlockRosters(lock.rosterId))
  // locked and not begun: whoever locked it is still looking it through, or died there
  const isBeginning = roster.state === 'checked' || roster.state === 'applied'
  if (isBeginning && startedAt - lock.lockedAt < START_GRACE_MS) return dropped
  await runRoster(roster)
  return dropped + 1
}
