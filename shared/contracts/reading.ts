// The customer's side: read a post, report the reading, share it on.
import * as z from 'zod'
import { PURPOSES } from '../domain/consent'
import { REMARK_MAX, REPORT_AGE_MAX_MS, REPORT_READINGS_MAX, SECTIONS_MAX, TAG_MAX } from '../domain/limits'
import { action } from './action'
import { shownHandover } from './handover'
import {
  channel,
  endPoll,
  memberId,
  nothing,
  postId,
  readingId,
  scene,
  sectionId,
  shareToken,
  shownImage,
  shownTag,
  spanMs,
  version,
} from './parts'

export const sender = z.strictObject({
  repId: z.string(),
  repName: z.string(),
  storeName: z.string(),
  company: z.string(),
  brand: z.string(),
  franchise: z.boolean(), // the store is a firm of its own: a second consent
})

const shownArticle = z.strictObject({
  postId: z.string(),
  version,
  title: z.string(),
  cover: shownImage.nullable(),
  sections: z.array(
    z.strictObject({
      id: z.string(),
      heading: z.string(),
      paragraphs: z.array(z.string()),
      image: shownImage.nullable(),
    }),
  ),
  publishedAt: z.number(),
  isAd: z.boolean(),
  credit: z.string().optional(), // whom to thank for photo and words, as she wants to be named; '' nobody by name
})
export type ShownArticle = z.output<typeof shownArticle>
export type Sender = z.output<typeof sender>

/**
 * consent: 'given' is in force · 'none' may be asked · 'not-asked' no rep to consent to, or the caller is staff. A sender
 * without a name is a store whose rep has left.
 */
export const readPost = action(
  'anyone',
  z
    .strictObject({ postId: postId.optional(), token: shareToken.optional() })
    .refine((input) => input.postId !== undefined || input.token !== undefined, { error: 'post-or-token' }),
  z.strictObject({
    article: shownArticle,
    token: z.string().nullable(),
    sender: sender.nullable(),
    consent: z.enum(['given', 'none', 'not-asked']),
    spreadOn: z.boolean().optional(), // where consent is given: may the rep know what her passing-on brings?
    policyVersion: z.string(),
    /** the column it stands in; without one it is not there */
    column: z.strictObject({ columnId: z.string(), name: z.string() }).optional(),
    poll: endPoll.optional(), // asked at the end of the article, while it is open
    handover: shownHandover.nullable(), // her adviser left, and she may be told and asked now
  }),
)

const perSection = <T extends z.ZodType>(each: T) =>
  z
    .record(sectionId, each)
    .refine((sections) => Object.keys(sections).length <= SECTIONS_MAX, { error: 'too-many-sections' })

const readingReport = z
  .strictObject({
    readingId,
    token: shareToken.optional(),
    postId: postId.optional(),
    version,
    scene,
    chatType: z.int().min(0).max(99).optional(),
    by: z.enum(['sharer', 'crawler']).optional(),
    seq: z.int().min(1).max(1_000_000),
    agoMs: z.int().min(0).max(REPORT_AGE_MAX_MS),
    spanMs,
    sections: perSection(spanMs),
    images: perSection(spanMs).optional(),
    again: perSection(z.int().min(0).max(10_000)).optional(),
    depth: z.number().min(0).max(1),
  })
  .refine((report) => report.token !== undefined || report.postId !== undefined, { error: 'post-or-token' })

/**
 * `accepted` are stored or already were; `later` cannot be taken this moment and are to be sent again; what is in neither
 * will never be taken (unknown post or share) and may be dropped.
 */
export const reportReading = action(
  'anyone',
  z.strictObject({ readings: z.array(readingReport).min(1).max(REPORT_READINGS_MAX) }),
  z.strictObject({ accepted: z.array(z.string()), later: z.array(z.string()), nextBeatMs: z.int() }),
)

export const recordReaderShare = action(
  'anyone',
  z.strictObject({ token: shareToken, parentToken: shareToken, channel }),
  z.strictObject({ token: z.string(), depth: z.int() }),
)

export const giveConsent = action(
  'person',
  z.strictObject({
    token: shareToken,
    policyVersion: z.string().max(20),
    purposes: z
      .array(z.enum(PURPOSES))
      .refine((them) => them.includes('reading') && new Set(them).size === them.length, { error: 'bad-request' }),
    scene,
    readingIds: z.array(readingId).max(100),
  }),
  z.strictObject({ givenAt: z.number(), claimed: z.int() }),
)

/** Everything that is stored about her, by whom it may be seen. */
export const seePrivacy = action(
  'person',
  nothing,
  z.strictObject({
    retentionDays: z.int(),
    partner: z.boolean(), // she is or was a partner, and has a page of her own for that
    offers: z.int().optional(), // what she offered to be published, on a page of its own
    consents: z.array(
      z.strictObject({
        repId: z.string(),
        repName: z.string(),
        storeName: z.string(),
        company: z.string(),
        brand: z.string(),
        franchise: z.boolean(),
        givenAt: z.number(),
        policyVersion: z.string(),
        tagsOn: z.boolean(),
        spreadOn: z.boolean(),
        passedOn: z.int(), // shares that are stored as hers
        selfName: z.string().nullable(),
        remark: z.string().nullable(), // what the rep calls her
        given: z.array(z.string()), // tags the rep gave her
        tags: z.array(shownTag),
        kept: z.strictObject({ notes: z.int(), promises: z.int(), occasions: z.int() }), // what the rep keeps of her
        handover: shownHandover.nullable(), // this rep has left, and what becomes of it waits for her
      }),
    ),
    readings: z.array(
      z.strictObject({
        readingId: z.string(),
        repId: z.string().nullable(),
        title: z.string(),
        lastAt: z.number(),
        totalMs: z.number(),
        sections: z.array(z.strictObject({ heading: z.string(), ms: z.number() })),
      }),
    ),
  }),
)

/** Lets interests be worked out for this rep, or not any more: then those that were are deleted. */
export const switchTags = action(
  'person',
  z.strictObject({ repId: memberId, on: z.boolean() }),
  z.strictObject({ tagsOn: z.boolean() }),
)

/** Lets this rep know what her passing-on brings from now on, or not any more: then nothing of it is hers. */
export const switchSpread = action(
  'person',
  z.strictObject({ repId: memberId, on: z.boolean() }),
  z.strictObject({ spreadOn: z.boolean() }),
)

/** One tag goes and does not come back. */
export const dropTag = action(
  'person',
  z.strictObject({ repId: memberId, tag: z.string().min(1).max(TAG_MAX) }),
  z.strictObject({ muted: z.array(z.string()) }),
)

/** How this rep may call her; null takes it back. */
export const introduce = action(
  'person',
  z.strictObject({ repId: memberId, name: z.string().trim().min(1).max(REMARK_MAX).nullable() }),
  z.strictObject({ selfName: z.string().nullable() }),
)

/** Withdraw: nothing more is stored under her, and the rep no longer sees what was. */
export const withdrawConsent = action('person', nothing, z.strictObject({ withdrawn: z.int() }))

/** Erase: withdraw, and the readings themselves go too, with those her phone still remembers. */
export const erasePrivacy = action(
  'person',
  z.strictObject({ readingIds: z.array(readingId).max(100) }),
  z.strictObject({ erased: z.int() }),
)
