// Up to when has she seen her feed? The latest instant stays, and none that is still to come.
import { now } from '../_kit/clock'
import { raiseSeen } from '../_kit/data/watches'
import type { Handler } from '../_kit/serve'

export const seeFeed: Handler<'rep', 'feed.see'> = async ({ at }, { caller: { member } }) => ({
  seenAt: await raiseSeen(member._id, Math.min(at, now())),
})
