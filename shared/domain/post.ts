// What HQ publishes, and when a post may change state.
import { missingLockedWords } from './draft'
import type {
  CircleId,
  ColumnId,
  ImageId,
  MemberId,
  PostId,
  RegionId,
  SectionId,
  StoreId,
  SubmissionId,
  TeamId,
} from './ids'
import { ARTICLE_MAX } from './limits'
import type { RepKind } from './member'
import type { EndPoll } from './poll'
import type { Form } from './reader'
import type { ImageKind, Rect } from './recipe'
import type { Review } from './review'
import type { Tone } from './variant/tone'

/** expired: over by itself, at its `expiresAt`; like a recalled one it may be written anew. */
export const POST_STATES = ['draft', 'scheduled', 'live', 'recalled', 'expired'] as const
export type PostState = (typeof POST_STATES)[number]

/** An image after intake: re-encoded JPEG and thumbnail in storage, sizes in pixels. */
export type PostImage = {
  imageId: ImageId
  fileId: string
  thumbFileId: string
  width: number
  height: number
  kind: ImageKind
  alt: string
  /** What it is about: stays in view however it is cut. */
  focus?: Rect | null
  /** Prices, codes, faces: never cut into, never painted over. */
  keepOut?: Rect[]
  /** A child can be made out, and this is where the guardian's written consent is kept. null: no child on it. */
  minor?: { proof: string } | null
}
/** form: how it speaks (道理 · 成绩 · 科学), where the editor says so. */
export type Section = {
  id: SectionId
  heading: string
  paragraphs: string[]
  image: PostImage | null
  form: Form | null
}
export type Article = { title: string; cover: PostImage | null; sections: Section[] }
/** Within a list any of them, across lists all of them; an empty or missing list asks for nothing. */
export type Audience = {
  storeIds: StoreId[]
  regionIds?: RegionId[] // with everything below them
  teamIds?: TeamId[]
  kinds?: RepKind[]
  tones?: Tone[] // her persona
  labels?: string[]
  circleIds?: CircleId[] // whom of a rep's contacts it suits (适合发给); keeps it from no rep
}
/** Where it is meant to be used. */
export const POST_CHANNELS = ['moments', 'chat', 'group', 'article'] as const
export type PostChannel = (typeof POST_CHANNELS)[number]

/** restoredFrom: the earlier version that it brought back. */
export type Saved = { by: MemberId; byName: string; at: number; restoredFrom: number | null }

/** Whose offer it was made of, for as long as she lets it stand. credit: as she wants to be named, '' not by name. */
export type FromOffer = { submissionId: SubmissionId; credit: string; takenBackAt: number | null }

export type Post = {
  _id: PostId
  version: number // grows with every save; what was dealt belongs to one version
  state: PostState
  text: string
  lockedWords: string[]
  vetoes?: string[] // words kept out of the texts; posts from before there were any have none
  firstComment: string
  column: string
  images: PostImage[]
  orderFree?: boolean // each rep may show the images in an order of her own; the first stays the first
  article: Article
  topics: string[]
  audience: Audience
  isAd: boolean
  createdBy: MemberId
  updatedAt: number
  publishAt: number | null
  publishedAt: number | null
  recalledAt: number | null
  recallReason: string
  /** Who wrote this version, and when; posts from before versions were kept do not say. */
  saved?: Saved
  writers?: MemberId[] // everyone who saved it since it was last out
  withdrawnBy?: MemberId | null // who took it back last before anybody had decided
  /** Who looked at this version's texts and found them fine; saving again takes it back. */
  approved?: { by: MemberId; name: string; version: number; at: number } | null
  /** Who handed this version in, and what came of it; saving again ends it. */
  review?: Review | null
  columnId?: ColumnId | null
  painPoint?: string // which worry of the reader it answers
  persona?: string // in which part the rep speaks: 专家, 榜样 …
  channels?: PostChannel[]
  plannedAt?: number | null // its place in the calendar while it is not out
  moves?: number // how often it was moved there
  /** It may come again, so many days after the last time. */
  evergreen?: { coolDays: number } | null
  expiresAt?: number | null
  expiredReason?: string
  poll?: EndPoll | null // asked at the end of the article (大家怎么看)
  offered?: FromOffer | null // it was made of what somebody offered
}

const EXCERPT_LENGTH = 60

/** The first words of the article, for a card. */
export const excerptOf = (article: Pick<Article, 'sections'>): string => {
  const text = article.sections
    .flatMap((s) => s.paragraphs)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  const letters = Array.from(text)
  return letters.length > EXCERPT_LENGTH ? `${letters.slice(0, EXCERPT_LENGTH - 1).join('')}…` : text
}

/** Every image a post names, each once: Moments images, cover, sections. */
export const imagesOf = (post: Pick<Post, 'images' | 'article'>): PostImage[] => {
  const { cover, sections } = post.article
  const all = [...post.images, cover, ...sections.map((s) => s.image)].filter((image) => image !== null)
  return all.filter((image, i) => all.findIndex((other) => other.imageId === image.imageId) === i)
}

export type PostDecision = { ok: true } | { ok: false; reason: PostRefusal }
export type PostRefusal =
  | 'not-a-draft'
  | 'stale-version'
  | 'not-published'
  | 'text-missing'
  | 'title-missing'
  | 'article-too-long'
  | 'past-time'
  | 'ends-before'
  | 'locked-word-missing'

export const articleLength = (article: Pick<Article, 'title' | 'sections'>): number =>
  article.title.length +
  article.sections.reduce((sum, s) => sum + s.heading.length + s.paragraphs.reduce((n, p) => n + p.length, 0), 0)

/** What readers and reps do not have now may be written anew. */
export const mayRewrite = (state: PostState): boolean =>
  state === 'draft' || state === 'recalled' || state === 'expired'

/** May this post be saved over? Only drafts and recalled posts change, and only from the version the editor saw. */
export const maySavePost = (stored: Pick<Post, 'state' | 'version'> | null, baseVersion: number): PostDecision => {
  if ((stored?.version ?? 0) !== baseVersion) return { ok: false, reason: 'stale-version' }
  if (stored && !mayRewrite(stored.state)) return { ok: false, reason: 'not-a-draft' }
  return { ok: true }
}

/** May this post go out, now or at `publishAt`? The text's own rules are in variant/text-check. */
export const mayPublishPost = (
  post: Pick<Post, 'state' | 'version' | 'text' | 'lockedWords' | 'article' | 'expiresAt'>,
  request: { version: number; publishAt: number | null },
  now: number,
): PostDecision => {
  if (post.version !== request.version) return { ok: false, reason: 'stale-version' }
  if (post.state === 'live') return { ok: false, reason: 'not-a-draft' }
  if (!post.text.trim()) return { ok: false, reason: 'text-missing' }
  if (!post.article.title.trim()) return { ok: false, reason: 'title-missing' }
  if (articleLength(post.article) > ARTICLE_MAX) return { ok: false, reason: 'article-too-long' }
  if (missingLockedWords(post.text, post.lockedWords).length) return { ok: false, reason: 'locked-word-missing' }
  if (request.publishAt !== null && request.publishAt <= now) return { ok: false, reason: 'past-time' }
  if ((post.expiresAt ?? Infinity) <= (request.publishAt ?? now)) return { ok: false, reason: 'ends-before' }
  return { ok: true }
}

/** Has this very request been done already? Then a repeat is no conflict. */
export const isOutAsAsked = (
  post: Pick<Post, 'state' | 'version' | 'publishAt'>,
  request: { version: number; publishAt: number | null },
): boolean =>
  post.version === request.version &&
  (request.publishAt === null
    ? post.state === 'live'
    : post.state === 'scheduled' && post.publishAt === request.publishAt)

/** What publishing changes: live at once, or waiting for its time; no longer recalled if it was. */
export const publishAs = (publishAt: number | null, now: number) => {
  const again = { updatedAt: now, recalledAt: null, recallReason: '', plannedAt: null }
  return publishAt === null
    ? { state: 'live' as const, publishAt: null, publishedAt: now, ...again }
    : { state: 'scheduled' as const, publishAt, publishedAt: null, ...again }
}

export const mayRecallPost = (post: Pick<Post, 'state'>): PostDecision =>
  post.state === 'live' || post.state === 'scheduled' ? { ok: true } : { ok: false, reason: 'not-published' }
