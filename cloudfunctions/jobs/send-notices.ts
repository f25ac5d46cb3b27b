// Which reps are to hear that their customers read? Every minute a look at those who want to, at most one message each.
import { retainedSince } from '@shared/domain/consent'
import type { MemberId } from '@shared/domain/ids'
import {
  gatherWaiting,
  mayNotify,
  type NoticeChannel,
  type Tellable,
  toldUpTo,
  type Watch,
} from '@shared/domain/notice'
import { SETTLED_AFTER_MS, totalMs } from '@shared/domain/reading'
import { aliasOf } from '../_kit/alias'
import { now as clock } from '../_kit/clock'
import { listTellable } from '../_kit/data/feed'
import { removeNoticesBefore } from '../_kit/data/notices'
import { findWatches, listWaitingReps, moveWatch, postponeWatches } from '../_kit/data/watches'
import { type NoticePort, type NoticePorts, noticePorts } from '../_kit/notice-ports'
import { sendNotice } from '../_kit/send-notice'
import type { Job } from '../_kit/serve-jobs'

/** So many reps a minute; where more want notices, each is looked at less often, in turn. */
const REPS_MAX = 1_000
const REPS_AT_ONCE = 100
const SENDS_AT_ONCE = 10
/** What is left is looked at a minute later: other jobs need the function's time, too. */
const BEGIN_WITHIN_MS = 15_000

type Free = { watch: Watch; channel: NoticeChannel; port: NoticePort }

const inPortions = async <T>(all: readonly T[], size: number, work: (portion: readonly T[]) => Promise<void>) => {
  for (let at = 0; at < all.length; at += size) await work(all.slice(at, at + size))
}
const each = <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> =>
  inPortions(all, SENDS_AT_ONCE, async (portion) => {
    await Promise.all(portion.map(work))
  })

/** Those who may be sent something now; the others rest until they may. */
const listFree = async (watches: readonly Watch[], ports: NoticePorts, now: number): Promise<Free[]> => {
  const open = (['employee', 'subscribe'] as const).filter((channel) => ports[channel] !== undefined)
  const free: Free[] = []
  await each(watches, async (watch) => {
    const may = mayNotify(watch, open, now)
    const port = 'channel' in may ? ports[may.channel] : undefined
    if ('channel' in may && port) free.push({ watch, channel: may.channel, port })
    else await moveWatch(watch, { waitingSince: 'until' in may ? may.until : null })
  })
  return free
}

/** What moved since each was told last; as a rule one request for the readings, one for the consents. */
const listNews = async (watches: readonly Watch[]): Promise<(repId: MemberId) => Tellable[]> => {
  const news = new Map<MemberId | null, Tellable[]>()
  for (const reading of await listTellable(watches.map((watch) => ({ repId: watch._id, at: toldUpTo(watch) })))) {
    const { _id, repId, personId, postId, lastAt } = reading
    const one = { alias: aliasOf(_id), personId, postId, ms: totalMs(reading), lastAt }
    news.set(repId, [...(news.get(repId) ?? []), one])
  }
  return (repId) => news.get(repId) ?? []
}

/** Glances and what was told already are not looked at for ever. */
const passOver = async (watch: Watch, readings: readonly Tellable[], now: number): Promise<void> => {
  const restedAt = now - SETTLED_AFTER_MS
  if (readings.some(({ lastAt }) => lastAt > toldUpTo(watch) && lastAt < restedAt))
    await moveWatch(watch, { notifiedAt: restedAt })
}

/** How many of these heard. */
const tellReps = async (repIds: readonly MemberId[], ports: NoticePorts, now: number): Promise<number> => {
  const free = await listFree(await findWatches(repIds), ports, now)
  if (!free.length) return 0
  const newsOf = await listNews(free.map(({ watch }) => watch))
  let sent = 0
  await each(free, async (one) => {
    const news = newsOf(one.watch._id)
    const waiting = gatherWaiting(one.watch, news)
    if (!waiting) await passOver(one.watch, news, now)
    else if (await sendNotice({ ...one, waiting }, now)) sent++
  })
  return sent
}

export const sendNotices: Job = async (startedAt) => {
  await removeNoticesBefore(retainedSince(startedAt))
  const ports = noticePorts()
  if (!Object.keys(ports).length) return 0
  const repIds = await listWaitingReps(startedAt, REPS_MAX)
  let sent = 0
  await inPortions(repIds, REPS_AT_ONCE, async (some) => {
    if (clock() - startedAt > BEGIN_WITHIN_MS) return
    sent += await tellReps(some, ports, startedAt)
    if (repIds.length === REPS_MAX) await postponeWatches(some, startedAt)
  })
  return sent
}
