// What happened since the last look that somebody wants to be told of? Each thing is queued once for each address.
import { dayAfter, dayOf, hourOf } from '@shared/domain/day'
import {
  bodyOf,
  isFor,
  type News,
  newsOfAlerts,
  newsOfDeals,
  newsOfEnded,
  newsOfPublished,
  newsOfRoster,
} from '@shared/domain/hook-events'
import type { Delivery, Webhook } from '@shared/domain/webhook'
import { DELIVERIES_KEPT_MS, insertDelivery, removeDeliveriesBefore, whichAreQueued } from '../_kit/data/deliveries'
import { countDeals, listChangedSince, listPublishedSince, listRostersSince } from '../_kit/data/news'
import { findAlerts } from '../_kit/data/ops'
import { findHookHead, listHooks, putHookHead } from '../_kit/data/webhooks'
import type { Job } from '../_kit/serve-jobs'

/** Looked at again for so long: a post may go out a while after the hour it was planned for. */
const OUT_AGAIN_MS = 6 * 3_600_000
const CHANGED_AGAIN_MS = 600_000
/** An import is found by when it was begun. */
const ROSTERS_AGAIN_MS = 3 * 86_400_000
/** The deals of a day are told from this hour of the next on, when most have been said. */
const DEALS_FROM_HOUR = 9

const newsOfPosts = async (now: number): Promise<News[]> => {
  const head = (await findHookHead('posts'))?.at ?? now
  const [out, changed] = await Promise.all([
    listPublishedSince(Math.min(head, now) - OUT_AGAIN_MS),
    listChangedSince(Math.min(head, now) - CHANGED_AGAIN_MS),
  ])
  return [...out.flatMap(newsOfPublished), ...changed.flatMap(newsOfEnded)]
}

const newsOfRosters = async (now: number): Promise<News[]> =>
  (await listRostersSince(now - ROSTERS_AGAIN_MS))
    .filter(({ state }) => state === 'applied')
    .map(({ _id, signedAt, counts }) => newsOfRoster(_id, signedAt, counts))

const newsOfYesterday = async (now: number): Promise<News[]> => {
  const day = dayAfter(dayOf(now), -1)
  if (hourOf(now) < DEALS_FROM_HOUR || ((await findHookHead('deals'))?.day ?? '') >= day) return []
  return [newsOfDeals(day, await countDeals(day), now)]
}

const newsOfOps = async (): Promise<News[]> => {
  const state = await findAlerts()
  return state ? newsOfAlerts(state) : []
}

const deliveryOf = (hook: Webhook, one: News, now: number): Delivery => ({
  ...{ _id: `${one.eventId}.${hook._id}`, webhookId: hook._id, eventId: one.eventId, event: one.event },
  ...{ at: one.at, body: bodyOf(one), state: 'waiting', tries: 0, nextAt: now, replays: 0 },
  ...{ status: null, fault: null, settledAt: null },
})

/** What is queued already is asked for in one request; two that run at once still queue each thing once. */
const queue = async (hooks: readonly Webhook[], news: readonly News[], now: number): Promise<number> => {
  const wanted = news.flatMap((one) =>
    hooks.filter((hook) => isFor(hook, one)).map((hook) => deliveryOf(hook, one, now)),
  )
  const known = await whichAreQueued(wanted.map(({ _id }) => _id))
  let queued = 0
  for (const one of wanted) if (!known.has(one._id) && (await insertDelivery(one))) queued++
  return queued
}

export const queueWebhooks: Job = async (now) => {
  await removeDeliveriesBefore(now - DELIVERIES_KEPT_MS)
  const hooks = (await listHooks()).filter(({ on }) => on)
  if (!hooks.length) return 0
  const wants = (event: News['event']) => hooks.some(({ events }) => events.includes(event))
  const [posts, rosters, deals, ops] = await Promise.all([
    wants('post.published') || wants('post.recalled') || wants('post.expired') ? newsOfPosts(now) : [],
    wants('roster.applied') ? newsOfRosters(now) : [],
    wants('talk.deals') ? newsOfYesterday(now) : [],
    wants('ops.alert') || wants('ops.clear') ? newsOfOps() : [],
  ])
  const queued = await queue(hooks, [...posts, ...rosters, ...deals, ...ops], now)
  // only after everything is queued: what a crash cut short is looked at again
  await putHookHead({ _id: 'posts', at: now })
  const day = deals[0]?.data.day
  if (typeof day === 'string') await putHookHead({ _id: 'deals', day })
  return queued
}
