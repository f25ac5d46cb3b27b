// A rep is to leave and another follows: written down for good, and begun. What passes is passed by runHandover.
import type { Handover } from '@shared/domain/handover'
import type { Member } from '@shared/domain/member'
import { now } from './clock'
import { putHandover } from './data/handovers'
import { dropInvitesOf } from './data/invites'
import { refusal } from './errors'
import { type Signing, signed } from './signed'

type Leaving = { by: Signing['by']; from: Pick<Member, '_id' | 'name' | 'rev'>; to: Pick<Member, '_id' | 'name'> }

/** previous: what was there when it was decided. written: contacts she wrote down. */
export const beginLeaving = async (
  { by, from, to }: Leaving,
  { previous, written }: { previous: Handover | null; written: number },
): Promise<Handover> => {
  const fresh: Handover = {
    ...{ _id: from._id, toId: to._id, state: 'passing', beganAt: now(), begunBy: by._id },
    ...{ contacts: written, told: 0, agreed: 0, declined: 0 },
  }
  const facts = { name: from.name, to: to._id, toName: to.name, contacts: written, again: previous?.beganAt ?? null }
  const signing = { by, act: 'handover.begun' as const, of: `member.${from._id}`, rev: from.rev ?? 0, facts }
  await signed(signing, () => putHandover(fresh, previous), refusal('handover-under-way', 'fromId'))
  await dropInvitesOf(from._id)
  return fresh
}
