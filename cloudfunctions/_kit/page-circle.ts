// Who of hers is in one circle, page by page? As sorted last, and only whom she may know now.
import { mayOpenContact } from '@shared/domain/access'
import type { Contact } from '@shared/domain/contact'
import type { CircleId, ContactId, MemberId } from '@shared/domain/ids'
import { type KnownReader, onlyKnown, readersUnder } from './contact-file'
import { listIdsIn } from './data/circles'
import { findContacts } from './data/contacts'
import { listPlacesOfContacts, listReadersOfContacts } from './data/readers'
import { AppError } from './errors'

const PAGE = 30
const PREFIX = 'circle:'

export type ContactPart = { contacts: { contact: Contact; readers: KnownReader[] }[]; next: string | null }
type Asked = { circleId: CircleId; order: 'recent' | 'warm'; cursor: string | undefined }

/** Whose turn it is after the last one of the page before; one who left the circle meanwhile ends the list. */
const startAt = (ids: readonly ContactId[], cursor: string | undefined): number => {
  if (cursor === undefined) return 0
  if (!cursor.startsWith(PREFIX)) throw new AppError('invalid', 'bad-cursor', 'cursor')
  const before = ids.indexOf(cursor.slice(PREFIX.length) as ContactId)
  return before < 0 ? ids.length : before + 1
}

/** By her latest or warmest reader; who was only written down comes last. Nothing long is read for the order. */
const inOrder = async (repId: MemberId, ids: readonly ContactId[], order: Asked['order']): Promise<ContactId[]> => {
  const rank = new Map<ContactId, number>()
  for (const { repId: of, link, warmth, lastReadAt } of await listPlacesOfContacts(ids))
    if (of === repId)
      for (const id of [link.contactId, ...link.also])
        rank.set(id, Math.max(rank.get(id) ?? 0, order === 'warm' ? warmth : lastReadAt))
  return [...ids].sort((a, b) => (rank.get(b) ?? -1) - (rank.get(a) ?? -1) || (a < b ? -1 : 1))
}

export const pageCircle = async (repId: MemberId, { circleId, order, cursor }: Asked): Promise<ContactPart> => {
  const ids = await inOrder(repId, await listIdsIn(repId, circleId), order)
  const from = startAt(ids, cursor)
  const some = ids.slice(from, from + PAGE)
  const [stored, linked] = await Promise.all([findContacts(some), listReadersOfContacts(some)])
  const known = await onlyKnown(repId, linked)
  const byId = new Map(stored.map((contact) => [contact._id, contact]))
  const contacts = some.flatMap((id) => {
    const [contact, readers] = [byId.get(id), readersUnder(known, id)]
    const counts = { linked: readersUnder(linked, id).length, consenting: readers.length }
    if (!contact || !mayOpenContact(repId, contact, counts).ok) return []
    return readers.length > 0 || contact.remark !== null ? [{ contact, readers }] : []
  })
  const last = some.at(-1)
  return { contacts, next: last && from + PAGE < ids.length ? PREFIX + last : null }
}
