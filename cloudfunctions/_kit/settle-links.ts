// What follows for others when a link or a name has changed? Links are settled anew, and contacts counted anew.
import { isDeepStrictEqual } from 'node:util'
import type { ContactId } from '@shared/domain/ids'
import { type LinkFacts, settle } from '@shared/domain/link'
import type { Link, Reader } from '@shared/domain/reader'
import { ownContactOf } from './alias'
import { changeContactReaders, findContacts } from './data/contacts'
import { changeLink, listLikelyReaders, listReadersOfContacts } from './data/readers'

const contactsOf = ({ contactId, also }: Link): ContactId[] => [contactId, ...also]

/** What else decides about each of these readers; two or three requests however many they are. */
export const findLinkFacts = async (readers: readonly Reader[]): Promise<(reader: Reader) => LinkFacts> => {
  const likely = [...new Set(readers.flatMap(({ link }) => link.likely.map(({ contactId }) => contactId)))]
  const owns = readers.map(ownContactOf)
  const [contacts, others] = await Promise.all([findContacts([...owns, ...likely]), listReadersOfContacts(likely)])
  const known = new Map(contacts.map((contact) => [contact._id, contact]))
  return (reader) => {
    const { _id, repId } = reader
    const own = ownContactOf(reader)
    const isTaken = (id: ContactId) =>
      others.some((other) => other._id !== _id && other.link.contactId === id && other.link.certainty === 'certain')
    return {
      own,
      ownRemark: known.get(own)?.remark ?? null,
      closed: likely.filter((id) => known.get(id)?.repId !== repId || isTaken(id)),
    }
  }
}

/** Brings links up to what was said and opened; one that moved meanwhile is left to who moved it. */
export const settleLinks = async (readers: readonly Reader[]): Promise<Reader[]> => {
  if (!readers.length) return []
  const factsOf = await findLinkFacts(readers)
  const settled = await Promise.all(
    readers.map(async (reader) => {
      const link = settle(reader, factsOf(reader))
      const { contactId, certainty } = reader.link
      if (link.contactId === contactId && link.certainty === certainty) return reader
      await changeLink(reader, link)
      return { ...reader, link, linkRev: reader.linkRev + 1 }
    }),
  )
  // also where nothing changed: it may have changed before, and a crash fallen between
  await changeContactReaders([...readers, ...settled].flatMap(({ link }) => contactsOf(link)))
  return settled
}

/** False when the link has moved since it was read. What hangs on it follows. */
export const moveLink = async (reader: Reader, link: Link): Promise<boolean> => {
  if (isDeepStrictEqual(link, reader.link)) return true
  if (!(await changeLink(reader, link))) return false
  await followLink(reader, { before: reader.link, after: link })
  return true
}

/** Once more is harmless. Who is somebody for certain now, or no longer, decides whether another's card still says that it may be her. */
export const followLink = async (
  { _id }: Pick<Reader, '_id'>,
  { before, after }: { before: Link; after: Link },
): Promise<void> => {
  const touched = [...new Set([...contactsOf(before), ...contactsOf(after)])]
  await changeContactReaders(touched)
  const wasSure = before.certainty === 'certain'
  if (!wasSure && after.certainty !== 'certain') return
  const others = await listLikelyReaders([before.contactId, after.contactId])
  await settleLinks(others.filter((other) => other._id !== _id))
}
