// WeChat wants a person to look at it: is it fine? On the record; what is not, and is out already, is taken down.

import { appendAudit } from '../_kit/audit'
import { now } from '../_kit/clock'
import { changeCheck, findCheck } from '../_kit/data/checks'
import { found, refusal } from '../_kit/errors'
import { followCheck } from '../_kit/follow-check'
import type { Handler } from '../_kit/serve'
import { isOwnThing, showChecks, subjectOf } from './show-checks'

export const decideCheck: Handler<'hq', 'check.decide'> = async ({ checkId, ok, ...of }, { caller: { member } }) => {
  const subject = subjectOf(of)
  const check = found(await findCheck(checkId), 'no-such-check', 'checkId')
  if (check.subject !== subject) throw refusal('no-such-check', 'checkId')
  const { decided, verdict, label, place } = check
  if (decided?.by === member._id && decided.ok === ok) return showChecks(of, member)
  if (verdict !== 'review' || decided !== null) throw refusal('check-decided', 'checkId')
  if (await isOwnThing(of, member._id)) throw refusal('own-work', 'checkId')
  const at = now()
  const act = {
    actId: `check.${checkId}.${member._id}.${ok}`,
    act: 'check.decided' as const,
    byId: member._id,
    byName: member.name,
  }
  await appendAudit({ ...act, of: `${of.of}.${of.id}`, facts: { place, label, ok } }, at)
  const change = { decided: { by: member._id, byName: member.name, at, ok }, state: 'judged' as const, nextAt: at }
  if (!(await changeCheck(check, change))) throw refusal('check-decided', 'checkId')
  await followCheck({ ...check, ...change }, at)
  return showChecks(of, member)
}
