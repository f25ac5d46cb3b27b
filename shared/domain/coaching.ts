// How far has a rep come with her own brand? Five steps, each with a task and the stored facts that show it done. Nobody is
// ranked, and nobody sees another's.
import type { MemberId, PlaybookId } from './ids'

/** 定人设 · 发内容 · 认客户 · 做沟通 · 成口碑 */
export const COACH_STEPS = ['persona', 'posting', 'knowing', 'talking', 'praise'] as const
export type CoachStep = (typeof COACH_STEPS)[number]

/** Over how many days 发内容 and 做沟通 look. */
export const COACH_DAYS = 14

/** overdue: promises that are past their day and open. brought: cards of hers that were read deeply. */
export const COACH_FACTS = ['portrait', 'posted-days', 'named', 'talks', 'overdue', 'brought', 'thanked'] as const
export type CoachFact = (typeof COACH_FACTS)[number]
export type CoachCounts = Record<CoachFact, number>

/** most: it is there when there are no more than this many; all others need at least `need`. */
type Goal = { fact: CoachFact; need: number; most?: true }

const GOALS: Record<CoachStep, readonly Goal[]> = {
  persona: [{ fact: 'portrait', need: 1 }],
  posting: [{ fact: 'posted-days', need: 7 }],
  knowing: [{ fact: 'named', need: 10 }],
  talking: [
    { fact: 'talks', need: 15 },
    { fact: 'overdue', need: 0, most: true },
  ],
  praise: [
    { fact: 'brought', need: 3 },
    { fact: 'thanked', need: 1 },
  ],
}

/** What she tries by herself and ticks off by herself; no step waits for it. */
export const EXERCISES: Record<CoachStep, readonly string[]> = {
  persona: ['three-words', 'first-hello'],
  posting: ['own-first-line', 'same-hour'],
  knowing: ['remark-how-met', 'relation-and-value'],
  talking: ['ask-one-wait', 'write-promise'],
  praise: ['thank-nothing-else', 'ask-what-to-mend'],
}
export const EXERCISE_IDS: readonly string[] = COACH_STEPS.flatMap((step) => EXERCISES[step])

export type Measure = { fact: CoachFact; count: number; need: number; met: boolean }
/** now: the first that is not done; those after it are ahead, whatever they show. */
export type CoachState = 'done' | 'now' | 'ahead'
export type CoachedStep = {
  step: CoachStep
  state: CoachState
  measures: Measure[]
  exercises: { id: string; ticked: boolean }[]
}

const measure = ({ fact, need, most }: Goal, counts: CoachCounts): Measure => {
  const count = counts[fact]
  return { fact, count, need, met: most ? count <= need : count >= need }
}

export const coachTrack = (counts: CoachCounts, ticks: readonly string[]): CoachedStep[] => {
  let isOpen = false // an earlier step is not done
  return COACH_STEPS.map((step) => {
    const measures = GOALS[step].map((goal) => measure(goal, counts))
    const isDone = measures.every(({ met }) => met)
    const state: CoachState = isDone ? 'done' : isOpen ? 'ahead' : 'now'
    isOpen ||= !isDone
    return { step, state, measures, exercises: EXERCISES[step].map((id) => ({ id, ticked: ticks.includes(id) })) }
  })
}

export const FAVOURITES_MAX = 60

/** One rep's: what she keeps at hand, and what she ticked off, each since when; from before that was kept: none. */
export type Coaching = {
  _id: MemberId
  favourites: PlaybookId[]
  ticks: string[]
  tickedAt?: Record<string, number>
  rev: number
}

export const newCoaching = (_id: MemberId): Coaching => ({ _id, favourites: [], ticks: [], rev: 0 })

const withOne = <T>(list: readonly T[], one: T, on: boolean): T[] =>
  on ? (list.includes(one) ? [...list] : [...list, one]) : list.filter((other) => other !== one)

/** The oldest goes where there are too many. */
export const favour = (coaching: Coaching, id: PlaybookId, on: boolean): Coaching => ({
  ...coaching,
  favourites: withOne(coaching.favourites, id, on).slice(-FAVOURITES_MAX),
})
/** Said again it is as old as it was. */
export const tick = (coaching: Coaching, exercise: string, on: boolean, at: number): Coaching => {
  const { [exercise]: before, ...others } = coaching.tickedAt ?? {}
  return {
    ...coaching,
    ticks: withOne(coaching.ticks, exercise, on),
    tickedAt: on ? { ...others, [exercise]: before ?? at } : others,
  }
}
