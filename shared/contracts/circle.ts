// Circles of contacts (圈层): their rules, how many are in them, what they want to read; and whom a rep has in each.
import * as z from 'zod'
import { CHOICE_FACTS, CIRCLE_EVENTS, COMPARISONS, NUMBER_FACTS, type Rule, SET_FACTS } from '../domain/circle'
import { CIRCLE_ABOUT_MAX, CIRCLE_NAME_MAX, RULE_DEPTH_MAX } from '../domain/circle-check'
import { FAN_PARTS } from '../domain/circle-fan'
import { action } from './action'
import { circleId, contactId, nothing, postId } from './parts'

const value = z.string().trim().max(200)
const is = z.enum(COMPARISONS)
const n = z.number()
const leaf = z.union([
  z.strictObject({ fact: z.enum(CHOICE_FACTS), oneOf: z.array(value).max(200) }),
  z.strictObject({ fact: z.enum(SET_FACTS), anyOf: z.array(value).max(200) }),
  z.strictObject({ fact: z.enum(NUMBER_FACTS), is, n }),
  z.strictObject({ event: z.enum(CIRCLE_EVENTS), withinDays: n, is, n }),
])
/** One level more than may be kept, so that it is the rule that says what is wrong; deeper is no rule at all. */
const ruleOf = (depth: number): z.ZodType<Rule, Rule> => {
  if (depth === 0) return leaf
  const part = ruleOf(depth - 1)
  const parts = z.array(part).max(100)
  return z.union([leaf, z.strictObject({ all: parts }), z.strictObject({ any: parts }), z.strictObject({ not: part })])
}
const rule = ruleOf(RULE_DEPTH_MAX)

/** Counts of contacts at HQ: in fives, rounded down. */
const counted = z.union([z.int(), z.literal('few')])
const counts = z.array(z.strictObject({ id: z.string(), people: counted }))

const shownCircle = z.strictObject({
  circleId: z.string(),
  name: z.string(),
  about: z.string(),
  rule,
  rev: z.int(),
  people: counted.nullable(), // null: not sorted yet
  fans: counted.nullable(),
})
export type ShownCircle = z.output<typeof shownCircle>

/** overlaps: who is in exactly these circles. sorting: rules have changed and counts are on their way. */
export const listCircles = action(
  'desk',
  nothing,
  z.strictObject({
    asOf: z.number().nullable(),
    sorting: z.boolean(),
    mayEdit: z.boolean(),
    people: counted,
    inNone: counted,
    circles: z.array(shownCircle),
    overlaps: z.array(z.strictObject({ circleIds: z.array(z.string()), people: z.int() })),
    stores: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    teams: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    topics: z.array(z.string()), // of posts of late, for who writes a rule
  }),
)
export type ShownCircles = z.output<typeof listCircles.output>

const idea = z.strictObject({
  topic: z.string(),
  people: z.int(),
  posts: z.int(),
  taste: z.string().nullable(),
  value: z.string().nullable(),
  hour: z.int().nullable(), // the three hours from it on
})

/** Gaps: what a share of the circle cares about against its share of posts of 60 days. */
export const seeCircle = action(
  'desk',
  z.strictObject({ circleId }),
  z.strictObject({
    circleId: z.string(),
    people: counted,
    fans: counted,
    levels: counts,
    hours: counts,
    informed: counts,
    relations: counts,
    values: counts,
    tastes: counts,
    gaps: z.array(
      z.strictObject({
        topic: z.string(),
        people: z.int(),
        posts: z.int(),
        share: z.number(),
        postShare: z.number(),
      }),
    ),
    ideas: z.array(idea),
  }),
)
export type SeenCircle = z.output<typeof seeCircle.output>

/** Of `of` contacts that were looked at; whole: that was everybody. */
export const previewCircle = action(
  'desk',
  z.strictObject({ rule }),
  z.strictObject({
    people: counted,
    of: counted,
    whole: z.boolean(),
    stores: z.array(z.strictObject({ id: z.string(), name: z.string(), people: counted })),
  }),
)
export type CirclePreview = z.output<typeof previewCircle.output>

const saved = z.strictObject({
  circleId,
  rev: z.int().min(0),
  name: z.string().trim().min(1).max(CIRCLE_NAME_MAX),
  about: z.string().trim().max(CIRCLE_ABOUT_MAX),
  rule,
})
export type SavedCircle = z.input<typeof saved>
/** Saved only over what she saw; rev 0 makes it. */
export const saveCircle = action('editor', saved, z.strictObject({ circleId: z.string(), rev: z.int() }))
export const dropCircle = action('editor', z.strictObject({ circleId }), z.strictObject({ dropped: z.boolean() }))

const who = z.strictObject({ contactId: z.string(), remark: z.string().nullable(), ordinal: z.string() })
const named = z.strictObject({ circleId: z.string(), name: z.string(), about: z.string(), rule })
const places = z.array(z.strictObject({ id: z.string(), name: z.string() })) // stores and teams that rules name

/** Her own contacts by circle, as of now, and those who are her 铁杆粉, each with the evidence. */
export const listOwnCircles = action(
  'rep',
  nothing,
  z.strictObject({
    places,
    circles: z.array(named.extend({ contacts: z.array(who) })),
    fans: z.array(
      z.strictObject({
        who,
        score: z.int(),
        parts: z.array(z.strictObject({ part: z.enum(FAN_PARTS), n: z.int(), points: z.int() })),
      }),
    ),
  }),
)
export type OwnCircles = z.output<typeof listOwnCircles.output>

/** How many of hers are in each, as last sorted: in every circle, or in those that a post is meant for. few: one or two. */
export const countOwnCircles = action(
  'rep',
  z.strictObject({ postId: postId.nullable().default(null) }),
  z.strictObject({
    circles: z.array(
      z.strictObject({ circleId: z.string(), name: z.string(), people: z.union([z.int(), z.literal('few')]) }),
    ),
  }),
)
export type CountedCircles = z.output<typeof countOwnCircles.output>

/** Which circles one contact of hers is in, as of now. */
export const circlesOf = action(
  'rep',
  z.strictObject({ contactId }),
  z.strictObject({ level: z.int(), places, circles: z.array(named) }),
)
export type CirclesOf = z.output<typeof circlesOf.output>
