// Which sign-ins of the staff does nobody count yet? From now on they lapse too; a second run finds none.
import { beginUses } from '../_kit/data/members'
import type { Job } from '../_kit/serve-jobs'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Looked for once an hour. */
export const beginSignIns: Job = (now) => (now % HOUR_MS < MINUTE_MS ? beginUses(now) : Promise.resolve(0))
