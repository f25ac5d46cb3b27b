// Who read this post of hers? Her contacts, the longest reader first; the others counted.
import { groupReaders } from '@shared/domain/feed'
import { isLive } from '@shared/domain/reading'
import { now } from '../_kit/clock'
import { listKnownOfPost, mayTell } from '../_kit/data/feed'
import { findHeadings } from '../_kit/data/posts'
import { ensureKnownPost } from '../_kit/known-post'
import type { Handler } from '../_kit/serve'
import { countOthers } from './count-others'
import { findWho, showLongest } from './show-line'

const READINGS_MAX = 200

export const readersOfPost: Handler<'rep', 'post.readers'> = async ({ postId }, { caller: { member } }) => {
  await ensureKnownPost(member, postId)
  const [at, repId] = [now(), member._id]
  const [newest, headings, othersOf] = await Promise.all([
    listKnownOfPost(repId, postId, READINGS_MAX + 1),
    findHeadings([postId]),
    countOthers(repId, [postId], at),
  ])
  const readings = await mayTell(newest.slice(0, READINGS_MAX))
  const whoIs = await findWho(repId, [...new Set(readings.map(({ personId }) => personId))])
  const post = headings(postId)
  const { readings: anonymous, apart } = othersOf(postId)
  return {
    asOf: at,
    title: post.title,
    readers: groupReaders(readings, ({ personId }) => whoIs(personId)).map((reader) => ({
      ...reader,
      longest: showLongest(reader.longest, post),
      live: isLive(reader, at),
    })),
    more: newest.length > READINGS_MAX,
    anonymous,
    apart,
  }
}
