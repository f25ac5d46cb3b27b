// Is this note, promise or special day hers to change? Her own, and under a contact or group she may still open.
import { mayReadContact } from '@shared/domain/access'
import type { ContactId, GroupId, MemberId } from '@shared/domain/ids'
import { openContact } from './contact-file'
import { findGroup } from './data/groups'
import { ensure, found, refusal } from './errors'

type Entry = { repId: MemberId; contactId: ContactId | null; groupId?: GroupId | null }

/** Her own group. */
export const ensureOwnGroup = async (repId: MemberId, groupId: GroupId): Promise<void> => {
  const group = found(await findGroup(groupId), 'no-such-group', 'groupId')
  ensure(mayReadContact(repId, group), 'groupId')
}

export const ensureOwnEntry = async (repId: MemberId, entry: Entry, field?: string): Promise<void> => {
  if (entry.repId !== repId) throw refusal('not-yours', field)
  if (entry.contactId) await openContact(repId, entry.contactId)
  else if (entry.groupId) await ensureOwnGroup(repId, entry.groupId)
}

/** The stored one of this id, where it is the same one said again. */
export const sameEntry = <E extends Entry>(stored: E | null, said: Entry): E => {
  const same = found(stored, 'no-such-entry')
  const isSame = same.repId === said.repId && same.contactId === said.contactId
  if (!isSame || (same.groupId ?? null) !== (said.groupId ?? null)) throw refusal('entry-taken')
  return same
}
