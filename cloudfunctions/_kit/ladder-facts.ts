// On which stored facts does a rep's ladder stand? What she did herself and what was made of it; never what was passed on or read.
import { EXERCISES } from '@shared/domain/coaching'
import { type Day, dayAfter, dayOf, instantOf } from '@shared/domain/day'
import type { MemberId, PostId } from '@shared/domain/ids'
import { type LadderEvidence, type LadderFact, STANDS_DAYS } from '@shared/domain/ladder'
import type { TalkEnd } from '@shared/domain/sheet'
import type { TalkReason } from '@shared/domain/talk'
import { votesOf } from './data/ballots'
import { findCoaching } from './data/coachings'
import { listCare, listKeptPromises, listOwnWords } from './data/own-work'
import { findPolls } from './data/polls'
import { findHeadings } from './data/posts'
import { acceptedOf } from './data/submissions'
import { listTold } from './data/talk-days'

const DAY_MS = 86_400_000
/** A day more than it must stand, so that nothing is missed at the edge. */
const SINCE_DAYS = STANDS_DAYS.talk + 2

/** She was answered. */
const ANSWERED: readonly TalkEnd[] = ['talked', 'booked', 'dealt']
/** These talks come about because somebody passed something on, so they count for nothing here. */
const OF_PASSING_ON: readonly TalkReason[] = ['thanks', 'introduce']
/** Posting is no achievement here, either. */
const TRIED = [...EXERCISES.persona, ...EXERCISES.knowing, ...EXERCISES.talking, ...EXERCISES.praise]

/** One a day, however many there were: it is no race. */
const oncePerDay = (of: LadderFact, found: readonly { day: Day; what: string }[]): LadderEvidence[] =>
  [...new Map(found.map((one) => [one.day, one])).values()].map(({ day, what }) => ({
    ...{ of, id: day, at: instantOf(day, '12:00'), what },
  }))

const listTalks = async (repId: MemberId, today: Day) => {
  const days = await listTold(repId, dayAfter(today, -SINCE_DAYS), today)
  const isAnswered = (end: TalkEnd | 'later' | null) => end !== null && (ANSWERED as readonly string[]).includes(end)
  const good = days.filter(({ told }) =>
    told.some(({ end, reason }) => isAnswered(end) && !OF_PASSING_ON.includes(reason)),
  )
  return oncePerDay(
    'talk',
    good.map(({ day }) => ({ day, what: '' })),
  )
}

const listExercises = async (repId: MemberId): Promise<LadderEvidence[]> => {
  const { ticks, tickedAt = {} } = await findCoaching(repId)
  return TRIED.flatMap((id) => {
    const at = tickedAt[id]
    return at !== undefined && ticks.includes(id) ? [{ of: 'exercise' as const, id, at, what: '' }] : []
  })
}

const listOffers = async (repId: MemberId): Promise<(LadderEvidence & { postId: PostId | null })[]> =>
  (await acceptedOf({ repId })).flatMap(({ submissionId: id, at, postId, creditedAt }) => [
    { of: 'submission', id, at, what: '', postId },
    ...(creditedAt === null ? [] : [{ of: 'credit' as const, id, at: creditedAt, what: '', postId }]),
  ])

/** By when she first spoke, not by the poll: what is kept of it later must not say in which. */
const listVotes = async (memberId: MemberId): Promise<LadderEvidence[]> => {
  const votes = await votesOf({ memberId })
  const polls = await findPolls([...new Set(votes.map(({ pollId }) => pollId))])
  const questionOf = new Map(polls.map(({ _id, question }) => [_id, question]))
  return votes.flatMap(({ pollId, at, moved }) => {
    const vote = { of: 'vote' as const, id: String(at), at, what: questionOf.get(pollId) ?? '' }
    return moved > 0 ? [vote, { ...vote, of: 'moved' as const }] : [vote]
  })
}

export const loadLadderFacts = async (repId: MemberId, now: number): Promise<LadderEvidence[]> => {
  const [today, since] = [dayOf(now), now - SINCE_DAYS * DAY_MS]
  const [talks, promises, care, own, exercises, offers, votes] = await Promise.all([
    listTalks(repId, today),
    listKeptPromises(repId, dayOf(since)),
    listCare(repId, since),
    listOwnWords(repId, since),
    listExercises(repId),
    listOffers(repId),
    listVotes(repId),
  ])
  const titleOf = await findHeadings([...new Set([...own, ...offers].flatMap(({ postId }) => postId ?? []))])
  return [
    ...talks,
    ...oncePerDay(
      'promise',
      promises.map(({ dueDay: day, text: what }) => ({ day, what })),
    ),
    ...oncePerDay(
      'care',
      care.map((at) => ({ day: dayOf(at), what: '' })),
    ),
    ...oncePerDay(
      'own-words',
      own.map(({ at, postId }) => ({ day: dayOf(at), what: titleOf(postId).title })),
    ),
    ...exercises,
    ...offers.map(({ postId, ...fact }) => ({ ...fact, what: postId ? titleOf(postId).title : '' })),
    ...votes,
  ]
}
