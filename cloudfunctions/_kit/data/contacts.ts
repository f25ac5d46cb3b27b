// Whom does a rep know? Contacts exist from consent to withdrawal.
import type { Contact } from '@shared/domain/contact'
import { type ContactId, contactIdOf, type MemberId, type PersonId } from '@shared/domain/ids'
import { collection, raisedTo } from '../collection'
import { type Page, pageNewest } from '../page'

const contacts = collection<Contact>('contacts')

export const findContact = (id: ContactId): Promise<Contact | null> => contacts.get(id)
export const findContacts = (ids: readonly ContactId[]): Promise<Contact[]> => contacts.findMany(ids)

export const pageContacts = (repId: MemberId, cursor: string | undefined, size: number): Promise<Page<Contact>> =>
  pageNewest(contacts, { repId }, { by: 'lastReadAt', cursor, size })

/** She read at `readAt`: moves her up, or makes her known to this rep. */
export const touchContact = async (
  repId: MemberId,
  personId: PersonId,
  { readAt, now }: { readAt: number; now: number },
): Promise<void> => {
  const _id = contactIdOf(repId, personId)
  const touch = () => contacts.change({ _id }, { lastReadAt: raisedTo(readAt) })
  if (await touch()) return
  const fresh = { _id, repId, personId, remark: null, createdAt: now, namedAt: null, lastReadAt: readAt }
  if (!(await contacts.insertIfAbsent(fresh))) await touch()
}

/** False when she is no longer there. */
export const renameContact = async (id: ContactId, remark: string, at: number): Promise<boolean> =>
  (await contacts.change({ _id: id }, { remark, namedAt: at })) > 0

export const removeContact = (repId: MemberId, personId: PersonId): Promise<number> =>
  contacts.remove({ _id: contactIdOf(repId, personId) })

export const removeContactsOf = (personId: PersonId): Promise<number> => contacts.remove({ personId })
