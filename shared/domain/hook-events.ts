// What is told of what happened? Facts about posts, rosters and whole days; never who a customer is or what one did.
import type { AlertState, Finding } from './alert'
import type { Day } from './day'
import { tellMany } from './export'
import type { Post } from './post'
import type { HookEvent, Webhook } from './webhook'

/** eventId: the same for the same thing that happened, however often it is come across. */
export type News = {
  eventId: string
  event: HookEvent
  at: number
  data: Record<string, string | number | boolean | null>
}

export type ToldPost = Pick<
  Post,
  '_id' | 'version' | 'state' | 'column' | 'isAd' | 'publishedAt' | 'recalledAt' | 'recallReason' | 'updatedAt'
> & { article: Pick<Post['article'], 'title'>; expiredReason?: string }

const dataOf = ({ _id, version, column, isAd, article }: ToldPost) => ({
  ...{ postId: _id, version, title: article.title, column, isAd },
})

/** It went out: at the hour it was planned for. */
export const newsOfPublished = (post: ToldPost): News[] =>
  post.state === 'live' && post.publishedAt !== null
    ? [
        {
          ...{ eventId: `post.published.${post._id}.${post.publishedAt}`, event: 'post.published' },
          ...{ at: post.publishedAt, data: { ...dataOf(post), publishedAt: post.publishedAt } },
        },
      ]
    : []

/** It is out no more: taken back, or over by itself. */
export const newsOfEnded = (post: ToldPost): News[] => {
  const at = post.recalledAt ?? post.updatedAt
  if (post.state === 'recalled')
    return [
      {
        ...{ eventId: `post.recalled.${post._id}.${at}`, event: 'post.recalled', at },
        data: { ...dataOf(post), reason: post.recallReason },
      },
    ]
  if (post.state !== 'expired') return []
  return [
    {
      ...{ eventId: `post.expired.${post._id}.${post.updatedAt}`, event: 'post.expired', at: post.updatedAt },
      data: { ...dataOf(post), reason: post.expiredReason ?? '' },
    },
  ]
}

export const newsOfRoster = (rosterId: string, at: number, counts: Record<string, number>): News => ({
  ...{ eventId: `roster.applied.${rosterId}`, event: 'roster.applied', at, data: { rosterId, ...counts } },
})

/** deals: null where there were some, but fewer than five. */
export const newsOfDeals = (day: Day, deals: number, at: number): News => {
  const told = tellMany(deals)
  return {
    ...{ eventId: `talk.deals.${day}`, event: 'talk.deals', at },
    data: { day, deals: told === 'few' ? null : told, few: told === 'few' },
  }
}

const alertId = ({ kind, of }: Finding, since: number): string => `${kind}.${of.replace('/', '.')}.${since}`

/** Once when it began, once when it was over. */
export const newsOfAlerts = ({ open, cleared }: Pick<AlertState, 'open' | 'cleared'>): News[] => [
  ...[...open, ...cleared].map(
    ({ kind, of, value, since }): News => ({
      ...{ eventId: `ops.alert.${alertId({ kind, of, value }, since)}`, event: 'ops.alert', at: since },
      data: { kind, of, value },
    }),
  ),
  ...cleared.map(
    ({ kind, of, value, since, clearedAt }): News => ({
      ...{ eventId: `ops.clear.${alertId({ kind, of, value }, since)}`, event: 'ops.clear', at: clearedAt },
      data: { kind, of, value, since },
    }),
  ),
]

/** Signed and sent as it stands, also when it is tried again. */
export const bodyOf = ({ eventId, event, at, data }: News): string => JSON.stringify({ id: eventId, event, at, data })

/** Is this address to hear of it? Not of what happened before it was there, or while it was off. */
export const isFor = ({ on, events, since }: Pick<Webhook, 'on' | 'events' | 'since'>, news: News): boolean =>
  on && events.includes(news.event) && news.at >= since
