// She takes an invitation back that was not answered yet, or that somebody else took up than she asked.
import { now } from '../_kit/clock'
import { findPartner, removeInvitation } from '../_kit/data/partners'
import { leaveAsPartner } from '../_kit/leave-partner'
import { findTaken } from '../_kit/partner-taken'
import type { Handler } from '../_kit/serve'

export const uninvitePartner: Handler<'rep', 'partner.uninvite'> = async ({ partnerId }, { caller: { member } }) => {
  if ((await removeInvitation(partnerId, member._id)) > 0) return { withdrawn: true }
  const partner = await findPartner(partnerId)
  if (partner?.repId !== member._id || !(await findTaken(member._id, [partner])).has(partnerId))
    return { withdrawn: false }
  await leaveAsPartner(partner, now(), 'other')
  return { withdrawn: true }
}
