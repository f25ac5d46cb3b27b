// When is a rep told by message that her customers read? Not in quiet hours, not too often, never more than WeChat delivers.
import { type Day, dayOf, instantOf, timeOf } from './day'
import type { LinkEventId, MemberId, PersonId, PostId } from './ids'

/** employee: 用工关系, work messages to staff, no quota · subscribe: each tap of hers buys one message. */
export type NoticeChannel = 'employee' | 'subscribe'

/** Hours of Asia/Shanghai; nothing is sent from `quietFrom` until `quietTo`. The same hour twice: no quiet at all. */
export type QuietHours = { quietFrom: number; quietTo: number }

/** How far a rep has seen her feed, and how she wants to hear of it. */
export type Watch = QuietHours & {
  _id: MemberId
  seenAt: number
  on: boolean
  quota: number // one-time messages WeChat will still deliver
  employee: boolean // bound for 用工 messages
  grants: LinkEventId[] // the latest taps that were counted, so that a repeat is not
  waitingSince: number | null // not looked at before this instant; null: nothing can be sent, whatever happens
  notifiedAt: number // readings up to here have been told, or were not worth telling
  told: string[] // aliases of readings told lately, which may grow without being news
  round: number // grows with every notice that was tried
  rev: number // grows with every change but of seenAt
  sentAt: number // when the last one went out
  sentDay: string // the day `sentToday` counts
  sentToday: number
  morning?: boolean // she wants to hear in the morning what the day holds (digest.ts)
  digestAt?: number | null // not looked at for that before this instant; null: nothing can be sent, whatever happens
  digestDay?: Day // the last day that was told, or held nothing
}

export const QUIET_FROM = 21
export const QUIET_TO = 9
/** So many taps may be stacked; more would promise what nobody checks. */
export const QUOTA_MAX = 50
export const GRANTS_KEPT = 50
const GAP_MS = 600_000
const A_DAY_MAX = 20
const DAY_MS = 86_400_000
/** What waited longer than this is no news any more but a summary. */
const FRESH_MS = 600_000
/** A glance is not worth a message. */
export const WORTH_TELLING_MS = 10_000
/** Readings that may go on growing after they were told. */
const TOLD_KEPT = 60

/** As she is before she ever opened her feed or set anything. */
export const newWatch = (_id: MemberId): Watch => ({
  _id,
  seenAt: 0,
  on: false,
  quietFrom: QUIET_FROM,
  quietTo: QUIET_TO,
  quota: 0,
  employee: false,
  grants: [],
  waitingSince: null,
  notifiedAt: 0,
  told: [],
  round: 0,
  rev: 0,
  sentAt: 0,
  sentDay: '',
  sentToday: 0,
})

/** What has not been told yet, of readers whose consent is in force; of the latest which post. */
export type Waiting = {
  readings: number
  readers: number
  postIds: PostId[] // the latest first
  longestMs: number
  oldestAt: number
  upTo: number
  told: string[]
}

/** A known reading as far as notices go. */
export type Tellable = { alias: string; personId: PersonId; postId: PostId; ms: number; lastAt: number }

/** Which of these are news to her: not seen in her feed, not told, more than a glance. null: none. */
export const gatherWaiting = (watch: Watch, readings: readonly Tellable[]): Waiting | null => {
  const news = readings
    .filter(
      ({ alias, ms, lastAt }) => lastAt > toldUpTo(watch) && ms >= WORTH_TELLING_MS && !watch.told.includes(alias),
    )
    .sort((a, b) => b.lastAt - a.lastAt)
  const [latest, oldest] = [news[0], news.at(-1)]
  if (!latest || !oldest) return null
  return {
    readings: news.length,
    readers: new Set(news.map(({ personId }) => personId)).size,
    postIds: [...new Set(news.map(({ postId }) => postId))],
    longestMs: Math.max(...news.map(({ ms }) => ms)),
    oldestAt: oldest.lastAt,
    upTo: latest.lastAt,
    told: news.map(({ alias }) => alias).slice(0, TOLD_KEPT),
  }
}

/** Nothing that ended before this is news. */
export const toldUpTo = ({ notifiedAt, seenAt }: Pick<Watch, 'notifiedAt' | 'seenAt'>): number =>
  Math.max(notifiedAt, seenAt)

type Rest = {
  wait: 'off' | 'no-channel' | 'no-quota' | 'quiet' | 'day-full' | 'too-soon'
  until: number | null
}

const hourOf = (at: number): number => Number(timeOf(at).slice(0, 2))
const nextHour = (hour: number, now: number): number => {
  const today = instantOf(dayOf(now), `${String(hour).padStart(2, '0')}:00`)
  return today > now ? today : today + DAY_MS
}

export const isQuiet = ({ quietFrom, quietTo }: QuietHours, now: number): boolean => {
  const hour = hourOf(now)
  return quietFrom <= quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo
}

/** The way a message can go now: work messages first, for they cost her no tap. */
const channelOf = (
  watch: Pick<Watch, 'quota' | 'employee'>,
  open: readonly NoticeChannel[],
): NoticeChannel | 'no-channel' | 'no-quota' => {
  if (watch.employee && open.includes('employee')) return 'employee'
  if (!open.includes('subscribe')) return 'no-channel'
  return watch.quota > 0 ? 'subscribe' : 'no-quota'
}

/**
 * May she be sent anything now, and which way? `open`: channels this deployment is set up for. `until: null` waits for her: a
 * tap that buys messages, or a setting. What comes in meanwhile is gathered, never dropped.
 */
export const mayNotify = (
  watch: Watch,
  open: readonly NoticeChannel[],
  now: number,
): { channel: NoticeChannel } | Rest => {
  if (!watch.on) return { wait: 'off', until: null }
  const channel = channelOf(watch, open)
  if (channel === 'no-channel' || channel === 'no-quota') return { wait: channel, until: null }
  if (isQuiet(watch, now)) return { wait: 'quiet', until: nextHour(watch.quietTo, now) }
  if (watch.sentDay === dayOf(now) && watch.sentToday >= A_DAY_MAX) return { wait: 'day-full', until: nextHour(0, now) }
  if (now - watch.sentAt < GAP_MS) return { wait: 'too-soon', until: watch.sentAt + GAP_MS }
  return { channel }
}

/** One reading that just happened is told by itself; several, or what had to wait, together. */
export const isDigest = ({ readings, oldestAt }: Pick<Waiting, 'readings' | 'oldestAt'>, now: number): boolean =>
  readings > 1 || now - oldestAt >= FRESH_MS

/** delivered · exhausted: no message left · unbound: 用工 is not bound or not agreed to · refused: WeChat said no · unknown: it may have gone out. */
export type NoticeOutcome = 'delivered' | 'exhausted' | 'unbound' | 'refused' | 'unknown'

/** One line of the log; `_id` is `${repId}.${round}`, claimed before anything is sent. */
export type Notice = {
  _id: string
  repId: MemberId
  at: number
  channel: NoticeChannel
  outcome: NoticeOutcome
  errcode: number // WeChat's, 0 where it gave none
  readings: number
  digest: boolean
  upTo: number // the watch's next notifiedAt, should this have gone out
  told: string[] // aliases, until the watch has them
  morning?: boolean // what the day holds, not what was read
}

export const REFUSED_WAIT_MS = 3_600_000
/** Longer than a function may run: whoever claimed it has died since. */
export const ABANDONED_AFTER_MS = 120_000

/** What a tried notice changes. Told only what went out or may have: at most once. */
export const afterNotice = (watch: Watch, notice: Notice, now: number): Partial<Watch> => {
  const round = watch.round + 1
  switch (notice.outcome) {
    case 'exhausted':
      return { round, quota: 0, waitingSince: now }
    case 'unbound':
      return { round, employee: false, waitingSince: now }
    case 'refused':
      return { round, waitingSince: now + REFUSED_WAIT_MS }
  }
  const day = dayOf(notice.at)
  return {
    round,
    waitingSince: notice.at + GAP_MS,
    notifiedAt: Math.max(watch.notifiedAt, notice.upTo),
    told: [...notice.told, ...watch.told].slice(0, TOLD_KEPT),
    sentAt: notice.at,
    sentDay: day,
    sentToday: watch.sentDay === day ? watch.sentToday + 1 : 1,
    ...(notice.channel === 'subscribe' && { quota: Math.max(0, watch.quota - 1) }),
  }
}

/** A tap of hers: each yes for one-time messages buys one, a yes for work messages opens them, a no closes them. */
export const acceptGrant = (
  watch: Watch,
  { grantId, channel, accepted }: { grantId: LinkEventId; channel: NoticeChannel; accepted: boolean },
  now: number,
): Watch => {
  if (watch.grants.includes(grantId)) return watch
  const grants = [grantId, ...watch.grants].slice(0, GRANTS_KEPT)
  const bought = channel === 'subscribe' && accepted ? 1 : 0
  const next = { ...watch, grants, quota: Math.min(QUOTA_MAX, watch.quota + bought) }
  if (channel === 'employee') next.employee = accepted
  return next.on && accepted ? { ...next, waitingSince: now } : next
}

/** New settings. What was read before she switched notices on is no news. */
export const setNotices = (watch: Watch, settings: QuietHours & { on: boolean }, now: number): Watch => ({
  ...watch,
  ...settings,
  waitingSince: settings.on ? now : null,
  notifiedAt: settings.on && !watch.on ? Math.max(watch.notifiedAt, now) : watch.notifiedAt,
})
