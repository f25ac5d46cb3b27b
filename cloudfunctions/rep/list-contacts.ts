// Whom does she know? Those who agreed, by their latest reading or their warmth; then those she only wrote down.
import type { ContactId, MemberId } from '@shared/domain/ids'
import type { Reader } from '@shared/domain/reader'
import { now } from '../_kit/clock'
import { type KnownReader, onlyKnown, readersUnder } from '../_kit/contact-file'
import { changeContactReaders, findContacts, pageBareContacts } from '../_kit/data/contacts'
import { listReadersOfContacts, pageReaders } from '../_kit/data/readers'
import { type ContactPart as Part, pageCircle } from '../_kit/page-circle'
import type { Handler } from '../_kit/serve'
import { showContact } from '../_kit/show-contact'

const PAGE = 30
/** Cursors of the second part, those without a reader, begin with it. */
const BARE = 'bare:'

type OrderOfContacts = 'recent' | 'warm'

const rank = (order: OrderOfContacts, reader: Reader): number => (order === 'warm' ? reader.warmth : reader.lastReadAt)

/** Who comes before all others of hers in this order: there she is listed, and nowhere else. */
const leaderOf = (order: OrderOfContacts, readers: readonly KnownReader[]): KnownReader | undefined =>
  [...readers].sort((a, b) => rank(order, b) - rank(order, a) || (a._id < b._id ? 1 : -1))[0]

const contactsOf = ({ link }: Pick<Reader, 'link'>): ContactId[] => [link.contactId, ...link.also]

const pageRead = async (repId: MemberId, order: OrderOfContacts, cursor: string | undefined): Promise<Part> => {
  const { items, next } = await pageReaders(repId, { order, cursor, size: PAGE })
  const ids = [...new Set(items.flatMap(contactsOf))]
  const [stored, linked] = await Promise.all([findContacts(ids), listReadersOfContacts(ids)])
  const known = await onlyKnown(repId, linked)
  const byId = new Map(stored.filter((contact) => contact.repId === repId).map((contact) => [contact._id, contact]))
  const listed = new Set<ContactId>()
  const contacts = items.flatMap((item) =>
    contactsOf(item).flatMap((id) => {
      const [contact, readers] = [byId.get(id), readersUnder(known, id)]
      if (!contact || listed.has(id) || leaderOf(order, readers)?._id !== item._id) return []
      listed.add(id)
      return [{ contact, readers }]
    }),
  )
  return { contacts, next }
}

/** A number that is off is put right, and she is listed by her readers then. Her own contact goes where she goes. */
const pageBare = async (repId: MemberId, cursor: string | undefined): Promise<Part> => {
  const { items, next } = await pageBareContacts(repId, cursor, PAGE)
  const linked = (await listReadersOfContacts(items.map(({ _id }) => _id))).filter((reader) => reader.repId === repId)
  const off = items.filter(({ _id }) => readersUnder(linked, _id).length > 0)
  if (off.length) await changeContactReaders(off.map(({ _id }) => _id))
  const bare = items.filter((contact) => contact.remark !== null && !off.includes(contact))
  return { contacts: bare.map((contact) => ({ contact, readers: [] })), next: next && BARE + next }
}

const page = async (repId: MemberId, order: OrderOfContacts, cursor: string | undefined): Promise<Part> => {
  if (cursor?.startsWith(BARE)) return pageBare(repId, cursor.slice(BARE.length))
  const read = await pageRead(repId, order, cursor)
  if (read.next !== null || order === 'warm') return read
  const bare = await pageBare(repId, undefined)
  return { contacts: [...read.contacts, ...bare.contacts], next: bare.next }
}

export const listContacts: Handler<'rep', 'contact.list'> = async (input, { caller: { member } }) => {
  const { cursor, order, circleId } = input
  const { contacts, next } = await (circleId === undefined
    ? page(member._id, order, cursor)
    : pageCircle(member._id, { circleId, order, cursor }))
  const at = now()
  return { contacts: contacts.map(({ contact, readers }) => showContact(contact, readers, at)), next }
}
