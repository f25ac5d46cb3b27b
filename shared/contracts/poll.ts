// Polls (大家怎么看): HQ asks, reps and customers say what they think, and everybody sees how the shared view forms.
import * as z from 'zod'
import {
  OPTION_MAX,
  OPTIONS_MAX,
  OPTIONS_MIN,
  POLL_AUDIENCES,
  POLL_STATES,
  QUESTION_MAX,
  REASON_MAX,
} from '../domain/poll'
import { action } from './action'
import { cursor, instant, nothing, pollId } from './parts'

const optionId = z.string().regex(/^[0-9A-Za-z_-]{1,20}$/)
const option = z.strictObject({ id: z.string(), text: z.string() })
const counts = z.array(z.int())

const shownPoll = z.strictObject({
  pollId: z.string(),
  firm: z.string(), // who asks, and keeps the voices
  question: z.string(),
  options: z.array(option),
  whoMayVote: z.enum(POLL_AUDIENCES),
  state: z.enum(POLL_STATES), // as of now
  opensAt: z.number().nullable(),
  closesAt: z.number(),
})
export type ShownPoll = z.output<typeof shownPoll>

/** Options by their place. Days are told only where they add five voices; of fewer than five voices there is no picture. */
const picture = z.strictObject({
  voices: z.int(),
  steps: z.array(z.strictObject({ day: z.string(), by: counts })),
  moved: z.int(),
  flows: z.array(z.strictObject({ from: z.int(), to: z.int(), people: z.int() })),
  reasons: z.array(z.strictObject({ option: z.int(), text: z.string() })),
})
/** isWaiting: voices have come since that are too few to be told by themselves. */
const seen = z.strictObject({ poll: shownPoll, picture: picture.nullable(), isWaiting: z.boolean() })
export type SeenPoll = z.output<typeof seen>

/** Her own voice, for herself: what she says and said before. */
const voice = z.strictObject({
  moves: z.array(z.strictObject({ at: z.number(), optionId: z.string() })),
  reason: z.string().nullable(),
  isReasonShown: z.boolean(),
})
export type OwnVoice = z.output<typeof voice>
const seenWithVoice = seen.extend({ mayVote: z.boolean(), voice: voice.nullable() })
export type SeenPollWithVoice = z.output<typeof seenWithVoice>

/** As a rep: open ones, and the latest that closed. */
export const listPolls = action(
  'rep',
  nothing,
  z.strictObject({ polls: z.array(shownPoll.extend({ mayVote: z.boolean(), hasVoted: z.boolean() })) }),
)
export const seePollAsRep = action('rep', z.strictObject({ pollId }), seenWithVoice)

const said = { pollId, optionId, reason: z.string().trim().min(1).max(REASON_MAX).nullable() }
/** The same again changes nothing; another option is a change of mind, and what it was before stays hers to see. */
export const voteAsRep = action('rep', z.strictObject(said), voice)
export const takeBackAsRep = action('rep', z.strictObject({ pollId }), z.strictObject({ taken: z.boolean() }))

/** Anybody may look. version: of the words that she agrees to before her voice is kept. */
export const seePoll = action('anyone', z.strictObject({ pollId }), seenWithVoice.extend({ version: z.string() }))
/** agreedTo: the version she read and agrees to; null where she has agreed before. */
export const vote = action('person', z.strictObject({ ...said, agreedTo: z.string().max(20).nullable() }), voice)
export const takeBack = action('person', z.strictObject({ pollId }), z.strictObject({ taken: z.boolean() }))
/** Where her voice is kept, for the privacy centre. */
export const listVoices = action(
  'person',
  nothing,
  z.strictObject({
    voices: z.array(
      z.strictObject({
        pollId: z.string(),
        question: z.string(),
        choices: z.array(z.strictObject({ at: z.number(), text: z.string() })), // the last one is hers now
        reason: z.string().nullable(),
        agreedAt: z.number().nullable(),
      }),
    ),
  }),
)
export type OwnVoices = z.output<typeof listVoices.output>

const rev = z.int().min(0)
const hqPoll = shownPoll.extend({ rev: z.int() })
export type HqPoll = z.output<typeof hqPoll>
const savedPoll = z.strictObject({
  pollId,
  rev,
  question: z.string().trim().min(1).max(QUESTION_MAX),
  options: z
    .array(z.strictObject({ id: optionId, text: z.string().trim().min(1).max(OPTION_MAX) }))
    .min(OPTIONS_MIN)
    .max(OPTIONS_MAX),
  whoMayVote: z.enum(POLL_AUDIENCES),
  closesAt: instant,
})
export type SavedPoll = z.input<typeof savedPoll>
/** A draft, saved only over what was seen; rev 0 makes it. */
export const savePoll = action('editor', savedPoll, hqPoll)
const changed = z.strictObject({ pollId, rev })
export const openPoll = action('editor', changed, hqPoll)
export const closePoll = action('editor', changed, hqPoll)
/** Nobody sees it any more, and every voice in it goes. */
export const withdrawPoll = action('editor', changed, hqPoll)
export const listHqPolls = action(
  'editor',
  z.strictObject({ cursor: cursor.optional(), open: z.literal(true).optional() }), // open: those alone, all at once
  z.strictObject({ polls: z.array(hqPoll), next: z.string().nullable() }),
)
export const seeHqPoll = action('editor', z.strictObject({ pollId }), seen.extend({ rev: z.int() }))
