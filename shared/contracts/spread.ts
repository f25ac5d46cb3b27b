// How does what a rep sends travel on, and through whom? Chains stand between people who each agreed; everybody else is counted.
import * as z from 'zod'
import { CERTAINTIES } from '../domain/reader'
import { RELATIONS, VALUES } from '../domain/sheet'
import { SPREAD_SCENES } from '../domain/spread/graph'
import { action } from './action'
import { contactId, postId, shownTag } from './parts'

/** few: one or two, of whom nothing more is said. */
const count = z.union([z.int().min(0), z.literal('few')])
const scenes = z.partialRecord(z.enum(SPREAD_SCENES), z.int())

/** One of her contacts who agreed to be seen in chains. */
const shownPerson = z.strictObject({
  contactId: z.string(),
  remark: z.string().nullable(),
  ordinal: z.string(),
  certainty: z.enum(CERTAINTIES),
})

/** person: null for the rep herself, and for a branch: all who did not agree, below one person or the rep. */
const shownNode = z.strictObject({
  key: z.string(),
  kind: z.enum(['rep', 'person', 'branch']),
  person: shownPerson.nullable(),
  score: z.number(),
  people: count, // who read what came by it; of a branch: how many they are
  deep: count,
  passes: count,
  firstAt: z.number().nullable(), // what she did herself; of a branch nothing is said of when
  lastAt: z.number().nullable(),
  depth: z.int(),
  scenes,
})

/** from, to: places among all nodes, `from` of this part added to those of it. */
const shownEdge = z.strictObject({
  from: z.int(),
  to: z.int(),
  passes: count,
  deep: count,
  lastAt: z.number().nullable(),
})

/** Why someone counts: shared/domain/spread/score.ts says how the score comes from these. */
const shownTerms = z.strictObject({
  readers: z.int(),
  near: z.number(),
  far: z.number(),
  unknown: z.number(),
  lost: z.strictObject({ time: z.number(), rings: z.number(), repeats: z.number() }),
  posts: z.int(),
  weeks: z.int(),
  value: z.number(),
  evidence: z.number(),
  steadiness: z.number(),
  score: z.number(),
})

/**
 * Parts come in order of weight: the first is enough for a small picture, more add detail. asOf null: it is being worked
 * out, and there is nothing to show. Edges of a part lead to no later part.
 */
export const seeSpread = action(
  'rep',
  z.strictObject({ part: z.int().min(0).max(9_999).default(0) }),
  z.strictObject({
    asOf: z.number().nullable(),
    part: z.int(),
    parts: z.int(),
    from: z.int(),
    nodes: z.array(shownNode),
    edges: z.array(shownEdge),
    /** only with the first part: whose passing-on brings others to read, the strongest first */
    keyPeople: z.array(z.strictObject({ key: z.string(), person: shownPerson, score: z.number(), terms: shownTerms })),
    /** only with the first part: on a topic or a column, by whom most of those who agreed came to read it deeply */
    leaders: z.array(z.strictObject({ subject: z.string(), key: z.string(), person: shownPerson, people: z.int() })),
  }),
)

/** How one post of hers travelled, as counts. halfLifeHours: until half of the readings had come; null where few came. */
export const seePostSpread = action(
  'rep',
  z.strictObject({ postId }),
  z.strictObject({
    asOf: z.number().nullable(),
    title: z.string(),
    tree: z
      .strictObject({
        shares: count,
        opened: count,
        deep: count,
        depth: z.int(),
        width: count,
        levels: z.array(z.strictObject({ shares: count, opened: count, deep: count })),
        scenes,
        firstAt: z.number().nullable(), // when she shared it first
        halfLifeHours: z.int().nullable(),
      })
      .nullable(),
  }),
)

/** Ways to a contact through people she knows, the surest first. ask: whom to ask for the introduction. */
export const listPaths = action(
  'rep',
  z.strictObject({ contactId }),
  z.strictObject({
    asOf: z.number().nullable(),
    paths: z.array(
      z.strictObject({
        ask: shownPerson,
        people: z.array(shownPerson), // from whom she knows to whom she looks for
        strength: z.number().min(0).max(1),
        steps: z.array(z.strictObject({ passes: z.int(), deep: z.int(), lastAt: z.number().nullable() })),
      }),
    ),
  }),
)

/** How to reach her: what she reads, when, what the rep is to her, and what she herself passes on. */
export const seeInfluence = action(
  'rep',
  z.strictObject({ contactId }),
  z.strictObject({
    asOf: z.number(),
    tags: z.array(shownTag),
    freeTime: z
      .strictObject({ fromHour: z.int(), toHour: z.int(), weekend: z.boolean(), readings: z.int() })
      .nullable(),
    relation: z.enum(RELATIONS).nullable(),
    value: z.enum(VALUES).nullable(),
    /** null: she did not agree to that, or nothing has been worked out */
    spread: z
      .strictObject({
        score: z.number(),
        people: count,
        deep: count,
        passes: z.int(),
        scenes,
        lastAt: z.number().nullable(),
      })
      .nullable(),
  }),
)

/** few: one to four; else in fives, rounded down. */
const shownCount = z.union([z.int().min(0), z.literal('few')])
const sums = { shares: shownCount, opened: shownCount, deep: shownCount, depth: z.int() }

/** How posts travel, by store or region: counts alone. postId null: all posts, which have no tree. */
export const seeFirmSpread = action(
  'desk',
  z.strictObject({ postId: postId.nullable(), per: z.enum(['store', 'region']) }),
  z.strictObject({
    asOf: z.number(),
    scope: z.union([z.literal('firm'), z.array(z.string())]),
    title: z.string().nullable(),
    whole: z.strictObject(sums),
    /** step by step from the reps' own shares on, as far as it is not few */
    tree: z
      .strictObject({
        levels: z.array(z.strictObject({ shares: shownCount, opened: shownCount, deep: shownCount })),
        width: shownCount,
        halfLifeHours: z.int().nullable(),
      })
      .nullable(),
    rows: z.array(z.strictObject({ id: z.string(), name: z.string(), ...sums })),
  }),
)
