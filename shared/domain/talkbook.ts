// What has a rep's own experience taught? Plain counts per reason and playbook; days that are closed are folded in once.
import { type Day, dayAfter } from './day'
import type { MemberId } from './ids'
import { TALKS_A_DAY } from './limits'
import { wonBy } from './pick-talks'
import { TALK_ENDS, type TalkEnd } from './sheet'
import { type Learned, TALK_REASONS, type TalkDay, type Told } from './talk'

/** How many talks ended which way. */
export type Ends = Record<TalkEnd, number>
export type Ended = Record<string, Ends> // by reason, or by playbook

export type Talkbook = {
  _id: MemberId
  aDay: number // how many talks a day she wants
  reasons: Ended // days up to `foldedTo`
  plays: Ended
  recent: { reasons: Ended; plays: Ended } // the days since, as of the last look; worked out anew each time
  foldedTo: Day
  rev: number
}

/** An outcome may still be told or changed for so many days: phones come back from where there was no signal. */
export const OPEN_DAYS = 7
const BEFORE_ALL = '2020-01-01'

export const newTalkbook = (_id: MemberId): Talkbook => ({
  ...{ _id, aDay: TALKS_A_DAY, reasons: {}, plays: {}, recent: { reasons: {}, plays: {} } },
  ...{ foldedTo: BEFORE_ALL, rev: 0 },
})

/** The last day whose outcomes stand for good. */
export const closedUpTo = (today: Day): Day => dayAfter(today, -OPEN_DAYS)

const none = (): Ends => ({ talked: 0, silent: 0, booked: 0, dealt: 0, unfit: 0 })

const addEnds = (a: Ends | undefined, b: Ends): Ends => {
  const sum = none()
  for (const end of TALK_ENDS) sum[end] = (a?.[end] ?? 0) + b[end]
  return sum
}

export const addEnded = (a: Ended, b: Ended): Ended => {
  const sum: Ended = { ...a }
  for (const [key, ends] of Object.entries(b)) sum[key] = addEnds(a[key], ends)
  return sum
}

/** 稍后 and what was taken back say nothing. */
const countBy = (told: readonly Told[], keyOf: (one: Told) => string | null): Ended =>
  told.reduce<Ended>((sum, one) => {
    const key = keyOf(one)
    if (key === null || one.end === null || one.end === 'later') return sum
    return addEnded(sum, { [key]: { ...none(), [one.end]: 1 } })
  }, {})

const countDays = (days: readonly Pick<TalkDay, 'told'>[]): { reasons: Ended; plays: Ended } => {
  const told = days.flatMap((day) => day.told)
  return { reasons: countBy(told, ({ reason }) => reason), plays: countBy(told, ({ playbookId }) => playbookId) }
}

/** days: those after `foldedTo`. Closed ones are added for good, the others counted as they stand. */
export const foldDays = (
  book: Talkbook,
  days: readonly Pick<TalkDay, 'day' | 'told'>[],
  today: Day,
): Pick<Talkbook, 'reasons' | 'plays' | 'recent' | 'foldedTo'> => {
  const closed = closedUpTo(today)
  const isClosed = ({ day }: Pick<TalkDay, 'day'>) => day <= closed
  const since = days.filter(({ day }) => day > book.foldedTo)
  const done = countDays(since.filter(isClosed))
  return {
    reasons: addEnded(book.reasons, done.reasons),
    plays: addEnded(book.plays, done.plays),
    recent: countDays(since.filter((day) => !isClosed(day))),
    foldedTo: closed > book.foldedTo ? closed : book.foldedTo,
  }
}

const talksOf = (ends: Ends): number => TALK_ENDS.reduce((n, end) => n + ends[end], 0)
const wonOf = (ends: Ends): number => TALK_ENDS.reduce((n, end) => n + ends[end] * wonBy(end), 0)

/** As the order of talks takes it. */
export const learnedOf = (ended: Ended): Learned => {
  const learned: Learned = {}
  for (const reason of TALK_REASONS) {
    const ends = ended[reason]
    if (ends && talksOf(ends) > 0) learned[reason] = { talks: talksOf(ends), won: wonOf(ends) }
  }
  return learned
}

export const reasonsOf = ({ reasons, recent }: Pick<Talkbook, 'reasons' | 'recent'>): Ended =>
  addEnded(reasons, recent.reasons)
export const playsOf = ({ plays, recent }: Pick<Talkbook, 'plays' | 'recent'>): Ended => addEnded(plays, recent.plays)

/** Sums over reps: how many reps they are of, and how the talks ended. */
export type BoardLine = { reps: number; ends: Ends }
export type Board = { _id: 'reasons' | 'playbooks'; at: number; reps: number; lines: Record<string, BoardLine> }

const boardOf = (_id: Board['_id'], all: readonly Ended[], at: number): Board => {
  const lines: Board['lines'] = {}
  for (const ended of all)
    for (const [key, ends] of Object.entries(ended))
      if (talksOf(ends) > 0) lines[key] = { reps: (lines[key]?.reps ?? 0) + 1, ends: addEnds(lines[key]?.ends, ends) }
  const reps = all.filter((ended) => Object.values(ended).some((ends) => talksOf(ends) > 0)).length
  return { _id, at, reps, lines }
}

export const boardsOf = (books: readonly Talkbook[], at: number): [Board, Board] => [
  boardOf('reasons', books.map(reasonsOf), at),
  boardOf('playbooks', books.map(playsOf), at),
]

/** What all reps' talks say, for the order of one rep's. */
export const learnedByAll = (board: Board | null): Learned =>
  learnedOf(Object.fromEntries(Object.entries(board?.lines ?? {}).map(([key, { ends }]) => [key, ends])))

/** Of fewer reps a line could be somebody's own. */
export const BOARD_REPS_MIN = 5

export type Success = { talks: number; won: number; ends: Ends; rate: number; low: number; high: number; reps: number }

const Z = 1.96

/** How often it went well, with Wilson's interval (95 %); null where too few reps have told. */
export const successOf = (line: BoardLine | undefined): Success | null => {
  if (!line || line.reps < BOARD_REPS_MIN) return null
  const { ends, reps } = line
  const [talks, won] = [talksOf(ends), wonOf(ends)]
  const rate = won / talks
  const spread = Z * Math.sqrt((rate * (1 - rate)) / talks + Z ** 2 / (4 * talks ** 2))
  const [middle, scale] = [rate + Z ** 2 / (2 * talks), 1 + Z ** 2 / talks]
  return { talks, won, ends, rate, low: (middle - spread) / scale, high: (middle + spread) / scale, reps }
}
