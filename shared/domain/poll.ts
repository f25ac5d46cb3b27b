// What are people asked, and what did each say, and before that? A changed mind keeps what it was before.
import { foldText } from './advert/fold'
import type { MemberId, PersonId, PollId } from './ids'

export const POLL_AUDIENCES = ['reps', 'customers', 'all'] as const
export type PollAudience = (typeof POLL_AUDIENCES)[number]
export const POLL_STATES = ['draft', 'open', 'closed', 'withdrawn'] as const
export type PollState = (typeof POLL_STATES)[number]

export const OPTIONS_MIN = 2
export const OPTIONS_MAX = 6
export const QUESTION_MAX = 60
export const OPTION_MAX = 24
export const REASON_MAX = 60
export const POLLS_OPEN_MAX = 20
export const POLL_DAYS_MAX = 60
/** Nobody changes her mind so often; it keeps one ballot small. */
export const MOVES_MAX = 40
/** So long after it closed who said what is forgotten; the picture stays. */
export const BALLOT_DAYS = 180
const DAY_MS = 86_400_000

export type PollOption = { id: string; text: string }
export type Poll = {
  _id: PollId // minted by the editor's browser
  firm: string // who asks, and keeps the voices
  question: string
  options: PollOption[] // of an open one never changed: sums go by their places
  whoMayVote: PollAudience
  opensAt: number | null // null: a draft
  closesAt: number
  state: PollState // as stored: an open one whose time is over is closed, whatever stands here
  rev: number
  at: number // of the last change by HQ
  sweepAt: number | null // when its ballots go; null: not yet known, or gone
  lookedOn?: string // the day a closed one was counted last
}

export type Move = { at: number; optionId: string }
/** What she agreed to before her voice was kept. proofId: random, names the proof that remains when the voice is gone. */
export type VoiceAgreement = { version: string; proofId: string; at: number }
export type Ballot = {
  _id: string // ballotIdOf
  pollId: PollId
  part: number // which of the poll's parts counts it
  memberId: MemberId | null // one of both
  personId: PersonId | null
  moves: Move[] // never empty, in order of time; the last is her choice now
  reason: string | null
  isReasonShown: boolean // it passed the checks
  at: number // of the last change
  agreement: VoiceAgreement | null // null: a rep's
}

/** A customer's voice is kept only when she agreed to these words (client/features/poll says them). */
export const VOICE_VERSION = '2026-12-v1'

export type Voter = { memberId: MemberId; personId: null } | { memberId: null; personId: PersonId }
export const ballotIdOf = (pollId: PollId, { memberId, personId }: Voter): string => `${pollId}.${personId ?? memberId}`
export const choiceOf = ({ moves }: Pick<Ballot, 'moves'>): string => moves[moves.length - 1]?.optionId ?? ''

/** As it is at this instant. */
export const stateAt = ({ state, closesAt }: Pick<Poll, 'state' | 'closesAt'>, now: number): PollState =>
  state === 'open' && closesAt <= now ? 'closed' : state

export const mayLook = (poll: Pick<Poll, 'state' | 'whoMayVote'>, as: 'rep' | 'customer'): boolean =>
  (poll.state === 'open' || poll.state === 'closed') && (as === 'rep' || poll.whoMayVote !== 'reps')

export type VoteDecision =
  | { ok: true }
  | { ok: false; reason: 'no-such-poll' | 'poll-not-open' | 'poll-not-for-you' | 'no-such-option' | 'too-many-changes' }

/** before: her ballot as it stands. Reps see what customers think, and have no voice in it. */
export const mayVote = (
  poll: Poll,
  as: 'rep' | 'customer',
  { optionId, before, now }: { optionId: string; before: Ballot | null; now: number },
): VoteDecision => {
  if (!mayLook(poll, as)) return { ok: false, reason: 'no-such-poll' }
  if (poll.whoMayVote === (as === 'rep' ? 'customers' : 'reps')) return { ok: false, reason: 'poll-not-for-you' }
  if (stateAt(poll, now) !== 'open') return { ok: false, reason: 'poll-not-open' }
  if (poll.options.every(({ id }) => id !== optionId)) return { ok: false, reason: 'no-such-option' }
  if ((before?.moves.length ?? 0) >= MOVES_MAX) return { ok: false, reason: 'too-many-changes' }
  return { ok: true }
}

/** What stands at the end of an article, as it was when that was saved: an open question is reworded no more. */
export type EndPoll = Pick<Poll, 'question' | 'closesAt'> & { pollId: PollId }
export type EndPollFault = 'no-such-poll' | 'poll-not-for-readers' | 'poll-not-open-then'

/**
 * May it stand at the end of an article that goes out at `outAt`? null: of a draft, where one that is over may stay, so that
 * what was written once can be opened, saved and brought back.
 */
export const findEndPollFault = (poll: Poll | null, outAt: number | null): EndPollFault | null => {
  if (poll === null) return 'no-such-poll'
  if (poll.whoMayVote === 'reps') return 'poll-not-for-readers'
  if (poll.opensAt === null) return 'poll-not-open-then'
  return outAt === null || stateAt(poll, outAt) === 'open' ? null : 'poll-not-open-then'
}

/** Saying the same again is no move. */
export const move = (ballot: Ballot, optionId: string, at: number): Ballot =>
  choiceOf(ballot) === optionId ? ballot : { ...ballot, at, moves: [...ballot.moves, { at, optionId }] }

/** How often she changed her mind. */
export const movedOf = ({ moves }: Pick<Ballot, 'moves'>): number => Math.max(0, moves.length - 1)

/**
 * A promise for taking part, or a call to pass something on: 运营规范 5.1 and 5.3 bar both. Looked for in folded text, so that
 * neither full width nor spaces hide them.
 */
const REWARD =
  /有奖|抽奖|中奖|赢(?:取|得|大奖)|(?:投票|参与|投一票)[^，。！？]{0,8}(?:送|领|得|赠|返|奖|礼|红包|积分|券)|领(?:取|奖|礼|券|红包)/
const SPREADING =
  /转发|分享(?:到|给)|集赞|求赞|拉票|(?:为|帮|给)[我他她][^，。！？]{0,2}助力|砍一刀|邀请好友|拉(?:人|新)|发(?:到|个)?朋友圈|群里发/

export type PollFault = 'poll-options' | 'poll-options-alike' | 'poll-reward' | 'poll-spreading' | 'poll-days'
type Said = Pick<Poll, 'question' | 'options' | 'closesAt'>

const plain = (text: string): string => foldText(text).text.replace(/\s/g, '')

export const findPollFault = (
  { question, options, closesAt }: Said,
  now: number,
): { fault: PollFault; field: string } | null => {
  const texts = options.map(({ text }) => plain(text))
  if (options.length < OPTIONS_MIN || options.length > OPTIONS_MAX || texts.includes(''))
    return { fault: 'poll-options', field: 'options' }
  if (new Set(texts).size < texts.length || new Set(options.map(({ id }) => id)).size < options.length)
    return { fault: 'poll-options-alike', field: 'options' }
  const all = [plain(question), ...texts]
  const place = (i: number): string => (i === 0 ? 'question' : `options.${i - 1}`)
  const rewarding = all.findIndex((text) => REWARD.test(text))
  if (rewarding >= 0) return { fault: 'poll-reward', field: place(rewarding) }
  const spreading = all.findIndex((text) => SPREADING.test(text))
  if (spreading >= 0) return { fault: 'poll-spreading', field: place(spreading) }
  const isTimely = closesAt > now && closesAt <= now + POLL_DAYS_MAX * DAY_MS
  return isTimely ? null : { fault: 'poll-days', field: 'closesAt' }
}

/** Says how to reach somebody, or who: a number, an address, an account. Such a reason is kept, and shown to nobody. */
export const isTelling = (reason: string): boolean =>
  /\d{5}|https?:|www\.|@|微信号|v信|vx|电话|手机号/i.test(plain(reason))

export const sweepAtOf = (closedAt: number): number => closedAt + BALLOT_DAYS * DAY_MS
