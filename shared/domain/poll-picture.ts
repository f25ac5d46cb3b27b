// What may everybody see of a poll's voices? Shares as they formed, who changed her mind from where to where, and why; nobody.
import type { Day } from './day'
import { countsOf, type PollDay, type PollFlow, type PollSums } from './poll-sums'
import { K_ANONYMOUS } from './work-number'

export type PollStep = { day: Day; by: number[] } // until the end of that day; by: how many chose each option by then
/** Options by their place. Reasons in nobody's name. */
export type PollPicture = {
  voices: number
  steps: PollStep[] // the last is as it is now
  moved: number // people whose choice is another than at first, as far as it may be told
  flows: PollFlow[]
  reasons: { option: number; text: string }[]
}

/** Days with few new voices are told together with the next that has enough; the last few with the day before. */
const stepsOf = (days: readonly PollDay[], options: number): PollStep[] => {
  const by = Array.from({ length: options }, () => 0)
  const steps: PollStep[] = []
  let fresh = 0
  for (const one of days) {
    one.by.forEach((n, option) => {
      by[option] = (by[option] ?? 0) + n
    })
    fresh += one.joined
    const isLast = one === days[days.length - 1]
    if (fresh < K_ANONYMOUS && !isLast) continue
    if (fresh < K_ANONYMOUS) steps.pop()
    steps.push({ day: one.day, by: [...by] })
    fresh = 0
  }
  return steps
}

/** So few that went some way are not told, nor all together where that would tell it. */
const movesOf = (flows: readonly PollFlow[]): Pick<PollPicture, 'moved' | 'flows'> => {
  const shown = flows.filter(({ people }) => people >= K_ANONYMOUS)
  const sum = (some: readonly PollFlow[]) => some.reduce((all, { people }) => all + people, 0)
  const hidden = flows.filter(({ people }) => people < K_ANONYMOUS)
  const mayTell = hidden.length > 1 && sum(hidden) >= K_ANONYMOUS
  return { flows: [...shown].sort((a, b) => b.people - a.people), moved: sum(shown) + (mayTell ? sum(hidden) : 0) }
}

/** null: fewer than five have spoken. A reason is told only where others chose the same. */
export const pictureOf = (sums: PollSums, options: number): PollPicture | null => {
  if (sums.voices < K_ANONYMOUS) return null
  const now = countsOf(sums, options)
  return {
    ...{ voices: sums.voices, steps: stepsOf(sums.days, options), ...movesOf(sums.flows) },
    reasons: sums.reasons
      .filter(({ option }) => (now[option] ?? 0) >= K_ANONYMOUS)
      .map(({ option, text }) => ({ option, text })),
  }
}

/** Which option most chose; null: none, or several the same. */
export const leaderOf = (by: readonly number[]): number | null => {
  const most = Math.max(...by)
  const leaders = by.flatMap((n, option) => (n === most ? [option] : []))
  return leaders.length === 1 && most > 0 ? (leaders[0] ?? null) : null
}

/** What can be said of it in a sentence: what most thought at first and now, and where most went who changed their mind. */
export type PollStory = { first: number | null; now: number | null; moved: number; most: PollFlow | null }
export const storyOf = ({ steps, moved, flows }: PollPicture): PollStory => ({
  first: leaderOf(steps[0]?.by ?? []),
  now: leaderOf(steps[steps.length - 1]?.by ?? []),
  ...{ moved, most: flows[0] ?? null },
})
