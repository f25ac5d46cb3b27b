// A rep's WeChat groups as she names them, what is read there as counts, and what HQ wants done in them.
import * as z from 'zod'
import {
  GROUP_NAME_MAX,
  GROUP_RULE_MAX,
  GROUP_RULES_MAX,
  GROUP_THEME_MAX,
  PLAN_ACT_MAX,
  PLAN_ITEMS_MAX,
} from '../domain/limits'
import { action } from './action'
import { shownNote } from './file'
import { day, groupId, groupPlanId, nothing, playbookId, postId, storeId } from './parts'

const theme = z.string().trim().max(GROUP_THEME_MAX)
const groupWords = {
  name: z.string().trim().min(1).max(GROUP_NAME_MAX),
  theme,
  rules: z.array(z.string().trim().min(1).max(GROUP_RULE_MAX)).max(GROUP_RULES_MAX),
}

const shownGroup = z.strictObject({
  groupId: z.string(),
  ...groupWords,
  createdAt: z.number(),
  archivedAt: z.number().nullable(),
  met: z.boolean(), // a card of hers was opened there: cards sent there are known by it from now on
  rev: z.int(),
})
export type ShownGroup = z.output<typeof shownGroup>

/** Those in use first, the latest first. themes: what HQ plans for; a group of such a theme gets its items. */
export const listGroups = action(
  'rep',
  nothing,
  z.strictObject({ asOf: z.number(), groups: z.array(shownGroup), themes: z.array(z.string()) }),
)

/**
 * An id that is not there yet makes a group, which needs a name. `from`: what this phone showed before; where another
 * phone has written since, this one holds (it was said last) and `replaced` tells which fields held something else. Said
 * twice it changes nothing.
 */
export const saveGroup = action(
  'rep',
  z.strictObject({
    groupId,
    from: z.strictObject(groupWords).partial(),
    to: z.strictObject(groupWords).partial(),
  }),
  z.strictObject({ group: shownGroup, replaced: z.array(z.enum(['name', 'theme', 'rules'])) }),
)

/** archived false takes it back. */
export const archiveGroup = action('rep', z.strictObject({ groupId, archived: z.boolean() }), shownGroup)

/** Fewer than three are not told, not even as none: null. */
const told = z.int().nullable()

const countsOfPost = z.strictObject({
  postId: z.string(),
  title: z.string(),
  column: z.string(),
  times: z.int(), // how often it was sent there
  lastAt: z.number(),
  opens: told,
  deep: told,
  sections: z.array(z.strictObject({ heading: z.string(), readings: told, ms: z.number().nullable() })), // in their order
})

const shownItem = z.strictObject({
  itemId: z.string(),
  time: z.string(), // '08:30' in Asia/Shanghai
  act: z.string(),
  playbookId: z.string().nullable(),
  post: z.strictObject({ postId: z.string(), title: z.string() }).nullable(),
  done: z.boolean(),
})
export type ShownItem = z.output<typeof shownItem>

/** As counted: what was opened in the last minutes comes with the next sums. */
export const seeGroup = action(
  'rep',
  z.strictObject({ groupId }),
  z.strictObject({
    asOf: z.number(),
    group: shownGroup,
    today: z.strictObject({ day: z.string(), items: z.array(shownItem) }),
    shares: z.int(),
    opens: z.int(), // of posts whose own count is told
    deep: z.int(),
    silence: z.strictObject({ days: z.int().nullable(), shares: z.int() }), // see domain/group-counts.ts, Silence
    posts: z.array(countsOfPost), // what worked best first
    columns: z.array(
      z.strictObject({
        column: z.string(),
        posts: z.int(), // the latest ones sent there, at most 8
        opened: z.int(), // of them, by three or more
        hours: z.array(z.strictObject({ hour: z.int(), opens: z.int() })),
      }),
    ),
    notes: z.array(shownNote), // the latest first
  }),
)
export type SeenGroup = z.output<typeof seeGroup.output>

/** 做了: an item of that day's plan; done false takes it back. Said twice it changes nothing. */
export const tickGroup = action(
  'rep',
  z.strictObject({ groupId, day, itemId: z.string().regex(/^[0-9A-Za-z_-]{1,40}$/), done: z.boolean() }),
  z.strictObject({ done: z.array(z.string()) }),
)

const planItem = z.strictObject({
  itemId: z.string().regex(/^[0-9A-Za-z_-]{1,40}$/),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  act: z.string().trim().min(1).max(PLAN_ACT_MAX),
  playbookId: playbookId.nullable(),
  postId: postId.nullable(),
})
const planWords = z.strictObject({
  theme, // '': every group
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7), // 1 Monday to 7 Sunday
  items: z.array(planItem).min(1).max(PLAN_ITEMS_MAX),
  storeIds: z.array(storeId).max(1_000), // empty: every store
})
const shownPlan = z.strictObject({
  planId: z.string(),
  theme: z.string(),
  weekdays: z.array(z.int()),
  items: z.array(
    z.strictObject({ ...planItem.shape, playbookId: z.string().nullable(), postId: z.string().nullable() }),
  ),
  storeIds: z.array(z.string()),
  updatedAt: z.number(),
  rev: z.int(),
})
export type ShownPlan = z.output<typeof shownPlan>

/** By theme. */
export const listPlans = action('editor', nothing, z.strictObject({ plans: z.array(shownPlan) }))

/** rev: as it was seen, 0 for a new one; refused when someone else has saved since. */
export const savePlan = action(
  'editor',
  z.strictObject({ planId: groupPlanId, rev: z.int().min(0), plan: planWords }),
  shownPlan,
)
export const dropPlan = action(
  'editor',
  z.strictObject({ planId: groupPlanId }),
  z.strictObject({ dropped: z.boolean() }),
)
