// On which phones does a contact read, and what has she read on them?
import type { ContactFile } from '@shared/contracts/contact'
import { certaintyUnder, suggestionsOf } from '@shared/domain/link'
import { isLive, type Reading, totalMs } from '@shared/domain/reading'
import { aliasOf } from './alias'
import type { KnownReader, OpenedContact } from './contact-file'
import { findContacts } from './data/contacts'
import { findHeadings, type Headings } from './data/posts'
import { listReadingsFor } from './data/readings'
import { showSections } from './show-reading'

const TIMELINE_MAX = 200

export type ReadOn = { reader: KnownReader; readings: Reading[] }
type Told = Pick<ContactFile, 'readers' | 'mayBe' | 'timeline'>

const listRead = (readers: readonly KnownReader[]): Promise<ReadOn[]> =>
  Promise.all(
    readers.map(async (reader) => {
      const readings = await listReadingsFor(reader.repId, reader.personId)
      return { reader, readings: readings.filter(({ by }) => by === 'reader') }
    }),
  )

const showReading = (reading: Reading, post: Headings, now: number) => ({
  readingId: aliasOf(reading._id),
  postId: reading.postId,
  title: post.title,
  lastAt: reading.lastAt,
  totalMs: totalMs(reading),
  depth: reading.depth,
  live: isLive(reading, now),
  sections: showSections(reading, post),
})

/** `mayBe`: readers elsewhere who opened a card that was meant for her. */
export const showReaders = async (
  { contact, readers }: OpenedContact,
  mayBe: readonly KnownReader[],
  now: number,
): Promise<Told> => {
  const read = await listRead(readers)
  const cards = [...readers, ...mayBe].flatMap(({ link }) => suggestionsOf(link))
  const postIds = [...read.flatMap(({ readings }) => readings), ...cards].map(({ postId }) => postId)
  const [postOf, meant] = await Promise.all([
    findHeadings([...new Set(postIds)]),
    findContacts(cards.map(({ contactId }) => contactId)),
  ])
  const remarkOf = new Map(meant.filter(({ repId }) => repId === contact.repId).map(({ _id, remark }) => [_id, remark]))
  const sureOf = (reader: KnownReader) => certaintyUnder(reader, contact._id) ?? 'likely'
  const timeline = read.flatMap(({ reader, readings }) =>
    readings.map((reading) => ({
      readerKey: reader.key,
      certainty: sureOf(reader),
      ...showReading(reading, postOf(reading.postId), now),
    })),
  )
  return {
    readers: read.map(({ reader, readings }) => ({
      readerKey: reader.key,
      certainty: sureOf(reader),
      selfName: reader.selfName,
      lastReadAt: reader.lastReadAt,
      readings: readings.length,
      consentGivenAt: reader.consent.givenAt,
      tagsOn: reader.tagsOn,
      shared: reader.link.also.length > 0,
      likely: suggestionsOf(reader.link).flatMap(({ contactId, postId, at }) => {
        const remark = remarkOf.get(contactId)
        return remark === undefined ? [] : [{ contactId, remark, title: postOf(postId).title, at }]
      }),
    })),
    mayBe: mayBe.flatMap(({ key, link }) =>
      suggestionsOf(link)
        .filter(({ contactId }) => contactId === contact._id)
        .slice(-1)
        .map(({ postId, at }) => ({ readerKey: key, title: postOf(postId).title, at })),
    ),
    timeline: timeline.sort((a, b) => b.lastAt - a.lastAt).slice(0, TIMELINE_MAX),
  }
}
