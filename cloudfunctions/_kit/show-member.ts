// What does HQ see of someone who works here, when her drawer is open?
import type { MemberFile } from '@shared/contracts/people'
import { isWorking, type Member } from '@shared/domain/member'
import { isWithin, type Scope } from '@shared/domain/org'
import { now } from './clock'
import { findOpenInvite } from './data/invites'
import { findSignIns } from './data/staff'

/** Whoever looks may change reps of her part of the firm; HQ's own people only an approver may. */
const mayChange = (member: Member, by: Pick<Member, 'role'>, scope: Scope): boolean =>
  isWorking(member) && isWithin(scope, member) && (member.role === 'rep' || by.role === 'approver')

export const showMember = async (member: Member, by: Pick<Member, 'role'>, scope: Scope): Promise<MemberFile> => {
  const [signIns, invite] = await Promise.all([findSignIns(member._id), findOpenInvite(member._id, now())])
  const { name, role, storeId, tone } = member
  return {
    ...{ memberId: member._id, rev: member.rev ?? 0, name, role, storeId, tone, kind: member.kind ?? 'guide' },
    ...{ teamId: member.teamId ?? null, labels: member.labels ?? [], scope: member.scope ?? null },
    ...{ code: member.code ?? '', account: member.account ?? '', leftAt: member.leftAt ?? null },
    ...signIns,
    invite: invite && { until: invite.until },
    mayChange: mayChange(member, by, scope),
  }
}
