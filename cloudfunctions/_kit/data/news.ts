// What happened lately that others may be told of? Posts that went out or ended, rosters applied, deals of a day.
import type { Day } from '@shared/domain/day'
import type { ToldPost } from '@shared/domain/hook-events'
import type { TalkDay } from '@shared/domain/talk'
import { above, collection } from '../collection'
import { readAll } from '../page'

/** at: when its import was begun. signedAt: when it was applied. */
type Applied = { _id: string; at: number; signedAt: number; state: string; counts: Record<string, number> }
const posts = collection<ToldPost>('posts')
const rosters = collection<Applied>('rosters')
const days = collection<TalkDay>('talkdays')

const PORTION = 200
/** Told talks of a rep's day are about 1.5 KB. */
const DAYS_PORTION = 300
const TOLD = [
  ...['version', 'state', 'column', 'isAd', 'publishedAt', 'recalledAt', 'recallReason', 'expiredReason', 'updatedAt'],
  'article.title',
] as (keyof ToldPost)[]

export const listPublishedSince = (at: number) =>
  posts.find(
    { state: 'live', publishedAt: above(at) },
    { order: [['publishedAt', 'desc']], limit: PORTION, fields: TOLD },
  )

/** The latest changed first: beyond a portion of changes between two looks the oldest are not told. */
export const listChangedSince = (at: number) =>
  posts.find(
    { updatedAt: above(at) },
    {
      order: [
        ['updatedAt', 'desc'],
        ['_id', 'desc'],
      ],
      limit: PORTION,
      fields: TOLD,
    },
  )

export const listRostersSince = (at: number) =>
  rosters.find({ at: above(at) }, { order: [['at', 'desc']], limit: PORTION, fields: ['signedAt', 'state', 'counts'] })

/** How many talks of that day ended in a deal, as far as was said. */
export const countDeals = async (day: Day): Promise<number> => {
  const all = await readAll(days, { day }, ['told'], DAYS_PORTION)
  return all.flatMap(({ told }) => told).filter(({ end }) => end === 'dealt').length
}
