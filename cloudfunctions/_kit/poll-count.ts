// What do a poll's voices add up to by now, and when is it told? Parts are counted whole, some at a time; a new picture only
// when enough people have spoken since the last.
import { dayOf } from '@shared/domain/day'
import type { Poll } from '@shared/domain/poll'
import { joinSums, sumsOf, waitsOf } from '@shared/domain/poll-sums'
import { K_ANONYMOUS } from '@shared/domain/work-number'
import { now } from './clock'
import { listPart } from './data/ballots'
import { findPart, findTotal, listPartStates, listPartSums, type PartState, putPartCount, putTotal } from './data/polls'

/** Longer than a vote takes: what comes later than a picture's instant is in the next. */
export const SETTLED_MS = 60_000
const AT_ONCE = 8

/** through: voices until then show. False when somebody else counted it meanwhile. */
const countPart = async (poll: Poll, part: PartState, through: number): Promise<boolean> => {
  const ballots = await listPart(poll._id, part.n)
  const counted = { countedRev: part.rev, through, countedOn: dayOf(now()) }
  const said = { waits: waitsOf(ballots, through, K_ANONYMOUS), sums: sumsOf(ballots, poll, through) }
  return (await putPartCount(part, { ...counted, ...said })) > 0
}

const isDue = ({ rev, countedRev, through, countedOn, waits }: PartState, cut: number, today: string): boolean =>
  rev > countedRev || countedOn !== today || (through < cut && waits.some((at) => at <= cut))

/** How many were counted; done: none is left. */
const countDue = async (poll: Poll, cut: number, until: number): Promise<{ counted: number; done: boolean }> => {
  for (let counted = 0; ; ) {
    const today = dayOf(now())
    const due = (await listPartStates(poll._id)).filter((part) => isDue(part, cut, today))
    if (!due.length) return { counted, done: true }
    for (let from = 0; from < due.length; from += AT_ONCE) {
      if (now() >= until) return { counted, done: false }
      const some = due.slice(from, from + AT_ONCE)
      await Promise.all(some.map((part) => countPart(poll, part, cut)))
      counted += some.length
    }
  }
}

const tell = async (poll: Poll, through: number, at: number): Promise<void> => {
  const [states, parts] = await Promise.all([listPartStates(poll._id), listPartSums(poll._id)])
  const isWaiting = states.some(({ waits }) => waits.some((since) => since > through))
  await putTotal(poll._id, { through, at, isWaiting, sums: joinSums(parts.map(({ sums }) => sums)) })
}

const cutOf = (parts: readonly PartState[]): number => Math.max(0, ...parts.map(({ through }) => through))

/** until: no part is begun after that, and the next run goes on. Twice at once, or again after a crash, it tells the same. */
export const countPoll = async (poll: Poll, until: number): Promise<{ counted: number; done: boolean }> => {
  const at = now()
  const cut = cutOf(await listPartStates(poll._id))
  const first = await countDue(poll, cut, until)
  if (!first.done) return first
  const settled = at - SETTLED_MS
  const waits = (await listPartStates(poll._id)).flatMap((part) => part.waits)
  const isEnough = waits.filter((since) => since > cut && since <= settled).length >= K_ANONYMOUS
  if (!isEnough) {
    if (first.counted > 0) await tell(poll, cut, at)
    return first
  }
  const second = await countDue(poll, settled, until)
  if (second.done) await tell(poll, settled, at)
  return { counted: first.counted + second.counted, done: second.done }
}

const TRIES_MAX = 5

/** Somebody's voice is gone from this part: from now on it is in no picture either. */
export const recountPart = async (poll: Poll, n: number): Promise<void> => {
  const at = now()
  const total = await findTotal(poll._id)
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const part = await findPart(poll._id, n)
    if (!part || part.rev === part.countedRev) break
    if (await countPart(poll, part, Math.max(part.through, total?.through ?? 0))) break
  }
  if (total) await tell(poll, total.through, at)
}
