// How is one notice sent at most once? Claimed in the log, sent, and only then taken over by the rep's watch.
import { afterDigest, type DigestCounts } from '@shared/domain/digest'
import {
  ABANDONED_AFTER_MS,
  afterNotice,
  isDigest,
  type Notice,
  type NoticeChannel,
  type Waiting,
  type Watch,
} from '@shared/domain/notice'
import { type NoticeWords, wordDigest, wordNotice } from '@shared/domain/notice-words'
import { findOpenidOf } from './data/members'
import { claimNotice, findNotice, noticeId, settleNotice } from './data/notices'
import { findHeadings } from './data/posts'
import { changeWatch, moveWatch } from './data/watches'
import { type NoticePort, TODAY_PAGE } from './notice-ports'

/** Until someone binds her WeChat. */
const NO_OPENID_WAIT_MS = 3_600_000

export type Way = { watch: Watch; channel: NoticeChannel; port: NoticePort }
type Told = Pick<Notice, 'readings' | 'digest' | 'upTo' | 'told' | 'morning'>

/** By the round, so that it is taken over once. */
const takeOver = async (watch: Watch, notice: Notice, now: number): Promise<void> => {
  const after = notice.morning ? afterDigest : afterNotice
  await changeWatch(watch._id, (current) =>
    current.round === watch.round ? { ...current, ...after(current, notice, now) } : current,
  )
}

/** Someone claimed this round before: if it died since, the round ends with what the log says, which may be 'unknown'. */
const endAbandoned = async (watch: Watch, id: string, now: number): Promise<void> => {
  const earlier = await findNotice(id)
  if (earlier && now - earlier.at >= ABANDONED_AFTER_MS) await takeOver(watch, earlier, now)
}

/** True when it went out. Whatever is sent to her goes round by round, so that two kinds at once send one. */
const sendOnce = async (
  { watch, channel, port }: Way,
  told: Told,
  send: (port: NoticePort) => ReturnType<NoticePort>,
  now: number,
): Promise<boolean> => {
  const _id = noticeId(watch._id, watch.round)
  const claim: Notice = { _id, repId: watch._id, at: now, channel, ...told, outcome: 'unknown', errcode: 0 }
  if (!(await claimNotice(claim))) {
    await endAbandoned(watch, _id, now)
    return false
  }
  const notice = { ...claim, ...(await send(port)) }
  await settleNotice(notice)
  await takeOver(watch, notice, now)
  return notice.outcome === 'delivered'
}

const wordWaiting = async (waiting: Waiting, digest: boolean, at: number): Promise<NoticeWords> => {
  const [latest] = waiting.postIds
  const title = latest === undefined ? '' : (await findHeadings([latest]))(latest).title
  return wordNotice(waiting, { title, digest, at })
}

/** True when a message went out. */
export const sendNotice = async ({ waiting, ...way }: Way & { waiting: Waiting }, now: number): Promise<boolean> => {
  const openid = await findOpenidOf(way.watch._id)
  if (openid === null) {
    await moveWatch(way.watch, { waitingSince: now + NO_OPENID_WAIT_MS })
    return false
  }
  const { readings, upTo, told } = waiting
  const digest = isDigest(waiting, now)
  const words = await wordWaiting(waiting, digest, now)
  return sendOnce(way, { readings, digest, upTo, told }, (port) => port(openid, words), now)
}

/** What the day holds; true when a message went out. */
export const sendMorning = async (
  { counts, ...way }: Way & { counts: DigestCounts },
  now: number,
): Promise<boolean> => {
  const openid = await findOpenidOf(way.watch._id)
  if (openid === null) {
    await moveWatch(way.watch, { digestAt: now + NO_OPENID_WAIT_MS })
    return false
  }
  const told = { readings: 0, digest: true, upTo: 0, told: [], morning: true }
  return sendOnce(way, told, (port) => port(openid, wordDigest(counts, now), TODAY_PAGE), now)
}
