// A rep leaves: she is no member from that moment, and what she wrote down about her contacts is her successor's. Run again,
// it does what is left.
import type { Handover } from '@shared/domain/handover'
import { now } from './clock'
import { listWritten, passContacts, passGroups } from './data/belongings'
import { changeContactReaders } from './data/contacts'
import { findHandover, moveHandover, redirectHandovers } from './data/handovers'
import { setLeft } from './data/members'

const PORTION = 100
/** Longer than a function may run: whatever she was doing when she left has ended. */
const SETTLED_AFTER_MS = 120_000

/** False when the time was over before everything had passed. */
const passWritten = async ({ _id: fromId, toId }: Handover, until: number): Promise<boolean> => {
  for (;;) {
    const ids = await listWritten(fromId, PORTION)
    if (!ids.length) break
    if (now() >= until) return false
    await passContacts(ids, { fromId, toId }, false)
    await changeContactReaders(ids)
  }
  await passGroups({ fromId, toId })
  return true
}

/** until: no portion is begun after that. Customers are told whatever is left of this. */
export const runHandover = async (handover: Handover, until: number): Promise<void> => {
  const { _id, toId, beganAt } = handover
  await setLeft(_id, beganAt)
  if ((await findHandover(_id))?.state === 'cancelled') {
    await setLeft(_id, null)
    return
  }
  await redirectHandovers(_id, toId)
  const isDone = await passWritten(handover, until)
  if (isDone && now() - beganAt >= SETTLED_AFTER_MS) await moveHandover(handover, 'passed')
}
