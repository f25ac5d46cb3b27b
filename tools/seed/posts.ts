// Seeds what HQ published: images through intake, posts through save and publish, as the editor would.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { articleLength } from '@shared/domain/post'
import type { DemoPost } from '../demo/posts.data'
import { demoPosts } from '../demo/posts.data'
import type { Admin } from './admin'
import { columnIdOf } from './columns'
import type { As, Door } from './door'
import { sendOut } from './send-out'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** What comes again rests as long. */
const EVERGREEN_DAYS = 5
/** Posts appeared over the last two weeks; the newest three today. */
const daysAgo = (at: number): number => Math.max(0, demoPosts.length - 3 - at) * 1.5

const upload = async (door: Door, editor: As, file: string, alt: string, kind: 'photo' | 'poster'): Promise<string> => {
  const imageId = path.parse(file).name
  const bytes = readFileSync(path.join('assets/demo', file))
  const place = await door.call('render', 'image.prepare', { imageId, bytes: bytes.length }, editor)
  const put = await fetch(place.uploadUrl, { method: 'PUT', headers: place.headers, body: new Uint8Array(bytes) })
  if (!put.ok) throw new Error(`upload of ${file} answered ${put.status}`)
  await door.call('render', 'image.intake', { imageId, fileId: place.fileId, kind, alt }, editor)
  return imageId
}

/** Each picture once, wherever the post shows it. */
const uploadAll = async (door: Door, editor: As, post: DemoPost): Promise<Map<string, string>> => {
  const pictures = [
    ...post.images,
    ...post.article.sections.flatMap((section) =>
      section.image ? [{ ...section.image, kind: 'photo' as const }] : [],
    ),
    { file: post.article.cover, alt: post.article.title, kind: 'photo' as const },
  ]
  const ids = new Map<string, string>()
  for (const picture of pictures)
    if (!ids.has(picture.file))
      ids.set(picture.file, await upload(door, editor, picture.file, picture.alt, picture.kind))
  return ids
}

const draftOf = (post: DemoPost, imageOf: (file: string) => string) => ({
  text: post.text,
  lockedWords: post.lockedWords,
  firstComment: post.firstComment,
  column: post.column,
  columnId: columnIdOf(post.column),
  imageIds: post.images.map((image) => imageOf(image.file)),
  article: {
    title: post.article.title,
    coverId: imageOf(post.article.cover),
    sections: post.article.sections.map((section) => ({
      id: section.id,
      heading: section.heading,
      paragraphs: section.paragraphs,
      imageId: section.image ? imageOf(section.image.file) : null,
      form: section.form,
    })),
  },
  topics: post.topics,
  storeIds: [],
  isAd: true, // each of them names goods and how to get them
  coolDays: post.evergreen ? EVERGREEN_DAYS : null,
  vetoes: [],
  imageMarks: post.images.flatMap(({ file, focus }) => (focus ? [{ imageId: imageOf(file), focus, keepOut: [] }] : [])),
  orderFree: post.orderFree ?? false,
})

export type SeededPost = { postId: string; version: number; publishedAt: number; post: DemoPost; characters: number }

export const seedPosts = async (
  door: Door,
  admin: Admin,
  by: { editor: As; approver: As },
  now: number,
): Promise<SeededPost[]> => {
  const { editor } = by
  const seeded: SeededPost[] = []
  for (const [at, post] of demoPosts.entries()) {
    const ids = await uploadAll(door, editor, post)
    const imageOf = (file: string): string => ids.get(file) ?? ''
    const saved = await door.call(
      'hq',
      'post.save',
      { postId: post.id, baseVersion: 0, draft: draftOf(post, imageOf) },
      editor,
    )
    await sendOut(door, saved, by)
    const publishedAt = now - daysAgo(at) * DAY_MS - (1 + (at % 3)) * HOUR_MS
    await admin.update('posts', post.id, { publishedAt, updatedAt: publishedAt })
    const article = { title: post.article.title, sections: post.article.sections.map((s) => ({ ...s, image: null })) }
    seeded.push({
      postId: post.id,
      version: saved.version,
      publishedAt,
      post,
      characters: articleLength(article as never),
    })
  }
  return seeded
}
