// The customer's side: read a post, report the reading, share it on.
import * as z from 'zod'
import { REPORT_READINGS_MAX, SECTIONS_MAX } from '../domain/limits'
import { action } from './action'
import {
  channel,
  instant,
  nothing,
  postId,
  readingId,
  scene,
  sectionId,
  shareToken,
  shownImage,
  spanMs,
  version,
} from './parts'

export const sender = z.strictObject({
  repId: z.string(),
  repName: z.string(),
  storeName: z.string(),
  company: z.string(),
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
})
export type ShownArticle = z.output<typeof shownArticle>
export type Sender = z.output<typeof sender>

/** consent: 'given' is in force · 'none' may be asked · 'not-asked' no rep to consent to, or the caller is staff. */
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
    policyVersion: z.string(),
  }),
)

const readingReport = z.strictObject({
  readingId,
  postId,
  version,
  token: shareToken.nullable(),
  scene,
  seq: z.int().min(1).max(1_000_000),
  openedAt: instant,
  lastAt: instant,
  sections: z
    .record(sectionId, spanMs)
    .refine((sections) => Object.keys(sections).length <= SECTIONS_MAX, { error: 'too-many-sections' }),
  depth: z.number().min(0).max(1),
})

/** `accepted` are stored or already were; what is not accepted will never be (unknown post or share) and may be dropped. */
export const reportReading = action(
  'anyone',
  z.strictObject({ sentAt: instant, readings: z.array(readingReport).min(1).max(REPORT_READINGS_MAX) }),
  z.strictObject({ accepted: z.array(z.string()), nextBeatMs: z.int() }),
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
      .array(z.enum(['reading']))
      .min(1)
      .max(1),
    scene,
    readingIds: z.array(readingId).max(100),
  }),
  z.strictObject({ givenAt: z.number(), claimed: z.int() }),
)

export const seePrivacy = action(
  'person',
  nothing,
  z.strictObject({
    retentionDays: z.int(),
    consents: z.array(
      z.strictObject({
        repId: z.string(),
        repName: z.string(),
        storeName: z.string(),
        company: z.string(),
        givenAt: z.number(),
        policyVersion: z.string(),
      }),
    ),
    readings: z.array(
      z.strictObject({
        readingId: z.string(),
        title: z.string(),
        lastAt: z.number(),
        totalMs: z.number(),
        sections: z.array(z.strictObject({ heading: z.string(), ms: z.number() })),
      }),
    ),
  }),
)

/** Withdraw: nothing more is stored under her, and the rep no longer sees what was. */
export const withdrawConsent = action('person', nothing, z.strictObject({ withdrawn: z.int() }))

/** Erase: withdraw, and the readings themselves go too, with those her phone still remembers. */
export const erasePrivacy = action(
  'person',
  z.strictObject({ readingIds: z.array(readingId).max(100) }),
  z.strictObject({ erased: z.int() }),
)
