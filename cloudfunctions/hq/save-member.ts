// Someone is written down, or changed: what she is called and speaks like, where she works, and what she may do.
import type { Output, Parsed } from '@shared/contracts'
import type { AuditAct } from '@shared/domain/audit'
import type { Member } from '@shared/domain/member'
import { nameScope } from '@shared/domain/org'
import { dropInvitesOf } from '../_kit/data/invites'
import { findMember } from '../_kit/data/members'
import { putMember } from '../_kit/data/staff'
import { found, refusal } from '../_kit/errors'
import { ensureFits } from '../_kit/fit-member'
import { savingPeople } from '../_kit/roster-lock'
import { scopeOf } from '../_kit/scope'
import type { Handler } from '../_kit/serve'
import { showMember } from '../_kit/show-member'
import { signed } from '../_kit/signed'

const factsOf = (member: Member) => ({
  ...{ name: member.name, role: member.role, store: member.storeId, team: member.teamId ?? null },
  ...{ scope: nameScope(member.scope ?? null), code: member.code ?? null },
})
/** No dots in names of fields: the database takes them for paths. */
const factsBefore = (member: Member) => ({
  ...{ wasName: member.name, wasRole: member.role, wasStore: member.storeId, wasTeam: member.teamId ?? null },
  ...{ wasScope: nameScope(member.scope ?? null), wasCode: member.code ?? null },
})

const actOf = (before: Member | null, after: Member): AuditAct => {
  if (before && before.role !== after.role) return 'member.role'
  return before && nameScope(before.scope ?? null) !== nameScope(after.scope ?? null) ? 'member.scope' : 'member.saved'
}

/** The same again finds what it wrote. */
const isSaved = (before: Member | null, after: Member): boolean =>
  before !== null &&
  Object.entries(after).every(([key, value]) => JSON.stringify(Reflect.get(before, key)) === JSON.stringify(value))

type Asked = Parsed<'hq', 'member.save'>

const save = async ({ memberId, rev, member }: Asked, by: Member): Promise<Output<'hq', 'member.save'>> => {
  const [before, scope] = await Promise.all([findMember(memberId), scopeOf(by)])
  if (rev > 0) found(before, 'no-such-member', 'memberId')
  const { code, account, ...rest } = member
  const after: Member = { _id: memberId, ...rest, code: code || null, account: account || null, rev: rev + 1 }
  await ensureFits({ by: { ...by, where: scope }, before, after })
  if (before && isSaved(before, after)) return showMember(before, by, scope)
  if ((before?.rev ?? 0) !== rev) throw refusal('stale-version', 'rev')
  const facts = { ...factsOf(after), ...(before && factsBefore(before)) }
  await signed({ by, act: actOf(before, after), of: `member.${memberId}`, rev, facts }, () => putMember(after, before))
  // a code was given for what she was then
  if (before && before.role !== after.role) await dropInvitesOf(memberId)
  return showMember({ ...before, ...after }, by, scope)
}

export const saveMember: Handler<'hq', 'member.save'> = (asked, { caller: { member } }) =>
  savingPeople(() => save(asked, member))
