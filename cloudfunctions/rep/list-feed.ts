// Who read what, newest first? Named readers line by line, the others only counted.
import type { Member } from '@shared/domain/member'
import { filterMeant } from '../_kit/audience'
import { now } from '../_kit/clock'
import { listLiveTitles, pageFeed } from '../_kit/data/feed'
import { findWatch } from '../_kit/data/watches'
import type { Handler } from '../_kit/serve'
import { countOthers } from './count-others'
import { showLines } from './show-line'

const PAGE = 30
const ANONYMOUS_WITHIN_MS = 30 * 86_400_000
const ANONYMOUS_POSTS_MAX = 20
/** Of the live posts so many are looked at for those that are for her. */
const LIVE_MAX = 60

/** Per recent post of her store, how many readings belong to nobody she may know. */
const listOthers = async (rep: Member, at: number) => {
  const live = await listLiveTitles(at - ANONYMOUS_WITHIN_MS, LIVE_MAX)
  const posts = (await filterMeant(rep, live)).slice(0, ANONYMOUS_POSTS_MAX)
  const othersOf = await countOthers(
    rep._id,
    posts.map(({ _id }) => _id),
    at,
  )
  return posts
    .map(({ _id, article }) => ({ postId: _id, title: article.title, ...othersOf(_id) }))
    .filter(({ readings, apart }) => readings !== 0 || Object.values(apart).some((n) => n > 0))
}

export const listFeed: Handler<'rep', 'feed.list'> = async ({ cursor }, { caller: { member } }) => {
  const at = now()
  const [{ items, next }, { seenAt }, anonymous] = await Promise.all([
    pageFeed(member._id, cursor, PAGE),
    findWatch(member._id),
    cursor === undefined ? listOthers(member, at) : [],
  ])
  return { asOf: at, seenAt, lines: await showLines(items, { repId: member._id, seenAt, at }), next, anonymous }
}
