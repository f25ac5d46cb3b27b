// Which talks make today's list? What each is worth is told in three numbers: how much there is to a reason, how such
// talks went for this rep, and how she has answered lately.
import type { Day } from './day'
import type { FreeTime } from './free-time'
import type { Scene } from './playbook'
import { lastContactAt, type TalkEnd, unansweredOf } from './sheet'
import {
  type Clue,
  type ContactFacts,
  type Learned,
  type Rest,
  TALK_REASONS,
  type Talk,
  type TalkChannel,
  type TalkReason,
} from './talk'
import { cluesOf } from './talk-clues'
import { restOf } from './talk-rest'

/** p: how often such talks go well; weight: as if so many had been told of already. */
export type Prior = Record<TalkReason, { p: number; weight: number }>

const WEIGHT = 8
/** Before anybody has told of a talk. */
const GUESSES: Record<TalkReason, number> = {
  ...{ promise: 0.5, signal: 0.4, hot: 0.35, repurchase: 0.35, deep: 0.3, rising: 0.25 },
  ...{ occasion: 0.2, thanks: 0.3, introduce: 0.2, lifecycle: 0.25, overdue: 0.1 },
}

/** How well a talk went: an appointment or a deal is what it is for; an answer is half of it. */
const WON: Record<TalkEnd, number> = { dealt: 1, booked: 1, talked: 0.5, silent: 0, unfit: 0 }
export const wonBy = (end: TalkEnd): number => WON[end]

/** HQ's sums over all reps, in place of the guesses as they grow. */
export const priorOf = (all: Learned): Prior =>
  Object.fromEntries(
    TALK_REASONS.map((reason) => {
      const { talks, won } = all[reason] ?? { talks: 0, won: 0 }
      return [reason, { p: (GUESSES[reason] * WEIGHT + won) / (WEIGHT + talks), weight: WEIGHT }]
    }),
  ) as Prior

/** The mean of a Beta distribution: what all reps saw, and, the more she has told of, what she saw herself. */
export const chanceOf = (reason: TalkReason, learned: Learned, prior: Prior): number => {
  const { talks, won } = learned[reason] ?? { talks: 0, won: 0 }
  const { p, weight } = prior[reason]
  return (p * weight + won) / (weight + talks)
}

/** Each try that stayed unanswered halves what the next is worth. */
const MOOD = 0.5
/** Her first reasons are told; more would be a dossier. */
const CLUES_MAX = 3
/** 陪伴 takes a rep's time: so many of a day's talks at most. */
export const COMPANY_A_DAY = 2

const SCENES_OF: Record<TalkReason, Scene> = {
  ...{ promise: 'promise', signal: 'signal', hot: 'after-reading', deep: 'after-reading', rising: 'after-reading' },
  ...{ repurchase: 'repurchase', lifecycle: 'aftercare', occasion: 'occasion', thanks: 'thanks', overdue: 'comeback' },
  introduce: 'introduce',
}

/** Somebody she never talked to is met first, whatever the reason. */
const sceneOf = (reason: TalkReason, facts: ContactFacts): Scene => {
  const scene = SCENES_OF[reason]
  const isNew = lastContactAt(facts.sheet.touches) === null
  return isNew && scene === 'comeback' ? 'new-friend' : scene
}

/** What cannot wait is said by voice to whom she has talked to; else a message, which she may read when she likes. */
const channelOf = (reason: TalkReason, facts: ContactFacts): TalkChannel => {
  const knows = lastContactAt(facts.sheet.touches) !== null && unansweredOf(facts.sheet.touches) === 0
  return reason === 'signal' && knows ? 'phone' : 'wechat'
}

export const windowOf = (freeTime: FreeTime | null) =>
  freeTime && { fromHour: freeTime.fromHour, toHour: freeTime.toHour, weekend: freeTime.weekend }

/** learned: what she has told herself; prior: what all reps have. */
export type Experience = { learned: Learned; prior: Prior }
type Context = Experience & { day: Day; now: number }
type Candidate = { talk: Talk; isCompany: boolean }

const byWorth =
  ({ learned, prior }: Context) =>
  (a: Clue, b: Clue): number =>
    chanceOf(b.reason, learned, prior) * b.strength - chanceOf(a.reason, learned, prior) * a.strength

/** A promise comes first, whatever it is worth. */
const isOwed = ({ clues }: Talk): boolean => clues.some(({ reason }) => reason === 'promise')

/**
 * What a talk is worth, 0 to 1. Reasons add up as chances do: two at even odds are three in four; each try that stayed
 * unanswered takes its part of it.
 */
export const worthOf = ({ clues, mood }: Pick<Talk, 'clues' | 'mood'>, { learned, prior }: Experience): number =>
  mood * (1 - clues.reduce((n, { reason, strength }) => n * (1 - chanceOf(reason, learned, prior) * strength), 1))

/** What she herself spoke of is told, however much else speaks for a talk. */
const isAsked = ({ reason }: Clue): boolean => reason === 'signal'

const candidateOf = (facts: ContactFacts, clues: readonly Clue[], context: Context): Candidate | null => {
  const [first, ...others] = [...clues].sort(byWorth(context))
  if (!first) return null
  const promise = clues.find(({ reason }) => reason === 'promise')
  const main = promise ?? first
  const rest = [first, ...others]
    .filter((clue) => clue !== main)
    .sort((a, b) => Number(isAsked(b)) - Number(isAsked(a)))
  const talk: Talk = {
    contactId: facts.contactId,
    clues: [main, ...rest.slice(0, CLUES_MAX - 1)],
    mood: MOOD ** unansweredOf(facts.sheet.touches),
    scene: sceneOf(main.reason, facts),
    channel: channelOf(main.reason, facts),
    window: windowOf(facts.freeTime),
  }
  return { talk, isCompany: facts.sheet.value === 'company' }
}

/** What is owed, then what is worth most; of two alike always the same one first. */
export const inOrder =
  (experience: Experience) =>
  (a: Talk, b: Talk): number =>
    Number(isOwed(b)) - Number(isOwed(a)) ||
    worthOf(b, experience) - worthOf(a, experience) ||
    (a.contactId < b.contactId ? -1 : 1)

/** Of those who give company no more than so many; a promise is kept all the same. */
const capCompany = (candidates: readonly Candidate[]): { kept: Talk[]; capped: Rest[] } => {
  let given = 0
  const [kept, capped]: [Talk[], Rest[]] = [[], []]
  for (const { talk, isCompany } of candidates)
    if (!isCompany || isOwed(talk) || ++given <= COMPANY_A_DAY) kept.push(talk)
    else capped.push({ contactId: talk.contactId, reason: 'company-cap', at: null, until: null })
  return { kept, capped }
}

/**
 * aDay: at most so many. rest: for whom there was a reason, and a stronger one against; whom the list merely has no room
 * for is in neither.
 */
export const pickTalks = (
  contacts: readonly ContactFacts[],
  { aDay, ...context }: Context & { aDay: number },
): { talks: Talk[]; rest: Rest[] } => {
  const [candidates, resting]: [Candidate[], Rest[]] = [[], []]
  for (const facts of contacts) {
    const clues = cluesOf(facts, context)
    const against = clues.length ? restOf(facts, clues, context.day) : null
    const candidate = against ? null : candidateOf(facts, clues, context)
    if (against) resting.push(against)
    else if (candidate) candidates.push(candidate)
  }
  const order = inOrder(context)
  const { kept, capped } = capCompany(candidates.sort((a, b) => order(a.talk, b.talk)))
  return { talks: kept.slice(0, aDay), rest: [...resting, ...capped] }
}
