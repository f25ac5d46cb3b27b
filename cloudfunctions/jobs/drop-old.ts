// Which codes of invitations, and which marks of erasures, have been kept long enough? They go; a second run finds none.
import { keptSince } from '@shared/domain/retention'
import { removeErasuresBefore } from '../_kit/data/erasures'
import { removeInvitesBefore } from '../_kit/data/invites'
import type { Job } from '../_kit/serve-jobs'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Looked for once an hour. */
export const dropOld: Job = async (now) => {
  if (now % HOUR_MS >= MINUTE_MS) return 0
  const invites = await removeInvitesBefore(keptSince('invites', now))
  return invites + (await removeErasuresBefore(keptSince('erasures', now)))
}
