// What do ballots add up to, by option and day? Sums of parts of a poll join in any order; a ballot counts in one part.
import { type Day, dayOf } from './day'
import type { Ballot, Poll } from './poll'
import { hash53 } from './variant/hash'

/** A thousandth or so of a great poll: 100,000 voices are 800 a part, which one request reads. */
export const PARTS = 128
/** Reasons kept for each option. */
export const REASONS_MAX = 3

export type PollDay = { day: Day; joined: number; by: number[] } // by: how many more, or fewer, chose each option
export type PollFlow = { from: number; to: number; people: number } // where they began, and where they are
export type PollReason = { option: number; key: number; text: string }
/** Options by their place in the poll. Days in order; only those on which something happened. */
export type PollSums = { voices: number; days: PollDay[]; flows: PollFlow[]; reasons: PollReason[] }

export const NO_SUMS: PollSums = { voices: 0, days: [], flows: [], reasons: [] }

export const partOf = (ballotId: string): number => hash53(ballotId) % PARTS

type Counting = { voices: number; days: Map<Day, PollDay>; flows: Map<string, PollFlow>; reasons: PollReason[] }

const dayIn = ({ days }: Counting, day: Day, options: number): PollDay => {
  const found = days.get(day) ?? { day, joined: 0, by: Array.from({ length: options }, () => 0) }
  days.set(day, found)
  return found
}
const raise = (by: number[], option: number, n: number): void => {
  by[option] = (by[option] ?? 0) + n
}
const flowIn = ({ flows }: Counting, { from, to, people }: PollFlow): void => {
  const found = flows.get(`${from}>${to}`)
  flows.set(`${from}>${to}`, { from, to, people: (found?.people ?? 0) + people })
}

/** By key, which says nothing of when or who: the same few whatever order they came in. */
const fewReasons = (reasons: readonly PollReason[]): PollReason[] => {
  const kept = new Map<number, PollReason[]>()
  for (const one of [...reasons].sort((a, b) => a.key - b.key || (a.text < b.text ? -1 : 1))) {
    const some = kept.get(one.option) ?? []
    if (some.length < REASONS_MAX && some.every(({ text }) => text !== one.text)) kept.set(one.option, [...some, one])
  }
  return [...kept].sort(([a], [b]) => a - b).flatMap(([, some]) => some)
}

const finish = ({ voices, days, flows, reasons }: Counting): PollSums => ({
  voices,
  days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
  flows: [...flows.values()].sort((a, b) => a.from - b.from || a.to - b.to),
  reasons: fewReasons(reasons),
})
const begin = (): Counting => ({ voices: 0, days: new Map(), flows: new Map(), reasons: [] })

export type CountedBallot = Pick<Ballot, '_id' | 'moves' | 'reason' | 'isReasonShown' | 'at'>

/** Everything said until `through`, as it was then. What names no option of the poll counts for nothing. */
export const sumsOf = (
  ballots: readonly CountedBallot[],
  { options }: Pick<Poll, 'options'>,
  through: number,
): PollSums => {
  const all = begin()
  const placeOf = new Map(options.map(({ id }, place) => [id, place]))
  for (const { _id, moves, reason, isReasonShown, at } of ballots) {
    const said = moves.flatMap((one) => {
      const option = placeOf.get(one.optionId)
      return option === undefined || one.at > through ? [] : [{ option, day: dayOf(one.at) }]
    })
    const [first, last] = [said[0], said.at(-1)]
    if (!first || !last) continue
    all.voices += 1
    dayIn(all, first.day, options.length).joined += 1
    said.forEach(({ option, day }, i) => {
      const { by } = dayIn(all, day, options.length)
      raise(by, option, 1)
      const before = said[i - 1]
      if (before) raise(by, before.option, -1)
    })
    if (first.option !== last.option) flowIn(all, { from: first.option, to: last.option, people: 1 })
    if (reason && isReasonShown && at <= through)
      all.reasons.push({ option: last.option, key: hash53(_id), text: reason })
  }
  return finish(all)
}

export const joinSums = (parts: readonly PollSums[]): PollSums => {
  const all = begin()
  for (const { voices, days, flows, reasons } of parts) {
    all.voices += voices
    for (const { day, joined, by } of days) {
      const into = dayIn(all, day, by.length)
      into.joined += joined
      by.forEach((n, option) => {
        raise(into.by, option, n)
      })
    }
    for (const flow of flows) flowIn(all, flow)
    all.reasons.push(...reasons)
  }
  return finish(all)
}

/** How many chose each option in the end. */
export const countsOf = ({ days }: Pick<PollSums, 'days'>, options: number): number[] => {
  const counts = Array.from({ length: options }, () => 0)
  for (const { by } of days)
    by.forEach((n, option) => {
      raise(counts, option, n)
    })
  return counts
}

/** Since when each of those waits who spoke, or changed her mind, after `through`; the first few. */
export const waitsOf = (ballots: readonly CountedBallot[], through: number, most: number): number[] =>
  ballots
    .flatMap(({ moves, at }) => (at > through ? [moves.find((one) => one.at > through)?.at ?? at] : []))
    .sort((a, b) => a - b)
    .slice(0, most)
