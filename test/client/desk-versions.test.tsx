// Can an editor see what a post said before, what changed, and bring it back?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { formOf } from '../../client/features/post/draft-form'
import { rememberDraft } from '../../client/features/post/local-draft'
import { compareForms, compareTexts, isNothing } from '../../client/pkgs/desk/_parts/compare-forms'
import type { Output } from '../../shared/contracts'
import { resetTaro } from '../support/client-taro'
import { shownPost, stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, refuse, resetCloud } from '../support/reader-phone'

const now = shownPost()
const before = { ...now.draft, text: '从前的文案，现在只要¥269。', topics: ['护肤', '旧话题'] }
type Row = Output<'hq', 'version.list'>['versions'][number]
const row = (version: number, change: Partial<Row> = {}): Row => ({
  ...{ version, byName: '陈编辑', at: 1_795_000_000_000, changes: [], out: false, restoredFrom: null },
  saves: [{ version, at: 1_795_000_000_000 }],
  ...change,
})

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑' }))
  answer('store.list', () => ({ stores }))
  answer('post.list', () => ({ posts: [], next: null }))
  answer('post.see', () => now)
  answer('presence.keep', () => ({ others: [], stored: null }))
  answer('topic.suggest', () => ({ topics: [], painPoints: [], personas: [] }))
  answer('version.list', () => ({
    versions: [
      row(3, { byName: '孙编辑', changes: ['text', 'topics'] }),
      row(2, { out: true, saves: [2, 1].map((version) => ({ version, at: 1_795_000_000_000 })) }),
    ],
    next: null,
  }))
  answer('version.see', ({ version }) => ({ version, byName: '陈编辑', at: 1, draft: before, images: [] }))
})

test('versions are told by who, when and what changed, and the one before is compared with now', async () => {
  openDesk('?post=post1&view=versions')
  expect(await screen.findByText('文案、话题')).toBeTruthy()
  expect(screen.getByText('孙编辑')).toBeTruthy()
  expect(screen.getByText('现在这版')).toBeTruthy()
  expect(screen.getByText('发出去过')).toBeTruthy()
  const compared = await screen.findByLabelText('这一版的差别')
  await waitFor(() => expect(compared.querySelector('del')?.textContent).toContain('从前'))
  expect([...compared.querySelectorAll('ins')].map(({ textContent }) => textContent).join('')).toContain('澜肌')
  expect(compared.textContent).toContain('旧话题')
  expect(callsOf('version.see')[0]?.payload).toEqual({ postId: 'post1', version: 2 })
})

test('bringing one back stores what is typed first, and the form says what it said', async () => {
  answer('post.save', ({ baseVersion, draft }) =>
    shownPost({ version: Number(baseVersion) + 1, draft: draft as never }),
  )
  answer('version.restore', ({ baseVersion }) => shownPost({ version: Number(baseVersion) + 1, draft: before }))
  openDesk('?post=post1')
  fireEvent.change(await screen.findByLabelText('首条评论'), { target: { value: '还没存的' } })
  fireEvent.click(screen.getByText('历史版本'))
  fireEvent.click(await screen.findByText('用回这一版'))
  await act(async () => fireEvent.click(await screen.findByText('用回')))
  await waitFor(() => expect(callsOf('version.restore')).toHaveLength(1))
  expect(callsOf('post.save')[0]?.payload).toMatchObject({ baseVersion: 3, draft: { firstComment: '还没存的' } })
  expect(callsOf('version.restore')[0]?.payload).toEqual({ postId: 'post1', version: 2, baseVersion: 4 })
  await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('朋友圈文案').value).toBe(before.text))
})

test('where somebody stored first, bringing back asks what to do and loses nothing', async () => {
  refuse('version.restore', 'conflict')
  openDesk('?post=post1&view=versions')
  fireEvent.click(await screen.findByText('用回这一版'))
  await act(async () => fireEvent.click(await screen.findByText('用回')))
  expect(await screen.findByText('别人先存了这条内容')).toBeTruthy()
})

test('what never reached the cloud is found again on the list, a new post too', async () => {
  const form = { ...formOf(now.draft), title: '没信号时写的' }
  rememberDraft({ postId: 'never-stored', baseVersion: 0, form, images: [], at: Date.now() })
  openDesk()
  expect(await screen.findByText(/“没信号时写的”有改动没存上/)).toBeTruthy()
  fireEvent.click(screen.getByText('接着写'))
  expect((await screen.findByLabelText<HTMLInputElement>('长文标题')).value).toBe('没信号时写的')
  expect(window.location.hash).toContain('post=never-stored')
})

test('texts are compared by words, and give both texts back', () => {
  const pieces = compareTexts('换季皮肤干，先补水。', '换季皮肤油，先补水再防晒。')
  const of = (kind: string) =>
    pieces
      .filter((piece) => piece.kind === 'same' || piece.kind === kind)
      .map(({ text }) => text)
      .join('')
  expect(of('removed')).toBe('换季皮肤干，先补水。')
  expect(of('added')).toBe('换季皮肤油，先补水再防晒。')
  expect(pieces.filter(({ kind }) => kind === 'same').length).toBeGreaterThan(1)
})

test('sections are told apart: new, gone, moved, changed; pictures by what came and went', () => {
  const form = { ...formOf(now.draft), imageIds: ['a', 'b'] }
  const [first] = form.sections
  if (!first) throw new Error('the demo post has a section')
  const second = { ...first, id: 's2', heading: '第二步' }
  const was = { ...form, sections: [first, second] }
  const third = { ...first, id: 's3' }
  const is = { ...form, imageIds: ['c', 'b'], sections: [second, { ...first, body: '改过。' }, third] }
  const { sections, images } = compareForms(was, is)
  expect(sections.map(({ id, kind, n }) => [id, kind, n])).toEqual([
    ['s2', 'moved', 1],
    ['s1', 'changed', 2],
    ['s3', 'added', 3],
  ])
  expect(compareForms(is, was).sections.map(({ kind }) => kind)).toContain('removed')
  expect(images).toEqual({ added: ['c'], removed: ['a'], moved: false })
  expect(isNothing(compareForms(was, was))).toBe(true)
})
