// The rep calls a contact something, or takes it back: written into the history first, then done.
import type { Contact } from '@shared/domain/contact'
import type { LinkEventId } from '@shared/domain/ids'
import { applyName, undoName } from '@shared/domain/link-undo'
import type { LinkEvent, Reader } from '@shared/domain/reader'
import { ownContactOf } from './alias'
import { changeRemark, findContact } from './data/contacts'
import { dropLinkEvent, findLinkEvent, keepLinkEvent, markUndone } from './data/links'
import { listReadersOfContacts } from './data/readers'
import { ensure, found, refusal } from './errors'
import { settleLinks } from './settle-links'

type Named = Pick<Contact, 'remark' | 'namedAt' | 'namedBy'>

/** Her own contact has a name, or none any more: that says who the reader is as whom it came into being. */
const followName = async (contact: Contact): Promise<void> => {
  const readers = await listReadersOfContacts([contact._id])
  await settleLinks(readers.filter((reader) => ownContactOf(reader) === contact._id))
}

const follow = async (event: LinkEvent, contact: Contact, named: Named): Promise<Contact> => {
  if (!(await changeRemark(contact, named))) {
    const present = await findContact(contact._id)
    if (!present || present.namedBy !== named.namedBy || present.remark !== named.remark) {
      await dropLinkEvent(event._id)
      throw refusal('link-moved')
    }
  }
  const renamed = { ...contact, ...named }
  await followName(renamed)
  return renamed
}

const isToDo = ({ before, undoneBy }: LinkEvent, contact: Contact): boolean =>
  undoneBy === null && (contact.namedBy ?? null) === (before.named?.by ?? null)

/** `readers`: those who read under her. The same id again has the same outcome. */
export const sayName = async (
  { contact, readers }: { contact: Contact; readers: readonly Reader[] },
  { eventId, remark }: { eventId: LinkEventId; remark: string },
  now: number,
): Promise<Contact> => {
  const reader = readers.find((reader) => ownContactOf(reader) === contact._id) ?? null
  const { named, event } = applyName(contact, { eventId, remark, reader }, now)
  const stored = await findLinkEvent(eventId)
  if (stored && (stored.act !== 'name' || stored.contactId !== contact._id || stored.after.remark !== remark))
    throw refusal('event-taken', 'eventId')
  if (stored && !isToDo(stored, contact)) {
    await followName(contact)
    return { ...contact, remark }
  }
  if (contact.remark === remark) return contact
  // whose phone it was has been found to be somebody's: the screen that still shows it is an old one
  if (!stored && contact.origin === 'reader' && contact.remark === null && !readers.length) throw refusal('link-moved')
  return follow(stored ?? (await keepLinkEvent(event)), contact, named)
}

export const takeNameBack = async (
  event: LinkEvent,
  { eventId, now }: { eventId: LinkEventId; now: number },
): Promise<void> => {
  const contact = found(await findContact(event.contactId), 'no-such-contact', 'undoes')
  const undone = undoName(event, contact, { eventId, now })
  const done = await findLinkEvent(eventId)
  if (done && done.undoes !== event._id) throw refusal('event-taken', 'eventId')
  if (!done) ensure(undone, 'undoes')
  if (undone.ok) await follow(await keepLinkEvent(undone.event), contact, undone.named)
  else await followName(contact)
  await markUndone(event._id, eventId)
}
