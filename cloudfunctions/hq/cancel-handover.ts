// She stays after all: while nothing has passed and nobody has answered, it is as if it had never begun.
import { mayCancelHandover } from '@shared/domain/handover'
import { countWritten } from '../_kit/data/belongings'
import { findHandover, moveHandover } from '../_kit/data/handovers'
import { setLeft } from '../_kit/data/members'
import { ensure, found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

/** Said again it only finishes what a crash left. */
export const cancelHandover: Handler<'hq', 'handover.cancel'> = async ({ fromId }) => {
  const handover = found(await findHandover(fromId), 'no-handover', 'fromId')
  if (handover.state !== 'cancelled') {
    ensure(mayCancelHandover(handover, await countWritten(fromId)), 'fromId')
    if (!(await moveHandover(handover, 'cancelled'))) throw refusal('handover-under-way', 'fromId')
  }
  await setLeft(fromId, null)
  return { cancelled: true }
}
