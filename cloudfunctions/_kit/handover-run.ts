// A rep leaves: she is no member from that moment, and what she wrote down about her contacts is her successor's. Run again,
// it does what is left.
import type { Handover } from '@shared/domain/handover'
import type { RosterId } from '@shared/domain/ids'
import { now } from './clock'
import { countWritten, listWritten, passContacts, passGroups } from './data/belongings'
import { changeContactReaders } from './data/contacts'
import {
  enterHandover,
  leaveHandover,
  moveHandover,
  redirectHandovers,
  resumeHandover,
  stopHandover,
} from './data/handovers'
import { setLeft } from './data/members'
import { takeBackVoices } from './poll-voice'

const PORTION = 100
/** Longer than a function may run: whatever she was doing when she left has ended. */
const SETTLED_AFTER_MS = 120_000
/** Longer than the portion that is begun last. */
const WORK_GRACE_MS = 30_000

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
  // while somebody is at it nobody stops it half way; stopped, nobody begins
  if (!(await enterHandover(handover, until + WORK_GRACE_MS))) return
  try {
    await setLeft(_id, beganAt)
    await takeBackVoices({ memberId: _id })
    await redirectHandovers(_id, toId)
    const isDone = await passWritten(handover, until)
    if (isDone && now() - beganAt >= SETTLED_AFTER_MS) await moveHandover(handover, 'passed')
  } finally {
    await leaveHandover(handover)
  }
}

/** False when something has passed by now, or is just passing. heldFor: the import that is to be taken back. */
export const haltHandover = async (handover: Handover, heldFor: RosterId | null = null): Promise<boolean> => {
  if (!(await stopHandover(handover, now(), heldFor))) return false
  if ((await countWritten(handover._id)) >= handover.contacts) return true
  await resumeHandover(handover._id, heldFor)
  return false
}
