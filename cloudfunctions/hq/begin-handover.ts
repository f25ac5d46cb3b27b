// A rep leaves, and another follows: she is out at once, and what she wrote down passes now; customers are told from now on.
import { mayBeginHandover, needsNewConsent } from '@shared/domain/handover'
import type { Member } from '@shared/domain/member'
import { now } from '../_kit/clock'
import { countWritten } from '../_kit/data/belongings'
import { findHandover } from '../_kit/data/handovers'
import { findMember, findStore } from '../_kit/data/members'
import { ensure, found } from '../_kit/errors'
import { runHandover } from '../_kit/handover-run'
import { beginLeaving } from '../_kit/leave'
import { ensureNoRoster } from '../_kit/roster-lock'
import { ensureWithin } from '../_kit/scope'
import type { Handler } from '../_kit/serve'
import { showHandover } from './show-handover'

/** No portion is begun after that; the job does the rest. */
const PASS_WITHIN_MS = 10_000

/** Who has no store works for no firm, so nothing is the same. */
const isSameCompany = async (from: Member, to: Member): Promise<boolean> => {
  const [a, b] = await Promise.all([findStore(from.storeId), findStore(to.storeId)])
  return a !== null && b !== null && !needsNewConsent(a, b)
}

export const beginHandover: Handler<'hq', 'handover.begin'> = async ({ fromId, toId }, { caller: { member } }) => {
  const [some, other] = await Promise.all([findMember(fromId), findMember(toId), ensureNoRoster()])
  const from = found(some, 'no-such-rep', 'fromId')
  const to = found(other, 'no-such-rep', 'toId')
  await ensureWithin(member, from, 'fromId')
  await ensureWithin(member, to, 'toId')
  const [written, previous, sameCompany] = await Promise.all([
    countWritten(fromId),
    findHandover(fromId),
    isSameCompany(from, to),
  ])
  ensure(mayBeginHandover({ from, to, sameCompany, written, previous }), 'toId')
  const isOn = previous !== null && previous.state !== 'cancelled'
  const handover = isOn ? previous : await beginLeaving({ by: member, from, to }, { previous, written })
  await runHandover(handover, now() + PASS_WITHIN_MS)
  return showHandover((await findHandover(fromId)) ?? handover, to.name)
}
