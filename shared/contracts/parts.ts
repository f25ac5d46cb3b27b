// Shapes that several contracts share.
import * as z from 'zod'
import type {
  ApiTokenId,
  CircleId,
  ColumnId,
  ContactId,
  ContactImportId,
  CostId,
  DealId,
  ExportId,
  GroupId,
  GroupPlanId,
  HomeId,
  ImageId,
  LinkEventId,
  MemberId,
  NoteId,
  OccasionId,
  PartnerId,
  PayoutId,
  PlaybookId,
  PollId,
  PostId,
  ProductId,
  PromiseId,
  ReadingId,
  ReferralId,
  RegionId,
  RosterId,
  SectionId,
  ShareToken,
  SignalRuleId,
  StoreId,
  SubmissionId,
  SupportId,
  TeamId,
  WebhookId,
} from '../domain/ids'
import { READING_ID_LENGTH, SHARE_TOKEN_LENGTH } from '../domain/ids'
import { CHANNELS } from '../domain/share'

/** How long before it was sent she said so; notes reach back a year. */
export const agoMs = z
  .int()
  .min(0)
  .max(400 * 86_400_000)

const plainId = z.string().regex(/^[0-9A-Za-z_-]{1,40}$/)
const as = <T extends string>(schema: z.ZodString) => schema.transform((id) => id as T)

export const postId = as<PostId>(plainId)
export const storeId = as<StoreId>(plainId)
export const memberId = as<MemberId>(plainId)
export const imageId = as<ImageId>(plainId)
export const sectionId = as<SectionId>(z.string().regex(/^[0-9A-Za-z_-]{1,20}$/))
export const contactId = as<ContactId>(plainId)
export const homeId = as<HomeId>(plainId)
export const noteId = as<NoteId>(plainId)
export const promiseId = as<PromiseId>(plainId)
export const occasionId = as<OccasionId>(plainId)
export const groupId = as<GroupId>(plainId)
export const groupPlanId = as<GroupPlanId>(plainId)
export const signalRuleId = as<SignalRuleId>(plainId)
export const playbookId = as<PlaybookId>(plainId)
export const regionId = as<RegionId>(plainId)
export const teamId = as<TeamId>(plainId)
export const columnId = as<ColumnId>(plainId)
export const rosterId = as<RosterId>(plainId)
export const webhookId = as<WebhookId>(plainId)
export const apiTokenId = as<ApiTokenId>(plainId)
export const exportId = as<ExportId>(plainId)
export const contactImportId = as<ContactImportId>(plainId)
export const circleId = as<CircleId>(plainId)
export const costId = as<CostId>(plainId)
export const dealId = as<DealId>(plainId)
export const partnerId = as<PartnerId>(plainId)
export const payoutId = as<PayoutId>(plainId)
export const pollId = as<PollId>(plainId)
export const productId = as<ProductId>(plainId)
export const referralId = as<ReferralId>(plainId)
export const submissionId = as<SubmissionId>(plainId)
export const supportId = as<SupportId>(plainId)
export const linkEventId = as<LinkEventId>(plainId)
export const shareToken = as<ShareToken>(z.string().regex(new RegExp(`^[0-9A-Za-z]{${SHARE_TOKEN_LENGTH}}$`)))
export const readingId = as<ReadingId>(z.string().regex(new RegExp(`^[0-9A-Za-z]{${READING_ID_LENGTH}}$`)))

/** Milliseconds since 1970; 1 January 2020 to 1 January 2100. */
export const instant = z.int().min(1_577_836_800_000).max(4_102_444_800_000)
/** '2026-11-21', a day that exists. */
export const day = z.iso.date()
export const spanMs = z.int().min(0).max(86_400_000)
export const version = z.int().min(1).max(1_000_000)
export const scene = z.int().min(0).max(9_999)
export const channel = z.enum(CHANNELS)
export const tone = z.enum(['warm', 'expert', 'lively'])
export const cursor = z.string().max(120)
export const nothing = z.strictObject({})

/** A part of an image, in thousandths of its width and height. */
export const rect = z
  .strictObject({
    x: z.int().min(0).max(999),
    y: z.int().min(0).max(999),
    w: z.int().min(1).max(1000),
    h: z.int().min(1).max(1000),
  })
  .refine(({ x, y, w, h }) => x + w <= 1000 && y + h <= 1000, { error: 'outside-the-image' })

/** A file to fetch: by its id in the mini program, by its signed URL elsewhere. */
export const cloudFile = z.strictObject({ fileId: z.string(), url: z.string() })

/** What an article asks at its end, as it was when that was saved. */
export const endPoll = z.strictObject({ pollId: z.string(), question: z.string(), closesAt: z.number() })

/** An image as a screen shows it: URLs are signed and expire. */
export const shownImage = z.strictObject({
  imageId: z.string(),
  fileId: z.string(),
  url: z.string(),
  thumbUrl: z.string(),
  width: z.int(),
  height: z.int(),
  kind: z.enum(['photo', 'poster']),
  alt: z.string(),
  focus: rect.nullable().optional(), // what it is about: stays in view however it is cut
  keepOut: z.array(rect).optional(), // prices, codes, faces: never cut into, never painted over
})
export type ShownImage = z.output<typeof shownImage>

/**
 * A tag that earned itself. strength 0 to 1 as of now; the evidence says why: so many posts, so long, last when. form: a
 * way of writing she stays with (道理 · 成绩 · 科学) rather than a subject.
 */
export const shownTag = z.strictObject({
  tag: z.string(),
  kind: z.enum(['topic', 'form']),
  strength: z.number().min(0).max(1),
  rising: z.boolean(),
  posts: z.int(),
  readings: z.int(),
  ms: z.number(),
  lastAt: z.number(),
  fadesMs: z.number(), // its half-life
})
export type ShownTag = z.output<typeof shownTag>
