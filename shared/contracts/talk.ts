// The rep's day: with whom, about what, why and how; whom to leave alone; how each talk went.
import * as z from 'zod'
import { TALKS_A_DAY_MAX } from '../domain/limits'
import { CERTAINTIES } from '../domain/reader'
import { RELATIONS, TALK_ENDS, VALUES } from '../domain/sheet'
import { CHANNELS_OF_TALK, REST_REASONS, TALK_REASONS } from '../domain/talk'
import { action } from './action'
import { contactId, day, nothing } from './parts'

const who = {
  contactId: z.string(),
  remark: z.string().nullable(),
  ordinal: z.string(),
  certainty: z.enum(CERTAINTIES),
}

/** One stored fact that a clue stands on. Instants in ms, days in Asia/Shanghai. */
export const shownEvidence = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('reading'),
    postId: z.string(),
    title: z.string(),
    section: z.string().nullable(), // the heading she stayed with longest
    sectionMs: z.number(),
    ms: z.number(),
    at: z.number(),
    nth: z.int(), // which of her readings of this post it is
  }),
  z.strictObject({ of: z.literal('tag'), tag: z.string(), posts: z.int(), ms: z.number(), lastAt: z.number() }),
  z.strictObject({ of: z.literal('occasion'), name: z.string(), kind: z.string(), day: z.string() }),
  z.strictObject({ of: z.literal('promise'), promiseId: z.string(), text: z.string(), dueDay: z.string() }),
  z.strictObject({
    of: z.literal('purchase'),
    noteId: z.string(),
    product: z.string(),
    at: z.number(),
    dueDay: z.string().nullable(), // when she needs it again
  }),
  z.strictObject({ of: z.literal('signal'), noteId: z.string(), name: z.string(), word: z.string(), at: z.number() }),
  z.strictObject({
    of: z.literal('contact'),
    lastAt: z.number().nullable(),
    sinceAt: z.number(),
    cadenceDays: z.int(),
  }),
  z.strictObject({ of: z.literal('share'), postId: z.string(), title: z.string(), deep: z.int(), at: z.number() }),
  z.strictObject({ of: z.literal('introduction'), to: z.strictObject(who), deep: z.int(), at: z.number() }),
])
export type ShownEvidence = z.output<typeof shownEvidence>

const shownClue = z.strictObject({
  reason: z.enum(TALK_REASONS),
  evidence: z.array(shownEvidence).min(1),
  /** what her own outcomes say of this reason: of so many talks so many went well; null while there are none */
  learned: z.strictObject({ talks: z.int(), won: z.number() }).nullable(),
})

const outcome = z.strictObject({ end: z.enum([...TALK_ENDS, 'later']), at: z.number() })

export const shownTalk = z.strictObject({
  ...who,
  clues: z.array(shownClue).min(1), // the strongest first
  relation: z.enum(RELATIONS).nullable(),
  value: z.enum(VALUES).nullable(),
  about: z.string().nullable(), // the subject in a few words: a topic, a product, an occasion, what was promised
  line: z.string().nullable(), // what she can say to begin with
  playbookId: z.string().nullable(),
  channel: z.enum(CHANNELS_OF_TALK),
  window: z.strictObject({ fromHour: z.int(), toHour: z.int(), weekend: z.boolean() }).nullable(),
  outcome: outcome.nullable(),
  circles: z.array(z.string()).optional(), // what the circles are called that she is in; left out where she is in none
})
export type ShownTalk = z.output<typeof shownTalk>

const shownRest = z.strictObject({
  ...who,
  reason: z.enum(REST_REASONS),
  at: z.number().nullable(), // since when, or when they talked
  until: z.string().nullable(), // the day it is over, where that is known
})
export type ShownRest = z.output<typeof shownRest>

/** talks: open ones as they are ordered now, then those told of; rest: for whom there was a reason, and a stronger one against. */
const shownDay = z.strictObject({
  asOf: z.number(),
  day: z.string(),
  aDay: z.int(),
  talks: z.array(shownTalk),
  rest: z.array(shownRest),
})
export type ShownDay = z.output<typeof shownDay>

export const listTalks = action('rep', nothing, shownDay)

/**
 * How it went; null takes it back. agoMs: how long ago she said so on this phone; from: what this phone showed before. Said
 * on several phones, the last said holds. `was`: what another phone had said, where this replaced it or came too late to.
 */
export const tellTalk = action(
  'rep',
  z.strictObject({
    day,
    contactId,
    end: z.enum([...TALK_ENDS, 'later']).nullable(),
    from: z.enum([...TALK_ENDS, 'later']).nullable(),
    agoMs: z
      .int()
      .min(0)
      .max(60 * 86_400_000),
  }),
  z.strictObject({ today: shownDay, held: outcome.nullable(), was: outcome.nullable() }),
)

export const limitTalks = action(
  'rep',
  z.strictObject({ aDay: z.int().min(1).max(TALKS_A_DAY_MAX) }),
  z.strictObject({ aDay: z.int() }),
)

/** HQ: which reasons work. Only where at least five reps have told of talks; null where that is not so. */
export const seeReasons = action(
  'editor',
  nothing,
  z.strictObject({
    asOf: z.number().nullable(), // when it was last worked out
    reps: z.int(),
    reasons: z.array(
      z.strictObject({
        reason: z.enum(TALK_REASONS),
        shown: z
          .strictObject({
            talks: z.int(),
            ends: z.strictObject({
              talked: z.int(),
              silent: z.int(),
              booked: z.int(),
              dealt: z.int(),
              unfit: z.int(),
            }),
            rate: z.number(), // of talks that went well, 0 to 1
            low: z.number(), // Wilson's interval, 95 %
            high: z.number(),
            reps: z.int(),
          })
          .nullable(),
      }),
    ),
  }),
)
