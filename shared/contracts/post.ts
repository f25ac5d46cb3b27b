// HQ's side: write, publish, recall; images come in through `render`.
import * as z from 'zod'
import { CIRCLES_MAX } from '../domain/circle-check'
import {
  ARTICLE_MAX,
  FIRST_COMMENT_MAX,
  IMAGE_BYTES_MAX,
  IMAGES_MAX,
  KEEP_OUT_MAX,
  LOCKED_WORDS_MAX,
  PARAGRAPHS_MAX,
  POST_TEXT_MAX,
  SECTION_PARAGRAPHS_MAX,
  SECTIONS_MAX,
  TOPICS_MAX,
  VETOES_MAX,
} from '../domain/limits'
import { REP_KINDS, ROLES } from '../domain/member'
import { articleLength, POST_CHANNELS, POST_STATES } from '../domain/post'
import { FORMS } from '../domain/reader'
import { REVIEW_STATES } from '../domain/review'
import { action } from './action'
import {
  circleId,
  columnId,
  cursor,
  endPoll,
  imageId,
  instant,
  nothing,
  pollId,
  postId,
  rect,
  regionId,
  sectionId,
  shownImage,
  storeId,
  teamId,
  tone,
  version,
} from './parts'

const line = (max: number) => z.string().trim().max(max)

const hasFewParagraphs = (sections: readonly { paragraphs: readonly string[] }[]): boolean =>
  sections.every(({ paragraphs }) => paragraphs.length <= SECTION_PARAGRAPHS_MAX) &&
  sections.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0) <= PARAGRAPHS_MAX

const draftArticle = z
  .strictObject({
    title: line(60),
    coverId: imageId.nullable(),
    sections: z
      .array(
        z.strictObject({
          id: sectionId,
          heading: line(60),
          paragraphs: z.array(z.string().max(ARTICLE_MAX)).max(PARAGRAPHS_MAX),
          imageId: imageId.nullable(),
          form: z.enum(FORMS).nullable().default(null),
        }),
      )
      .max(SECTIONS_MAX),
  })
  .refine((article) => new Set(article.sections.map((s) => s.id)).size === article.sections.length, {
    error: 'section-twice',
  })
  .refine(
    (article) =>
      articleLength({ title: article.title, sections: article.sections.map((s) => ({ ...s, image: null })) }) <=
      ARTICLE_MAX,
    {
      error: 'article-too-long',
    },
  )
  .refine(({ sections }) => hasFewParagraphs(sections), { error: 'too-many-paragraphs' })

const lockedWords = z.array(line(40).min(1)).max(LOCKED_WORDS_MAX)

export const draft = z.strictObject({
  text: z.string().max(POST_TEXT_MAX),
  lockedWords,
  firstComment: z.string().max(FIRST_COMMENT_MAX),
  column: line(20),
  imageIds: z.array(imageId).max(IMAGES_MAX),
  article: draftArticle,
  topics: z.array(line(12).min(1)).max(TOPICS_MAX),
  storeIds: z.array(storeId).max(500),
  isAd: z.boolean(),
  /** words that are not to be varied or brought in, in this post's texts */
  vetoes: z.array(line(20).min(1)).max(VETOES_MAX).default([]),
  /** what of an image stays in view and what is never cut into or painted over */
  imageMarks: z
    .array(z.strictObject({ imageId, focus: rect.nullable(), keepOut: z.array(rect).max(KEEP_OUT_MAX) }))
    .max(IMAGES_MAX + SECTIONS_MAX + 1)
    .default([]),
  /** may each rep show the images in an order of her own? The first stays the first. */
  orderFree: z.boolean().default(false),
  columnId: columnId.nullable().default(null),
  /** which worry of the reader it answers, and in which part the rep speaks */
  painPoint: line(60).default(''),
  persona: line(20).default(''),
  channels: z.array(z.enum(POST_CHANNELS)).max(POST_CHANNELS.length).default([]),
  regionIds: z.array(regionId).max(100).default([]),
  teamIds: z.array(teamId).max(100).default([]),
  kinds: z.array(z.enum(REP_KINDS)).max(REP_KINDS.length).default([]),
  tones: z.array(tone).max(3).default([]),
  labels: z.array(line(12).min(1)).max(20).default([]),
  /** whom of a rep's contacts it suits */
  circleIds: z.array(circleId).max(CIRCLES_MAX).default([]),
  /** days of rest before it may come again; null: it comes once */
  coolDays: z.int().min(1).max(365).nullable().default(null),
  expiresAt: instant.nullable().default(null),
  /** images on which a child can be made out, and where the guardian's consent is kept ('' : not yet) */
  minors: z
    .array(z.strictObject({ imageId, proof: line(60) }))
    .max(IMAGES_MAX + SECTIONS_MAX + 1)
    .default([]),
  /** asked at the end of the article; customers may answer it */
  pollId: pollId.nullable().default(null),
})
export type Draft = z.input<typeof draft>

const state = z.enum(POST_STATES)

/** Which risks whoever sends it out or hands it in answers for, by id, and why they may stand; kept as proof. */
export const signature = {
  signed: z.array(z.string().max(60)).max(100).default([]),
  reason: line(200).default(''),
}

/** How far the second pair of eyes has come with this version. publishAt: the wish; notes: why it was returned. */
export const shownReview = z.strictObject({
  state: z.enum(REVIEW_STATES),
  byName: z.string(),
  at: z.number(),
  publishAt: z.number().nullable(),
  signed: z.array(z.string()),
  reason: z.string(),
  decidedByName: z.string(),
  decidedAt: z.number().nullable(),
  notes: z.string(),
})
export type ShownReview = z.output<typeof shownReview>

export const shownPost = z.strictObject({
  postId: z.string(),
  version,
  state,
  plannedAt: z.number().nullable(), // its place in the calendar
  draft,
  images: z.array(shownImage), // every image the draft names, cover and sections too
  updatedAt: z.number(),
  publishAt: z.number().nullable(),
  publishedAt: z.number().nullable(),
  recallReason: z.string(),
  /** made of what somebody offered; takenBackAt: she took it back, and nothing of hers may go out again */
  offered: z
    .strictObject({ submissionId: z.string(), credit: z.string(), takenBackAt: z.number().nullable() })
    .optional(),
  poll: endPoll.optional(), // the one the draft names
  review: shownReview.nullable(),
  counts: z.strictObject({ dealt: z.int(), saved: z.int(), posted: z.int() }),
})
export type ShownPost = z.output<typeof shownPost>

export const seeEditor = action(
  'desk',
  nothing,
  z.strictObject({ memberId: z.string(), name: z.string(), role: z.enum(ROLES) }),
)

export const listStores = action(
  'editor',
  nothing,
  z.strictObject({
    stores: z.array(z.strictObject({ storeId: z.string(), name: z.string(), company: z.string(), reps: z.int() })),
  }),
)

export const listPosts = action(
  'editor',
  z.strictObject({ cursor: cursor.optional() }),
  z.strictObject({
    posts: z.array(
      z.strictObject({
        postId: z.string(),
        version,
        state,
        title: z.string(),
        text: z.string(),
        column: z.string(),
        thumbUrl: z.string().nullable(),
        updatedAt: z.number(),
        publishAt: z.number().nullable(),
        publishedAt: z.number().nullable(),
        review: z.enum(REVIEW_STATES).nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
)

export const seePost = action('editor', z.strictObject({ postId }), shownPost)

/** baseVersion: the version the editor started from, 0 for a new post; another's save in between is a conflict. */
export const savePost = action('editor', z.strictObject({ postId, baseVersion: z.int().min(0), draft }), shownPost)

export const publishPost = action(
  'editor',
  z.strictObject({
    postId,
    version,
    publishAt: instant.nullable(),
    ...signature,
  }),
  shownPost,
)

const dealtText = z.strictObject({ tone, text: z.string() })
const adFinding = z.strictObject({
  id: z.string(),
  class: z.string(),
  severity: z.enum(['block', 'sign', 'hint']),
  word: z.string(),
  at: z.number(), // UTF-16 offset in its field
  field: z.enum(['text', 'firstComment', 'article', 'wording']),
  instead: z.array(z.string()),
  article: z.string(),
})

/** What the reps of a post get: as dealt when it is out, as it would be dealt today while it is a draft. */
export const seePool = action(
  'editor',
  z.strictObject({ postId, version }),
  z.strictObject({
    reps: z.int(),
    needed: z.number(), // texts that each voice must hold for them
    spaces: z.array(z.strictObject({ tone, space: z.number() })),
    sample: z.array(dealtText), // up to 20, drawn at random
    alike: z.array(z.strictObject({ a: dealtText, b: dealtText, apart: z.number(), bits: z.int() })), // the 5 nearest pairs
    /** normalised edit distance of any two and of each to its nearest colleague; SimHash bits of the nearest two */
    apart: z.strictObject({ median: z.number(), nearest: z.number(), bits: z.int() }).nullable(),
    /** what varies, in reading order; options[0] is the author's */
    words: z.array(z.strictObject({ from: z.int(), options: z.array(z.string()), tones: z.array(tone) })),
    longest: dealtText.nullable(), // the text with the most lines
    findings: z.array(adFinding),
    approved: z.strictObject({ name: z.string(), at: z.number() }).nullable(),
  }),
)
export type SeenPool = z.output<typeof seePool.output>

/** Says that this version's texts were looked at and are fine. */
export const approvePool = action(
  'editor',
  z.strictObject({ postId, version }),
  z.strictObject({ name: z.string(), at: z.number() }),
)

export const recallPost = action('editor', z.strictObject({ postId, reason: line(100).min(1) }), shownPost)

/** Sums of readings: readers apart from staff, the sharers themselves and crawlers, which count for nothing else. */
const counted = z.strictObject({
  readings: z.int(),
  deep: z.int(),
  ms: z.number(),
  apart: z.strictObject({ staff: z.int(), sharer: z.int(), crawler: z.int() }),
})

/** How a post is read, section by section. `days`: how far back, today included. A section one or two read: 'few', 0 ms. */
export const seeHeat = action(
  'editor',
  z.strictObject({ postId, days: z.int().min(1).max(180) }),
  z.strictObject({
    asOf: z.number(),
    title: z.string(),
    counted,
    sections: z.array(
      z.strictObject({
        sectionId: z.string(),
        heading: z.string(),
        readings: z.union([z.int(), z.literal('few')]),
        ms: z.number(),
        expectedMs: z.number(), // how long this section takes to read
      }),
    ),
  }),
)

/** What was read day by day, and what became of the posts that are out. */
export const seeAdoption = action(
  'editor',
  z.strictObject({ days: z.int().min(1).max(31) }),
  z.strictObject({
    asOf: z.number(),
    days: z.array(z.strictObject({ day: z.string(), counted })),
    posts: z.array(
      z.strictObject({
        postId: z.string(),
        title: z.string(),
        dealt: z.int(),
        saved: z.int(),
        posted: z.int(),
        counted,
      }),
    ),
  }),
)

/** Where to PUT the raw bytes, with which headers. */
export const prepareImage = action(
  'editor',
  z.strictObject({ imageId, bytes: z.int().min(1).max(IMAGE_BYTES_MAX) }),
  z.strictObject({ uploadUrl: z.string(), headers: z.record(z.string(), z.string()), fileId: z.string() }),
)

/** Checks what was uploaded by its content, re-encodes it without metadata and stores it with a thumbnail. */
export const intakeImage = action(
  'editor',
  z.strictObject({ imageId, fileId: z.string().max(300), kind: z.enum(['photo', 'poster']), alt: line(60) }),
  z.strictObject({
    image: shownImage,
    notes: z.array(z.enum(['first-frame-only', 'made-smaller', 'colours-converted'])),
  }),
)

/** Why no wordings came: expected, and no reason to stop writing. */
const whyNoWordings = z.enum(['ai-off', 'calls-used-up', 'nothing-to-reword', 'ai-slow', 'ai-failed', 'ai-unusable'])
export type WhyNoWordings = z.output<typeof whyNoWordings>

/**
 * Other wordings of the sentences of a draft, from a language model. [at, to) counts UTF-16 units of `text` as sent;
 * `left`: calls to the model left today. Kept ones enter the draft by `keepWordings` of shared/domain/variant/suggest.ts.
 */
export const suggestWordings = action(
  'editor',
  z.strictObject({ text: z.string().max(POST_TEXT_MAX), lockedWords }),
  z.strictObject({
    sentences: z.array(
      z.strictObject({ at: z.int(), to: z.int(), source: z.string(), suggestions: z.array(z.string()).min(1) }),
    ),
    left: z.int(),
    from: z.enum(['ai', 'none']),
    reason: whyNoWordings.optional(),
  }),
)
