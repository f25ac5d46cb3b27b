// Once a reader has agreed: her agreement and her card in the rep's list date from her first visit, and the rep gives her a name.
import { type MemberId, type PersonId, readerIdOf } from '@shared/domain/ids'
import { ownContactId } from '../../cloudfunctions/_kit/alias'
import type { Admin } from './admin'
import { idFrom } from './chance'
import type { As, Door } from './door'
import type { FirstReading } from './readings'

/** remark null: the rep has not recognised her yet. */
export type Settled = { repUsername: string; remark: string | null; openid: string }

export const settleContact = async (
  door: Door,
  admin: Admin,
  rep: As,
  { reader, first }: { reader: Settled; first: FirstReading },
): Promise<void> => {
  const personId = await admin.personOf(first.readingId)
  if (personId === null) return
  const readerId = readerIdOf(reader.repUsername as MemberId, personId as PersonId)
  const contactId = ownContactId(readerId)
  await admin.update('contacts', contactId, { createdAt: first.openedAt })
  await admin.update('consents', readerId, { givenAt: first.openedAt })
  const eventId = idFrom(20, 'name', reader.openid)
  if (reader.remark !== null) await door.call('rep', 'contact.name', { eventId, contactId, remark: reader.remark }, rep)
}
