// What works: HQ sees what came of posts and of reps' work, from sums only, with how every number came about.
import * as z from 'zod'
import { FAMILY_KINDS } from '../domain/family'
import { SHELF_STATES } from '../domain/shelf'
import { FORMULA_IDS, WORK_PARTS, WORK_SPANS, WORK_STEPS } from '../domain/work'
import { action } from './action'
import { postId, storeId } from './parts'

/**
 * few: one to four, of whom nothing more is said. Numbers about customers are told in fives (rounded down), so that what
 * two of them differ by gives nobody away; numbers about reps are told as they are.
 */
const shownCount = z.union([z.int().min(0), z.literal('few')])
export type ShownCount = z.output<typeof shownCount>

/**
 * value: of the formula (shared/domain/work.ts, FORMULAS), worked out from exactly these parts; null: 还不能判断, too few to
 * tell. low, high: where it lies with 95 % certainty, as far as this many can say; null where the formula has no interval.
 */
const formulaNumber = z.strictObject({
  formula: z.enum(FORMULA_IDS),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  parts: z.array(z.strictObject({ part: z.enum(WORK_PARTS), count: shownCount })),
})
export type FormulaNumber = z.output<typeof formulaNumber>

/** received is null over many posts, where it is not known. */
const steps = z.record(z.enum(WORK_STEPS), shownCount.nullable())
const span = z.enum(WORK_SPANS)
/** asOf: now. sumsAt: up to when the sums stand; null: nothing has been summed yet. from, to: days, both included; a post is looked at over its whole life. */
const seen = {
  asOf: z.number(),
  sumsAt: z.number().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** 'firm', or the names of the stores or the team that a manager sees. */
  scope: z.union([z.literal('firm'), z.array(z.string())]),
}

/** 领到 → 存图 → 发出 → 打开 → 读得深 → 聊到 → 成交, altogether and row by row. postId null: all posts in this span. */
export const seeFunnel = action(
  'desk',
  z.strictObject({ postId: postId.nullable(), per: z.enum(['store', 'team', 'region']), span }),
  z.strictObject({
    ...seen,
    title: z.string().nullable(), // of the post
    /** reach: of one post, the share of posted kits of which something was read; over many, openings for each posted kit. */
    whole: z.strictObject({ steps, reach: formulaNumber, deepRate: formulaNumber }),
    rows: z.array(
      z.strictObject({
        id: z.string(), // '' : no store, no team, no region
        name: z.string(),
        under: z.string().nullable(), // a team's store, a store's region
        steps,
        reach: formulaNumber, // posted ≠ received
        deepRate: formulaNumber,
      }),
    ),
  }),
)

const hourCell = { hour: z.int().min(0).max(23), opened: shownCount, deep: shownCount }
/** When it is read. cells: those in which anything was, weekday 1 (Monday) to 7; hours: all 24. best: null while too few. */
export const seeCurve = action(
  'desk',
  z.strictObject({ postId: postId.nullable(), span }),
  z.strictObject({
    ...seen,
    title: z.string().nullable(),
    hours: z.array(z.strictObject(hourCell)),
    cells: z.array(z.strictObject({ weekday: z.int().min(1).max(7), ...hourCell })),
    best: z.strictObject({ weekday: z.int(), hour: z.int() }).nullable(),
  }),
)

/** Who comes back at a column's hour: of customers who agreed to be known only. */
export const seeHabit = action(
  'desk',
  z.strictObject({ weeks: z.int().min(1).max(8) }),
  z.strictObject({
    ...seen,
    columns: z.array(
      z.strictObject({
        columnId: z.string(),
        name: z.string(),
        rate: formulaNumber, // over all these days
        days: z.array(z.strictObject({ day: z.string(), time: z.string(), came: shownCount, back: shownCount })),
        /** As of the last of these days: how many have come so many times in a row, or more. */
        streaks: z.array(z.strictObject({ atLeast: z.int().min(1), readers: shownCount })),
      }),
    ),
  }),
)

/**
 * Who has done well, by deep readings of customers who agreed to be known (each once a day), talks and deals; shares never
 * count. Lines of one band cannot be told apart; first, last: the places they hold together.
 */
export const seeBoards = action(
  'desk',
  z.strictObject({ of: z.enum(['rep', 'store', 'team']), span, storeId: storeId.nullable() }),
  z.strictObject({
    ...seen,
    lines: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        under: z.string().nullable(), // a rep's or a team's store
        band: z.int().min(1),
        first: z.int().min(1),
        last: z.int().min(1),
        score: formulaNumber,
      }),
    ),
    more: z.int(), // lines that are not shown: only the first 200 are
    few: z.int(), // of whom too little is known for a place
    weights: z.record(z.enum(['named', 'talked', 'deals']), z.number()),
  }),
)

/**
 * One post's texts side by side, by how they are written. better: the best one's interval lies above all others';
 * same: enough is known, and no difference shows; too-few: 还不能判断.
 */
export const seeFamilies = action(
  'desk',
  z.strictObject({ postId, by: z.enum(FAMILY_KINDS) }),
  z.strictObject({
    ...seen,
    title: z.string(),
    verdict: z.enum(['better', 'same', 'too-few']),
    best: z.string().nullable(),
    needed: z.int(), // openings a family must have before it is compared
    families: z.array(
      z.strictObject({
        family: z.string(), // one of FAMILIES in shared/domain/family.ts
        reps: z.int(),
        posted: z.int(),
        opened: shownCount,
        deep: shownCount,
        rate: formulaNumber,
        enough: z.boolean(),
      }),
    ),
  }),
)

/** Which posts are hot and which lie there. The newest that are out. */
export const seeShelf = action(
  'desk',
  z.strictObject({}),
  z.strictObject({
    ...seen,
    posts: z.array(
      z.strictObject({
        postId: z.string(),
        title: z.string(),
        publishedAt: z.number(),
        state: z.enum(SHELF_STATES),
        ageDays: z.int(),
        opened: shownCount, // in all its life
        deep: shownCount,
        recent: shownCount, // openings this week and last
        before: shownCount, // in the two weeks before these
        posted: z.int(),
        deepRate: formulaNumber,
        evergreen: z.boolean(),
        expiresAt: z.number().nullable(),
      }),
    ),
    cut: z.boolean(), // there are older ones
  }),
)

/** 四力 and 链接-场景-信任-裂变-变现, for the whole and by store or region. */
export const seeHealth = action(
  'desk',
  z.strictObject({ per: z.enum(['store', 'region']), span }),
  z.strictObject({
    ...seen,
    forces: z.array(formulaNumber),
    loop: z.array(formulaNumber),
    rows: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        forces: z.array(formulaNumber),
        loop: z.array(formulaNumber),
      }),
    ),
  }),
)
