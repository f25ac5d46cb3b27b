// What is new since she looked last? Asked every few seconds: two small requests while nothing is.
import { isUnread } from '@shared/domain/feed'
import { now } from '../_kit/clock'
import { listNewer, mayTell } from '../_kit/data/feed'
import { findWatch } from '../_kit/data/watches'
import type { Handler } from '../_kit/serve'
import { showLines } from './show-line'

const LINES_MAX = 30
/** More than anyone counts: the screen says 99+. */
const UNREAD_MAX = 100

export const watchFeed: Handler<'rep', 'feed.watch'> = async ({ since }, { caller: { member } }) => {
  const [at, repId] = [now(), member._id]
  const { seenAt } = await findWatch(repId)
  const newer = await listNewer(repId, Math.min(since, seenAt), UNREAD_MAX)
  const fresh = newer.filter(({ lastAt }) => lastAt > since).slice(0, LINES_MAX)
  const unread = await mayTell(newer.filter((reading) => isUnread(reading, seenAt)))
  return { asOf: at, lines: await showLines(fresh, { repId, seenAt, at }), unread: unread.length }
}
