// What HQ publishes, and when a post may change state.
import { missingLockedWords } from './draft'
import type { ImageId, MemberId, PostId, SectionId, StoreId } from './ids'
import { ARTICLE_MAX } from './limits'
import type { Form } from './reader'
import type { ImageKind, Rect } from './recipe'

export type PostState = 'draft' | 'scheduled' | 'live' | 'recalled'

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
export type Audience = { storeIds: StoreId[] } // empty: every store

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
  /** Who looked at this version's texts and found them fine; saving again takes it back. */
  approved?: { by: MemberId; name: string; version: number; at: number } | null
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
  | 'locked-word-missing'

export const articleLength = (article: Pick<Article, 'title' | 'sections'>): number =>
  article.title.length +
  article.sections.reduce((sum, s) => sum + s.heading.length + s.paragraphs.reduce((n, p) => n + p.length, 0), 0)

/** May this post be saved over? Only drafts and recalled posts change, and only from the version the editor saw. */
export const maySavePost = (stored: Pick<Post, 'state' | 'version'> | null, baseVersion: number): PostDecision => {
  if ((stored?.version ?? 0) !== baseVersion) return { ok: false, reason: 'stale-version' }
  if (stored && stored.state !== 'draft' && stored.state !== 'recalled') return { ok: false, reason: 'not-a-draft' }
  return { ok: true }
}

/** May this post go out, now or at `publishAt`? The text's own rules are in variant/text-check. */
export const mayPublishPost = (
  post: Pick<Post, 'state' | 'version' | 'text' | 'lockedWords' | 'article'>,
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
  const again = { updatedAt: now, recalledAt: null, recallReason: '' }
  return publishAt === null
    ? { state: 'live' as const, publishAt: null, publishedAt: now, ...again }
    : { state: 'scheduled' as const, publishAt, publishedAt: null, ...again }
}

export const mayRecallPost = (post: Pick<Post, 'state'>): PostDecision =>
  post.state === 'live' || post.state === 'scheduled' ? { ok: true } : { ok: false, reason: 'not-published' }

/** Is this post for a rep of that store? */
export const isForStore = (post: Pick<Post, 'audience'>, storeId: StoreId | null): boolean =>
  post.audience.storeIds.length === 0 || (storeId !== null && post.audience.storeIds.includes(storeId))
