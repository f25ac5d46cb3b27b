// Who read what, newest first? Named readers line by line, the others only counted.
import { ordinalOf } from '@shared/domain/contact'
import { contactIdOf, type MemberId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import { isForStore } from '@shared/domain/post'
import { isLive, longestSection, type Reading, tellAnonymous, totalMs } from '@shared/domain/reading'
import { now } from '../_kit/clock'
import { whoConsents } from '../_kit/data/consents'
import { findContacts } from '../_kit/data/contacts'
import { findHeadings, type Headings, listLivePosts } from '../_kit/data/posts'
import { countAnonymous, isKnown, type KnownReading, pageKnownReadings } from '../_kit/data/readings'
import type { Handler } from '../_kit/serve'
import { aliasOf } from '../_kit/show-reading'

const PAGE = 30
const ANONYMOUS_WITHIN_MS = 30 * 86_400_000
const ANONYMOUS_POSTS_MAX = 20

/** Per recent post of her store, how many readings belong to nobody she may know. */
const countReadings = async (rep: Member, at: number) => {
  const live = await listLivePosts(at - ANONYMOUS_WITHIN_MS)
  const posts = live.filter((post) => isForStore(post, rep.storeId)).slice(0, ANONYMOUS_POSTS_MAX)
  const counted = await Promise.all(
    posts.map(async ({ _id, article }) => ({
      postId: _id,
      title: article.title,
      readings: tellAnonymous(await countAnonymous(rep._id, _id)),
    })),
  )
  return counted.filter(({ readings }) => readings !== 0)
}

const longest = ({ sections }: Reading, { headingOf }: Headings) => {
  const section = longestSection(sections)
  return section && { heading: headingOf(section.id), ms: section.ms }
}

/** Withdrawing detaches readings; should that be half done, a consent no longer in force still hides the line. */
const mayShow = async (readings: readonly Reading[], repId: MemberId): Promise<KnownReading[]> => {
  const known = readings.filter(isKnown)
  const agrees = await whoConsents(known.map(({ personId }) => ({ personId, repId })))
  return known.filter(({ personId }) => agrees(personId, repId))
}

export const listFeed: Handler<'rep', 'feed.list'> = async ({ cursor }, { caller: { member } }) => {
  const [at, repId] = [now(), member._id]
  const { items, next } = await pageKnownReadings(repId, cursor, PAGE)
  const readings = await mayShow(items, repId)
  const [contacts, headings, anonymous] = await Promise.all([
    findContacts(readings.map(({ personId }) => contactIdOf(repId, personId))),
    findHeadings(readings.map(({ postId }) => postId)),
    cursor === undefined ? countReadings(member, at) : [],
  ])
  const remarks = new Map(contacts.map(({ _id, remark }) => [_id, remark]))
  const lines = readings.map((reading) => {
    const contactId = contactIdOf(repId, reading.personId)
    const post = headings(reading.postId)
    return {
      readingId: aliasOf(reading._id),
      contactId,
      remark: remarks.get(contactId) ?? null,
      ordinal: ordinalOf(contactId),
      postId: reading.postId,
      title: post.title,
      totalMs: totalMs(reading),
      longest: longest(reading, post),
      lastAt: reading.lastAt,
      live: isLive(reading, at),
    }
  })
  return { asOf: at, lines, next, anonymous }
}
