// Who is she, where does she work, and how does she sign in?
import { isWithin } from '@shared/domain/org'
import { findMember } from '../_kit/data/members'
import { found, refusal } from '../_kit/errors'
import { scopeOf } from '../_kit/scope'
import type { Handler } from '../_kit/serve'
import { showMember } from '../_kit/show-member'

export const seeMember: Handler<'hq', 'member.see'> = async ({ memberId }, { caller: { member: by } }) => {
  const [some, scope] = await Promise.all([findMember(memberId), scopeOf(by)])
  const member = found(some, 'no-such-member', 'memberId')
  const isHers = scope.all || (member.role === 'rep' && isWithin(scope, member))
  if (!isHers) throw refusal('outside-your-scope', 'memberId')
  return showMember(member, by, scope)
}
