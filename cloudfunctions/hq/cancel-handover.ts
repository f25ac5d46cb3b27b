// She stays after all: while nothing has passed and nobody has answered, it is as if it had never begun.
import { mayCancelHandover } from '@shared/domain/handover'
import { countWritten } from '../_kit/data/belongings'
import { findHandover } from '../_kit/data/handovers'
import { findMember, setLeft } from '../_kit/data/members'
import { ensure, found, refusal } from '../_kit/errors'
import { haltHandover } from '../_kit/handover-run'
import { ensureNoRoster } from '../_kit/roster-lock'
import { ensureWithin } from '../_kit/scope'
import type { Handler } from '../_kit/serve'
import { signed } from '../_kit/signed'

/** Said again it only finishes what a crash left. */
export const cancelHandover: Handler<'hq', 'handover.cancel'> = async ({ fromId }, { caller: { member: by } }) => {
  const from = found(await findMember(fromId), 'no-handover', 'fromId')
  await ensureWithin(by, from, 'fromId')
  await ensureNoRoster()
  const handover = found(await findHandover(fromId), 'no-handover', 'fromId')
  if (handover.state !== 'cancelled') {
    ensure(mayCancelHandover(handover, await countWritten(fromId)), 'fromId')
    const facts = { name: from.name, to: handover.toId, began: handover.beganAt }
    await signed(
      { by, act: 'handover.cancelled', of: `member.${fromId}`, rev: from.rev ?? 0, facts },
      () => haltHandover(handover),
      refusal('handover-under-way', 'fromId'),
    )
  }
  await setLeft(fromId, null)
  return { cancelled: true }
}
