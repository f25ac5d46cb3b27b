// How does a rep see readings? Under her own names for her contacts, and only while their consent is in force.
import type { FeedLine } from '@shared/contracts/contact'
import { ordinalOf } from '@shared/domain/contact'
import { againOf, countNth, isUnread } from '@shared/domain/feed'
import { type ContactId, type MemberId, type PersonId, type PostId, readerIdOf } from '@shared/domain/ids'
import type { Certainty } from '@shared/domain/reader'
import { isLive, longestSection, type Reading, type SectionMs, totalMs } from '@shared/domain/reading'
import { aliasOf, ownContactId, readerKeyOf } from '../_kit/alias'
import { findContacts } from '../_kit/data/contacts'
import { findLinks, mayTell } from '../_kit/data/feed'
import { findHeadings, type Headings } from '../_kit/data/posts'

type Who = { contactId: ContactId; remark: string | null; ordinal: string; certainty: Certainty }

/** Who each of these persons is to this rep: two requests, however many they are. */
export const findWho = async (repId: MemberId, personIds: readonly PersonId[]): Promise<(id: PersonId) => Who> => {
  const links = await findLinks(personIds.map((personId) => readerIdOf(repId, personId)))
  const linkOf = (personId: PersonId): { contactId: ContactId; certainty: Certainty } => {
    const id = readerIdOf(repId, personId)
    return links.get(id) ?? { contactId: ownContactId(id), certainty: 'unnamed' }
  }
  const contacts = await findContacts(personIds.map((personId) => linkOf(personId).contactId))
  const remarks = new Map(contacts.filter((contact) => contact.repId === repId).map(({ _id, remark }) => [_id, remark]))
  return (personId) => {
    const { contactId, certainty } = linkOf(personId)
    return { contactId, remark: remarks.get(contactId) ?? null, ordinal: ordinalOf(contactId), certainty }
  }
}

export const showLongest = (longest: ReturnType<typeof longestSection>, { headingOf }: Headings) =>
  longest && { heading: headingOf(longest.id), ms: longest.ms }

const showTimes = (reading: Pick<Reading, 'sections' | 'openedAt' | 'lastAt'>, post: Headings) => {
  const sections: SectionMs = reading.sections
  return { title: post.title, totalMs: totalMs(reading), longest: showLongest(longestSection(sections), post) }
}

/** The lines of these readings in their order, without those that may not be told; four requests, none for none. */
export const showLines = async (
  items: readonly Reading[],
  { repId, seenAt, at }: { repId: MemberId; seenAt: number; at: number },
): Promise<FeedLine[]> => {
  const readings = await mayTell(items)
  const [whoIs, postOf] = await Promise.all([
    findWho(
      repId,
      readings.map(({ personId }) => personId),
    ),
    findHeadings([...new Set(readings.map(({ postId }): PostId => postId))]),
  ])
  const nth = countNth(readings)
  return readings.map((reading) => ({
    readingId: aliasOf(reading._id),
    readerKey: readerKeyOf(readerIdOf(repId, reading.personId)),
    ...whoIs(reading.personId),
    postId: reading.postId,
    ...showTimes(reading, postOf(reading.postId)),
    depth: reading.depth,
    again: againOf(reading),
    nth: nth.get(reading._id) ?? 1,
    lastAt: reading.lastAt,
    live: isLive(reading, at),
    unread: isUnread(reading, seenAt),
  }))
}
