// What waits for a decision, the longest first?
import { listOpenDisputes } from '../_kit/data/referrals'
import type { Handler } from '../_kit/serve'
import { showDisputes } from '../_kit/show-dispute'

export const listDisputes: Handler<'hq', 'dispute.list'> = async () => ({
  disputes: await showDisputes(await listOpenDisputes()),
})
