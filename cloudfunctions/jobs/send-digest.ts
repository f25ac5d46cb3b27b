// Which reps are to hear what their day holds? Every minute a look at those whose morning it is, one message a day each.

import { type Day, dayOf } from '@shared/domain/day'
import { countDay, type DigestCounts, endMorning, stepDigest } from '@shared/domain/digest'
import type { MemberId } from '@shared/domain/ids'
import { isWorking } from '@shared/domain/member'
import type { Watch } from '@shared/domain/notice'
import { now as clock } from '../_kit/clock'
import { findMembers } from '../_kit/data/members'
import { listOpenPromises } from '../_kit/data/promises'
import { findTalkDay } from '../_kit/data/talk-days'
import { findWatches, listDigestReps, moveWatch } from '../_kit/data/watches'
import { type NoticePorts, noticePorts } from '../_kit/notice-ports'
import { sendMorning, type Way } from '../_kit/send-notice'
import type { Job } from '../_kit/serve-jobs'

/** So many a minute; where more have the same morning, the others wait their turn. */
const REPS_MAX = 1_000
const REPS_AT_ONCE = 10
/** What is left is looked at a minute later: other jobs need the function's time, too. */
const BEGIN_WITHIN_MS = 15_000
/** Until her list of the day is made. */
const NO_LIST_WAIT_MS = 300_000

/** Which of these reps work here still; the others hear nothing more. */
const whoWorks = async (repIds: readonly MemberId[]): Promise<ReadonlySet<MemberId>> =>
  new Set((await findMembers(repIds)).filter(isWorking).map(({ _id }) => _id))

/** null while she has no list of the day. */
const countFor = async (repId: MemberId, today: Day): Promise<DigestCounts | null> => {
  const [list, promises] = await Promise.all([findTalkDay(repId, today), listOpenPromises(repId)])
  return list && countDay(list, promises)
}

const tell = async (way: Way, now: number): Promise<boolean> => {
  const counts = await countFor(way.watch._id, dayOf(now))
  if (counts?.talks || counts?.due) return sendMorning({ ...way, counts }, now)
  await moveWatch(way.watch, counts ? endMorning(way.watch, now) : { digestAt: now + NO_LIST_WAIT_MS })
  return false
}

/** True when she was told. */
const lookAt = async (watch: Watch, ports: NoticePorts, now: number): Promise<boolean> => {
  const open = (['employee', 'subscribe'] as const).filter((channel) => ports[channel] !== undefined)
  const step = stepDigest(watch, open, now)
  const port = 'channel' in step ? ports[step.channel] : undefined
  if ('channel' in step && port) return tell({ watch, channel: step.channel, port }, now)
  await moveWatch(watch, { digestAt: 'at' in step ? step.at : null })
  return false
}

export const sendDigest: Job = async (startedAt) => {
  const ports = noticePorts()
  if (!Object.keys(ports).length) return 0
  const repIds = await listDigestReps(startedAt, REPS_MAX)
  let sent = 0
  for (let at = 0; at < repIds.length && clock() - startedAt < BEGIN_WITHIN_MS; at += REPS_AT_ONCE) {
    const some = repIds.slice(at, at + REPS_AT_ONCE)
    const [watches, works] = await Promise.all([findWatches(some), whoWorks(some)])
    const look = (watch: Watch) =>
      works.has(watch._id) ? lookAt(watch, ports, startedAt) : moveWatch(watch, { digestAt: null }).then(() => false)
    const told = await Promise.all(watches.map(look))
    sent += told.filter(Boolean).length
  }
  return sent
}
