// How is one notice sent at most once? Claimed in the log, sent, and only then taken over by the rep's watch.
import {
  ABANDONED_AFTER_MS,
  afterNotice,
  isDigest,
  type Notice,
  type NoticeChannel,
  type Waiting,
  type Watch,
} from '@shared/domain/notice'
import { wordNotice } from '@shared/domain/notice-words'
import { findOpenidOf } from './data/members'
import { claimNotice, findNotice, noticeId, settleNotice } from './data/notices'
import { findHeadings } from './data/posts'
import { changeWatch, moveWatch } from './data/watches'
import type { NoticePort } from './notice-ports'

/** Until someone binds her WeChat. */
const NO_OPENID_WAIT_MS = 3_600_000

/** By the round, so that it is taken over once. */
const takeOver = async (watch: Watch, notice: Notice, now: number): Promise<void> => {
  await changeWatch(watch._id, (current) =>
    current.round === watch.round ? { ...current, ...afterNotice(current, notice, now) } : current,
  )
}

/** Someone claimed this round before: if it died since, the round ends with what the log says, which may be 'unknown'. */
const endAbandoned = async (watch: Watch, id: string, now: number): Promise<void> => {
  const earlier = await findNotice(id)
  if (earlier && now - earlier.at >= ABANDONED_AFTER_MS) await takeOver(watch, earlier, now)
}

/** True when a message went out. */
export const sendNotice = async (
  { watch, waiting, channel, port }: { watch: Watch; waiting: Waiting; channel: NoticeChannel; port: NoticePort },
  now: number,
): Promise<boolean> => {
  const openid = await findOpenidOf(watch._id)
  if (openid === null) {
    await moveWatch(watch, { waitingSince: now + NO_OPENID_WAIT_MS })
    return false
  }
  const [latest] = waiting.postIds
  const title = latest === undefined ? '' : (await findHeadings([latest]))(latest).title
  const digest = isDigest(waiting, now)
  const { readings, upTo, told } = waiting
  const _id = noticeId(watch._id, watch.round)
  const claim: Notice = {
    ...{ _id, repId: watch._id, at: now, channel, readings, digest, upTo, told },
    ...{ outcome: 'unknown', errcode: 0 },
  }
  if (!(await claimNotice(claim))) {
    await endAbandoned(watch, _id, now)
    return false
  }
  const sent = await port(openid, wordNotice(waiting, { title, digest, at: now }))
  const notice = { ...claim, ...sent }
  await settleNotice(notice)
  await takeOver(watch, notice, now)
  return notice.outcome === 'delivered'
}
