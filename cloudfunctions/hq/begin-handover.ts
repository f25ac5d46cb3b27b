// A rep leaves, and another follows: she is out at once, and what she wrote down passes now; customers are told from now on.
import { type Handover, mayBeginHandover, needsNewConsent } from '@shared/domain/handover'
import type { Member } from '@shared/domain/member'
import { now } from '../_kit/clock'
import { countWritten } from '../_kit/data/belongings'
import { findHandover, putHandover } from '../_kit/data/handovers'
import { findMember, findStore } from '../_kit/data/members'
import { ensure, found, refusal } from '../_kit/errors'
import { runHandover } from '../_kit/handover-run'
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
  const [some, other] = await Promise.all([findMember(fromId), findMember(toId)])
  const from = found(some, 'no-such-rep', 'fromId')
  const to = found(other, 'no-such-rep', 'toId')
  const [written, previous, sameCompany] = await Promise.all([
    countWritten(fromId),
    findHandover(fromId),
    isSameCompany(from, to),
  ])
  ensure(mayBeginHandover({ from, to, sameCompany, written, previous }), 'toId')
  const fresh: Handover = {
    ...{ _id: fromId, toId, state: 'passing', beganAt: now(), begunBy: member._id },
    ...{ contacts: written, told: 0, agreed: 0, declined: 0 },
  }
  const isOn = previous !== null && previous.state !== 'cancelled'
  if (!isOn && !(await putHandover(fresh, previous))) throw refusal('handover-under-way', 'fromId')
  const handover = isOn ? previous : fresh
  await runHandover(handover, now() + PASS_WITHIN_MS)
  return showHandover((await findHandover(fromId)) ?? handover, to.name)
}
