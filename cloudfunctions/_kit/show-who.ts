// Of whom does a line speak? Contacts under her rep's remark; those she may not open any more are left out.
import { mayOpenContact } from '@shared/domain/access'
import type { ContactId, MemberId } from '@shared/domain/ids'
import type { Certainty } from '@shared/domain/reader'
import { onlyKnown, readersUnder } from './contact-file'
import { findContacts } from './data/contacts'
import { listLightOfContacts } from './data/readers'
import { showName } from './show-contact'

export type Who = { contactId: ContactId; remark: string | null; ordinal: string; certainty: Certainty }

/** So many are asked for at once. */
const PORTION = 500

const showSome = async (repId: MemberId, ids: readonly ContactId[]): Promise<Who[]> => {
  const [contacts, linked] = await Promise.all([findContacts(ids), listLightOfContacts(ids)])
  const known = await onlyKnown(repId, linked)
  return contacts.flatMap((contact) => {
    const readers = readersUnder(known, contact._id)
    const counts = { linked: readersUnder(linked, contact._id).length, consenting: readers.length }
    if (!mayOpenContact(repId, contact, counts).ok) return []
    return [showName(contact, readers)]
  })
}

export const showWho = async (
  repId: MemberId,
  contactIds: readonly ContactId[],
): Promise<ReadonlyMap<ContactId, Who>> => {
  const ids = [...new Set(contactIds)]
  const all = new Map<ContactId, Who>()
  for (let from = 0; from < ids.length; from += PORTION)
    for (const who of await showSome(repId, ids.slice(from, from + PORTION))) all.set(who.contactId, who)
  return all
}
