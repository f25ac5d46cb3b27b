// Someone of HQ leaves: from now on she is nobody here, and whatever would bind her phone is void.
import { isWorking } from '@shared/domain/member'
import { now } from '../_kit/clock'
import { dropInvitesOf } from '../_kit/data/invites'
import { findMember, setLeft } from '../_kit/data/members'
import { found, refusal } from '../_kit/errors'
import { scopeOf } from '../_kit/scope'
import type { Handler } from '../_kit/serve'
import { showMember } from '../_kit/show-member'
import { signed } from '../_kit/signed'

export const endMember: Handler<'hq', 'member.end'> = async ({ memberId }, { caller: { member: by } }) => {
  const [some, scope] = await Promise.all([findMember(memberId), scopeOf(by)])
  const member = found(some, 'no-such-member', 'memberId')
  if (member.role === 'rep') throw refusal('rep-leaves-by-handover', 'memberId')
  if (member._id === by._id) throw refusal('own-role', 'memberId')
  if (!isWorking(member)) return showMember(member, by, scope)
  const leftAt = now()
  const facts = { name: member.name, role: member.role }
  await signed({ by, act: 'member.left', of: `member.${memberId}`, rev: member.rev ?? 0, facts }, async () => {
    await dropInvitesOf(memberId)
    return (await setLeft(memberId, leftAt)) > 0
  })
  return showMember({ ...member, leftAt }, by, scope)
}
