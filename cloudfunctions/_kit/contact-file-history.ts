// What was said of a contact and of those who read as her, newest first, and which of it can still be taken back?
import type { ContactFile } from '@shared/contracts/contact'
import { type Contact, ordinalOf } from '@shared/domain/contact'
import type { ContactId } from '@shared/domain/ids'
import { mayUndo } from '@shared/domain/link-undo'
import type { LinkEvent, Reader } from '@shared/domain/reader'
import type { OpenedContact } from './contact-file'
import { whoConsents } from './data/consents'
import { findContacts } from './data/contacts'
import { listHistory } from './data/links'
import { findReaders } from './data/readers'

type Side = LinkEvent['before']

const contactsIn = ({ before, after }: LinkEvent): ContactId[] =>
  [before.link, after.link].flatMap((link) => (link ? [link.contactId] : []))

/** Of readers who withdrew, or whose consent no longer holds, nothing is told. */
const listTold = async ({ contact, readers }: OpenedContact): Promise<LinkEvent[]> => {
  const readerIds = readers.map(({ _id }) => _id)
  const events = (await listHistory(contact._id, readerIds)).filter(({ repId }) => repId === contact.repId)
  const { repId } = contact
  const agrees = await whoConsents(events.flatMap(({ personId }) => (personId === null ? [] : [{ personId, repId }])))
  return events.filter(({ personId }) => personId === null || agrees(personId, repId))
}

export const showHistory = async (opened: OpenedContact): Promise<ContactFile['history']> => {
  const { contact, readers } = opened
  const events = await listTold(opened)
  const known = new Set<string>(readers.map(({ _id }) => _id))
  const away = events.flatMap(({ readerId }) => (readerId !== null && !known.has(readerId) ? [readerId] : []))
  const [others, contacts] = await Promise.all([findReaders(away), findContacts(events.flatMap(contactsIn))])
  const readerOf = new Map<string, Reader>([...readers, ...others].map((reader) => [reader._id, reader]))
  const contactOf = new Map<ContactId, Contact>([contact, ...contacts].map((each) => [each._id, each]))
  const nameOf = ({ link, remark }: Side): string | null =>
    link ? (contactOf.get(link.contactId)?.remark ?? ordinalOf(link.contactId)) : remark
  return events.map((event) => {
    const reader = event.readerId === null ? null : (readerOf.get(event.readerId) ?? null)
    return {
      eventId: event._id,
      act: event.act,
      at: event.at,
      from: nameOf(event.before),
      to: nameOf(event.after),
      undone: event.undoneBy !== null,
      mayUndo: mayUndo(event, { reader, contact: contactOf.get(event.contactId) ?? null }).ok,
    }
  })
}
