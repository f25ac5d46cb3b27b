// Who lives with a contact, and who of them reads what?
import type { ContactFile } from '@shared/contracts/contact'
import { mayOpenContact } from '@shared/domain/access'
import { type Contact, ordinalOf } from '@shared/domain/contact'
import type { PostId } from '@shared/domain/ids'
import { speakersFor } from '@shared/domain/link'
import type { Reader } from '@shared/domain/reader'
import { onlyKnown, readersUnder } from './contact-file'
import { listHome } from './data/contacts'
import { findHeadings } from './data/posts'
import { listReadersOfContacts } from './data/readers'
import { showTags } from './show-tag'

const READS_MAX = 3
const TAGS_MAX = 3

/** What they read last, each post once. */
const latestPosts = (readers: readonly Reader[]): PostId[] => {
  const entries = readers.flatMap((reader) => Object.values(reader.entries)).sort((a, b) => b.at - a.at)
  return [...new Set(entries.map(({ postId }) => postId))].slice(0, READS_MAX)
}

export const showHome = async ({ _id, repId, homeId }: Contact, now: number): Promise<ContactFile['home']> => {
  if (homeId === null) return []
  const others = (await listHome(repId, homeId)).filter((contact) => contact._id !== _id)
  const linked = await listReadersOfContacts(others.map((contact) => contact._id))
  const known = await onlyKnown(repId, linked)
  const readersOf = new Map(others.map((contact) => [contact._id, readersUnder(known, contact._id)]))
  const told = others.filter((contact) => {
    const readers = readersOf.get(contact._id) ?? []
    const counts = { linked: readersUnder(linked, contact._id).length, consenting: readers.length }
    return mayOpenContact(repId, contact, counts).ok && (contact.remark !== null || readers.length > 0)
  })
  const postOf = await findHeadings([...readersOf.values()].flatMap(latestPosts))
  return told.map(({ _id: contactId, remark }) => {
    const readers = readersOf.get(contactId) ?? []
    const speakers = speakersFor(readers, contactId)
    return {
      contactId,
      remark,
      ordinal: ordinalOf(contactId),
      lastReadAt: readers.length ? Math.max(...readers.map(({ lastReadAt }) => lastReadAt)) : null,
      reads: latestPosts(speakers).map((postId) => postOf(postId).title),
      tags: showTags(speakers, now)
        .slice(0, TAGS_MAX)
        .map(({ tag }) => tag),
    }
  })
}
