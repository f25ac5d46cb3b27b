// An editor takes a proposal for the calendar: everything of it that still fits, in one act.
import type { Output } from '@shared/contracts'
import { clashesOf, type Entry, gramsOf } from '@shared/domain/calendar'
import { dayOf, type Lang } from '@shared/domain/day'
import { findStanding } from '../_kit/calendar-facts'
import { now } from '../_kit/clock'
import { findPost } from '../_kit/data/posts'
import { AppError, found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { word } from '../_kit/words.data'
import { type AskedMove, type Moved, placeInCalendar, takeBackPlace } from './place-in-calendar'

type Outcome = Output<'hq', 'calendar.fill'>
type Standing = Pick<Awaited<ReturnType<typeof findStanding>>, 'entries' | 'land'>
type FillMove = AskedMove & { at: number }
type Placed = { move: FillMove; moved: Moved; entry: Entry }
type Doing = Parameters<typeof placeInCalendar>[1]

const toEntry = async ({ postId, version, at, columnId }: FillMove): Promise<Entry> => {
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  const { topics, audience } = post
  const rest = { topics, audience, grams: gramsOf(post.text), standing: 'planned' as const }
  return { postId, version, at, columnId: post.columnId ?? columnId, ...rest }
}

const isTaken = (entry: Entry, { entries, land }: Standing): boolean =>
  entries.some(
    (other) => other.standing !== 'over' && clashesOf(other, entry, land).some(({ kind }) => kind === 'same-hour'),
  )

const toRefused = (postId: string, error: unknown, lang: Lang): Outcome['refused'][number] => {
  if (!(error instanceof AppError) || !error.reason) throw error
  const { code, reason, named } = error
  return { postId, reason, message: word(code, reason, lang, named) }
}

/** Since it was proposed, somebody may have put another there: that one stays. */
const placeFree = async (move: FillMove, standing: Standing, doing: Doing): Promise<Placed> => {
  const entry = await toEntry(move)
  if (isTaken(entry, standing)) throw refusal('hour-taken', 'at')
  return { move, entry, moved: await placeInCalendar(move, doing) }
}

/** Two who fill the same hour at once each see the other afterwards, or one of them does: whoever does gives way. */
const giveWay = async ({ moved, entry }: Placed, standing: Standing, doing: Doing): Promise<void> => {
  if (!isTaken(entry, standing)) return
  await takeBackPlace(moved, doing)
  throw refusal('hour-taken', 'at')
}

export const fillCalendar: Handler<'hq', 'calendar.fill'> = async ({ moves }, { caller, lang = 'zh' }) => {
  const at = now()
  const doing = { by: caller.member, now: at }
  const days = moves.map((move) => dayOf(move.at)).sort()
  const look = () => findStanding(days[0] ?? dayOf(at), days.at(-1) ?? dayOf(at))
  const outcome: Outcome = { placed: [], refused: [] }
  const trying = async (postId: string, act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act()
      return true
    } catch (error) {
      outcome.refused.push(toRefused(postId, error, lang))
      return false
    }
  }
  const before = await look()
  const placed: Placed[] = []
  const place = async (move: FillMove) => {
    const done = await placeFree(move, before, doing)
    placed.push(done)
    before.entries.push(done.entry)
  }
  for (const move of moves) await trying(move.postId, () => place(move))
  const after = await look()
  for (const one of placed)
    if (await trying(one.move.postId, () => giveWay(one, after, doing)))
      outcome.placed.push({ postId: one.entry.postId, at: one.entry.at, columnId: one.entry.columnId })
  return outcome
}
