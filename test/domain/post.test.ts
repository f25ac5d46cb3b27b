// When may a post change, go out and be taken back?
import type { ImageId, SectionId } from '../../shared/domain/ids'
import {
  articleLength,
  excerptOf,
  imagesOf,
  isOutAsAsked,
  mayPublishPost,
  mayRecallPost,
  maySavePost,
  type PostImage,
  type PostState,
  publishAs,
} from '../../shared/domain/post'

const now = 1_800_000_000_000
const section = (id: string, ...paragraphs: string[]) => ({
  id: id as SectionId,
  heading: 'H',
  paragraphs,
  image: null,
  form: null,
})
const post = (change: object = {}) => ({
  state: 'draft' as PostState,
  version: 3,
  text: '清单在此',
  lockedWords: ['清单'],
  article: { title: '题', cover: null, sections: [section('s1', '一段话')] },
  ...change,
})
const answer = (decision: { ok: boolean; reason?: string }) => (decision.ok ? 'yes' : decision.reason)

test.each<[string, { state: PostState; version: number } | null, number, string]>([
  ['a new post', null, 0, 'yes'],
  ['a new post from a version that never was', null, 1, 'stale-version'],
  ['a draft from what was seen', { state: 'draft', version: 3 }, 3, 'yes'],
  ['a draft someone else saved since', { state: 'draft', version: 4 }, 3, 'stale-version'],
  ['a new post whose id is taken', { state: 'draft', version: 1 }, 0, 'stale-version'],
  ['what was recalled', { state: 'recalled', version: 3 }, 3, 'yes'],
  ['what is live', { state: 'live', version: 3 }, 3, 'not-a-draft'],
  ['what is scheduled', { state: 'scheduled', version: 3 }, 3, 'not-a-draft'],
])('saving %s', (_, stored, base, expected) => {
  expect(answer(maySavePost(stored, base))).toBe(expected)
})

test.each<[string, object, object, string]>([
  ['complete', {}, {}, 'yes'],
  ['recalled and complete', { state: 'recalled' }, {}, 'yes'],
  ['scheduled, now after all', { state: 'scheduled' }, {}, 'yes'],
  ['already live', { state: 'live' }, {}, 'not-a-draft'],
  ['another version', {}, { version: 2 }, 'stale-version'],
  ['no text', { text: ' \n' }, {}, 'text-missing'],
  ['no title', { article: { title: '', cover: null, sections: [] } }, {}, 'title-missing'],
  [
    'too long',
    { article: { title: '题', cover: null, sections: [section('a', '长'.repeat(20_000))] } },
    {},
    'article-too-long',
  ],
  ['a locked word that is not there', { lockedWords: ['买赠'] }, {}, 'locked-word-missing'],
  ['later', {}, { publishAt: now + 1 }, 'yes'],
  ['this very instant, as a time', {}, { publishAt: now }, 'past-time'],
  ['over already', { expiresAt: now }, {}, 'ends-before'],
  ['over before it comes', { expiresAt: now + 5 }, { publishAt: now + 5 }, 'ends-before'],
  ['over after it came', { expiresAt: now + 6 }, { publishAt: now + 5 }, 'yes'],
])('publishing: %s', (_, change, request, expected) => {
  expect(answer(mayPublishPost(post(change), { version: 3, publishAt: null, ...request }, now))).toBe(expected)
})

test.each<[PostState, string]>([
  ['live', 'yes'],
  ['scheduled', 'yes'],
  ['draft', 'not-published'],
  ['recalled', 'not-published'],
])('recalling what is %s', (state, expected) => {
  expect(answer(mayRecallPost({ state }))).toBe(expected)
})

test('publishing now or later, and knowing that it has been done', () => {
  const live = publishAs(null, now)
  const again = { updatedAt: now, recalledAt: null, recallReason: '', plannedAt: null }
  expect(live).toEqual({ state: 'live', publishAt: null, publishedAt: now, ...again })
  const later = publishAs(now + 5, now)
  expect(later).toEqual({ state: 'scheduled', publishAt: now + 5, publishedAt: null, ...again })
  expect(isOutAsAsked({ version: 3, ...live }, { version: 3, publishAt: null })).toBe(true)
  expect(isOutAsAsked({ version: 3, ...later }, { version: 3, publishAt: now + 5 })).toBe(true)
  expect(isOutAsAsked({ version: 3, ...later }, { version: 3, publishAt: now + 6 })).toBe(false)
  expect(isOutAsAsked({ version: 3, ...later }, { version: 3, publishAt: null })).toBe(false)
  expect(isOutAsAsked({ version: 4, ...live }, { version: 3, publishAt: null })).toBe(false)
})

test('the length of an article counts title, headings and paragraphs', () => {
  expect(articleLength({ title: '四个字题', sections: [section('a', '一二', '三'), section('b')] })).toBe(4 + 1 + 3 + 1)
})

test('an excerpt is the first words, in one line, cut between characters', () => {
  expect(excerptOf({ sections: [section('a', ' 第一段。\n', '第二段。')] })).toBe('第一段。 第二段。')
  const long = excerptOf({ sections: [section('a', '😀'.repeat(80))] })
  expect(Array.from(long)).toHaveLength(60)
  expect(long.endsWith('😀…')).toBe(true)
  expect(excerptOf({ sections: [] })).toBe('')
})

test('every image once', () => {
  const image = (id: string) => ({ imageId: id as ImageId }) as PostImage
  const article = { title: '', cover: image('a'), sections: [{ ...section('s'), image: image('c') }, section('t')] }
  expect(imagesOf({ images: [image('a'), image('b')], article }).map(({ imageId }) => imageId)).toEqual(['a', 'b', 'c'])
})
