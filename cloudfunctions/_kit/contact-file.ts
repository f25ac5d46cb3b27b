// What may a rep know of a contact? The contact with those readers of hers whose consent is in force.
import { mayOpenContact } from '@shared/domain/access'
import type { Consent } from '@shared/domain/consent'
import type { Contact } from '@shared/domain/contact'
import type { ContactId, MemberId } from '@shared/domain/ids'
import { certaintyUnder } from '@shared/domain/link'
import type { Reader } from '@shared/domain/reader'
import { consentsInForce } from './data/consents'
import { findContact } from './data/contacts'
import { type KnownLight, listReadersOfContacts } from './data/readers'
import { ensure, found } from './errors'

export type KnownReader = Reader & { consent: Consent }
/** readers: those who read under her, by main link or because they share a phone. */
export type OpenedContact = { contact: Contact; readers: KnownReader[] }

/** Those of them who are this rep's to know; asked anew each time, so that a withdrawal, or tags refused, show at once. */
export const onlyKnown = async <R extends KnownLight>(
  repId: MemberId,
  readers: readonly R[],
): Promise<(R & { consent: Consent })[]> => {
  const hers = readers.filter((reader) => reader.repId === repId)
  const inForce = await consentsInForce(hers)
  return hers.flatMap((reader) => {
    const consent = inForce.get(reader._id)
    if (!consent) return []
    return [{ ...reader, tagsOn: reader.tagsOn && consent.purposes.includes('tags'), consent }]
  })
}

/** Refuses what is not hers, or whose readers have all withdrawn. */
export const openContact = async (repId: MemberId, contactId: ContactId): Promise<OpenedContact> => {
  const [stored, linked] = await Promise.all([findContact(contactId), listReadersOfContacts([contactId])])
  const contact = found(stored, 'no-such-contact', 'contactId')
  const readers = await onlyKnown(repId, linked)
  ensure(mayOpenContact(repId, contact, { linked: linked.length, consenting: readers.length }), 'contactId')
  return { contact, readers }
}

/** Of all these readers, those who read under this contact. */
export const readersUnder = <R extends Pick<Reader, 'link'>>(readers: readonly R[], contactId: ContactId): R[] =>
  readers.filter((reader) => certaintyUnder(reader, contactId) !== null)
