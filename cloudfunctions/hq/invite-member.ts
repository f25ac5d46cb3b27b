// A code for one member, told once: whoever types it in the mini program within two days is her from then on.

import { INVITE_MS } from '@shared/domain/invite'
import { isWorking } from '@shared/domain/member'
import { isWithin } from '@shared/domain/org'
import { now } from '../_kit/clock'
import { putInvite } from '../_kit/data/invites'
import { findMember } from '../_kit/data/members'
import { found, refusal } from '../_kit/errors'
import { scopeOf } from '../_kit/scope'
import type { Handler } from '../_kit/serve'
import { signed } from '../_kit/signed'
import { inviteIdOf, newInvite } from '../_kit/staff-alias'

export const inviteMember: Handler<'hq', 'member.invite'> = async ({ memberId }, { caller: { member: by } }) => {
  const member = found(await findMember(memberId), 'no-such-member', 'memberId')
  if (!isWithin(await scopeOf(by), member)) throw refusal('outside-your-scope', 'memberId')
  // who holds the code is her: only whoever could give the role may hand it out
  if (member.role !== 'rep' && by.role !== 'approver') throw refusal('not-your-role', 'memberId')
  if (!isWorking(member)) throw refusal('already-left', 'memberId')
  const [code, madeAt] = [newInvite(), now()]
  const until = madeAt + INVITE_MS
  const invite = { _id: inviteIdOf(code), memberId, madeBy: by._id, madeAt, until, usedAt: null, usedBy: null }
  const facts = { name: member.name, until }
  await signed({ by, act: 'member.invited', of: `member.${memberId}`, rev: member.rev ?? 0, facts }, () =>
    putInvite(invite),
  )
  return { code, until }
}
