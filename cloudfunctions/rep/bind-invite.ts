// She types the code her manager gave her: from then on this WeChat is hers here, or her account that lapsed opens again.
import type { Act } from '@shared/domain/audit'
import { INVITE_TRIES, INVITE_TRIES_MS, mayBind, readInvite } from '@shared/domain/invite'
import { isWorking } from '@shared/domain/member'
import { appendAudit, undoAudit } from '../_kit/audit'
import { personIdOf } from '../_kit/caller'
import { now } from '../_kit/clock'
import { countTries, findInvite, noteTry, useInvite } from '../_kit/data/invites'
import { findMember, findStore } from '../_kit/data/members'
import { bindWechat, reopenAccount } from '../_kit/data/staff'
import { ensure, found, refusal } from '../_kit/errors'
import { endForHire } from '../_kit/leave-partner'
import type { Handler } from '../_kit/serve'
import { binderOf, inviteIdOf, triesIdOf } from '../_kit/staff-alias'

export const bindInvite: Handler<'rep', 'invite.bind'> = async ({ code: typed }, { caller, openid }) => {
  const [at, alias, tries] = [now(), binderOf(caller.personId), triesIdOf(caller.personId, now())]
  if ((await countTries(tries)) >= INVITE_TRIES) throw refusal('invite-tries', 'code')
  const code = readInvite(typed)
  const invite = code === null ? null : await findInvite(inviteIdOf(code))
  const lapsed = caller.kind === 'person' ? caller.lapsed : undefined
  const by = { via: caller.via, isMember: caller.kind === 'member', alias, lapsed }
  const decision = mayBind(invite, by, at)
  if (!decision.ok && decision.reason !== 'only-in-wechat' && decision.reason !== 'already-bound')
    await noteTry(tries, at + INVITE_TRIES_MS)
  ensure(decision, 'code')
  const { _id, memberId } = found(invite, 'no-such-invite', 'code')
  const member = found(await findMember(memberId), 'no-such-invite', 'code')
  if (!isWorking(member)) throw refusal('invite-expired', 'code')
  // the code is hers first: of several who type it at once only one is told of
  if (!(await useInvite(_id, alias, at)) && (await findInvite(_id))?.usedBy !== alias)
    throw refusal('invite-used', 'code')
  const bound: Act = {
    ...{ actId: `bound.${_id}`, act: 'member.bound', byId: memberId, byName: member.name },
    ...{ of: `member.${memberId}`, facts: { name: member.name } },
  }
  await appendAudit(bound, at)
  await endForHire(caller.personId, at)
  const isHers = (identity: string) => personIdOf(identity) === caller.personId
  if (!(await (openid ? bindWechat(openid, memberId) : reopenAccount(memberId, isHers)))) {
    await undoAudit(bound, at)
    throw refusal('already-bound', 'code')
  }
  return { name: member.name, storeName: (await findStore(member.storeId))?.name ?? '' }
}
