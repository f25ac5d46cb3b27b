// She wants to be a partner no longer.
import { now } from '../_kit/clock'
import { findPartner } from '../_kit/data/partners'
import { refusal } from '../_kit/errors'
import { leaveAsPartner } from '../_kit/leave-partner'
import type { Handler } from '../_kit/serve'

export const leavePartner: Handler<'reader', 'partner.leave'> = async ({ partnerId }, { caller: { personId } }) => {
  const partner = await findPartner(partnerId)
  if (partner?.personId !== personId) throw refusal('no-such-partner', 'partnerId')
  return { state: partner.state === 'left' ? 'left' : (await leaveAsPartner(partner, now(), 'own')).state }
}
