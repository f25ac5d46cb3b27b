// HQ's calendar: columns at fixed hours, what stands when, and what was taken back; for readers, a column of its own.
import * as z from 'zod'
import { COLUMN_ABOUT_MAX, COLUMN_NAME_MAX, TOPIC_HINT_MAX } from '../domain/column'
import { REP_KINDS } from '../domain/member'
import { POST_CHANNELS } from '../domain/post'
import { action } from './action'
import {
  columnId,
  day,
  imageId,
  instant,
  nothing,
  postId,
  regionId,
  shareToken,
  shownImage,
  storeId,
  teamId,
  tone,
  version,
} from './parts'

const line = (max: number) => z.string().trim().max(max)
const channels = z.array(z.enum(POST_CHANNELS)).max(POST_CHANNELS.length)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const columnWords = z.strictObject({
  name: line(COLUMN_NAME_MAX).min(1),
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  time,
  channels,
  topicHint: line(TOPIC_HINT_MAX),
  about: line(COLUMN_ABOUT_MAX),
  coverId: imageId.nullable(),
})
export const shownColumn = z.strictObject({
  columnId: z.string(),
  ...columnWords.shape,
  cover: shownImage.nullable(),
  updatedAt: z.number(),
  rev: z.int(),
})
export type ShownColumn = z.output<typeof shownColumn>

export const listColumns = action('editor', nothing, z.strictObject({ columns: z.array(shownColumn) }))
/** rev: as it was seen; 0 for a new one. */
export const saveColumn = action(
  'editor',
  z.strictObject({ columnId, rev: z.int().min(0), column: columnWords }),
  shownColumn,
)
/** Posts that stood in it keep its name. */
export const dropColumn = action('editor', z.strictObject({ columnId }), z.strictObject({ dropped: z.boolean() }))

const standing = z.enum(['planned', 'scheduled', 'again', 'out', 'over'])
const why = z.strictObject({ of: z.enum(['column', 'hint', 'draft', 'rested', 'steady']), days: z.int() })
const shownMove = z.strictObject({
  postId: z.string(),
  version,
  at: z.number(),
  columnId: z.string(),
  title: z.string(),
  why: z.array(why),
})
export type ShownMove = z.output<typeof shownMove>

const shownEntry = z.strictObject({
  postId: z.string(),
  version,
  at: z.number(),
  standing,
  title: z.string(),
  columnId: z.string().nullable(),
  channels,
  stores: z.int().nullable(), // how many it is for; null: every store
  waits: z.boolean(), // handed in, and somebody has to look at it
})
export type ShownEntry = z.output<typeof shownEntry>

const shownClash = z.strictObject({
  kind: z.enum(['same-hour', 'same-topic', 'alike']),
  a: z.string(),
  b: z.string(),
  at: z.number(),
  alike: z.number().min(0).max(1), // the part of their trigrams that both have
  topic: z.string(),
})
export type ShownClash = z.output<typeof shownClash>

/** restedFrom: before that it is not to come again. readings: of the last fortnight, and of all time before it. */
const shelved = z.strictObject({
  postId: z.string(),
  version,
  title: z.string(),
  columnId: z.string().nullable(),
  outAt: z.number(),
  coolDays: z.int(),
  restedFrom: z.number(),
  plannedAt: z.number().nullable(),
  age: z.enum(['steady', 'worn', 'unknown']),
  before: z.strictObject({ readings: z.int(), deep: z.int() }),
  lately: z.strictObject({ readings: z.int(), deep: z.int() }),
})
export type Shelved = z.output<typeof shelved>

export const CALENDAR_DAYS_MAX = 45

/** from and to: both included. regionId: only what reaches stores there, and only their gaps. cut: more than is shown. */
export const seeCalendar = action(
  'editor',
  z
    .strictObject({ from: day, to: day, regionId: regionId.nullable().default(null) })
    .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < CALENDAR_DAYS_MAX * 86_400_000, {
      error: 'stretch-too-long',
    }),
  z.strictObject({
    asOf: z.number(),
    columns: z.array(shownColumn),
    regions: z.array(z.strictObject({ regionId: z.string(), name: z.string(), parentId: z.string().nullable() })),
    slots: z.array(z.strictObject({ columnId: z.string(), at: z.number(), total: z.int(), short: z.int() })),
    entries: z.array(shownEntry),
    clashes: z.array(shownClash),
    shelf: z.array(shelved),
    drafts: z.array(
      z.strictObject({
        postId: z.string(),
        version,
        title: z.string(),
        columnId: z.string().nullable(),
        ready: z.boolean(), // has a text and a title
      }),
    ),
    moves: z.array(shownMove), // what could fill the gaps
    cut: z.boolean(),
  }),
)
export type SeenCalendar = z.output<typeof seeCalendar.output>

/** at null: out of the calendar. columnId: the column it is put into, where it has none; null: as it is. */
const move = z.strictObject({ postId, version, at: instant.nullable(), columnId: columnId.nullable().default(null) })
const moved = z.strictObject({ postId: z.string(), at: z.number().nullable(), columnId: z.string().nullable() })

export const placePost = action('editor', move, moved)

/** Each on its own: what can be placed is, and the others say why not. Asked again, it answers the same. */
export const fillCalendar = action(
  'editor',
  z.strictObject({
    moves: z
      .array(move.extend({ at: instant }))
      .min(1)
      .max(100),
  }),
  z.strictObject({
    placed: z.array(moved),
    refused: z.array(z.strictObject({ postId: z.string(), reason: z.string(), message: z.string() })),
  }),
)

/** How many reps a post of these lists is for, and how many stores they name. */
export const countFor = action(
  'editor',
  z.strictObject({
    storeIds: z.array(storeId).max(500),
    regionIds: z.array(regionId).max(100),
    teamIds: z.array(teamId).max(100),
    kinds: z.array(z.enum(REP_KINDS)).max(REP_KINDS.length),
    tones: z.array(tone).max(3),
    labels: z.array(line(12)).max(20),
  }),
  z.strictObject({ reps: z.int(), stores: z.int() }),
)

/** How a recall came through: reps who had saved it, and those who said they know. null: never taken back. */
export const seeRecall = action(
  'editor',
  z.strictObject({ postId }),
  z.strictObject({
    recall: z
      .strictObject({ version, reason: z.string(), at: z.number(), saved: z.int(), posted: z.int(), known: z.int() })
      .nullable(),
  }),
)

/** She has read that it was taken back, and what to do. */
export const knowRecall = action('rep', z.strictObject({ postId, version }), z.strictObject({ knownAt: z.number() }))

/** Of whom the reader has it, by her share: only what that rep has. Without: what everyone has. */
export const seeColumn = action(
  'anyone',
  z.strictObject({ columnId, token: shareToken.optional() }),
  z.strictObject({
    name: z.string(),
    about: z.string(),
    cover: shownImage.nullable(),
    weekdays: z.array(z.int()),
    time: z.string(),
    nextAt: z.number().nullable(),
    posts: z.array(
      z.strictObject({ postId: z.string(), title: z.string(), excerpt: z.string(), publishedAt: z.number() }),
    ),
  }),
)
