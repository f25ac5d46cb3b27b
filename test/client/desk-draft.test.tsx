// Is anything typed at HQ's desk ever lost: on autosave, on conflict, on a reload?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { PropsWithChildren } from 'react'
import {
  draftOf,
  emptyForm,
  emptySection,
  formOf,
  replaceImage,
  sameDraft,
} from '../../client/features/post/draft-form'
import { recallDraft, rememberDraft } from '../../client/features/post/local-draft'
import { foldAt, reportText, sampleText } from '../../client/features/post/text-report'
import { AUTOSAVE_AFTER_MS, AUTOSAVE_AT_LEAST_MS, useDraft } from '../../client/features/post/use-draft'
import { placeImage } from '../../client/features/post/use-uploads'
import { measureFold } from '../../shared/domain/fold'
import { resetTaro } from '../support/client-taro'
import { shownPost } from '../support/desk-answers'
import { answer, callsOf, refuse, resetCloud } from '../support/reader-phone'

const client = new QueryClient()
const wrapper = ({ children }: PropsWithChildren) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
)

const openDraft = (post = shownPost()) => {
  const opened = { postId: post.postId, saved: formOf(post.draft), version: post.version, editable: true, images: [] }
  return renderHook(() => useDraft(opened), { wrapper })
}
/** Quiet for so long, and what that set off has come back. */
const wait = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.useFakeTimers()
  resetTaro()
  resetCloud()
  answer('post.save', ({ baseVersion, draft }) =>
    shownPost({ version: Number(baseVersion) + 1, draft: draft as never }),
  )
})
afterEach(() => jest.useRealTimers())

test('the form and the contract say the same', () => {
  const { draft } = shownPost()
  expect(draftOf(formOf(draft))).toEqual(draft)
  expect(formOf(draft).sections[0]?.body).toBe('第一段。\n\n第二段。')
  expect(sameDraft(formOf(draft), { ...formOf(draft), firstComment: '改' })).toBe(false)
  expect(
    sameDraft(emptyForm('s1'), {
      ...emptyForm('s1'),
      sections: [{ ...emptyForm('s1').sections[0], body: '\n' } as never],
    }),
  ).toBe(true)
})

test('how a section speaks survives the form, and a draft kept from before the choice says nothing', () => {
  const { draft } = shownPost()
  expect(formOf(draft).sections[0]?.form).toBe('reason')
  const [section] = formOf(draft).sections
  const { form: _, ...before } = section ?? emptySection('s1')
  expect(draftOf({ ...formOf(draft), sections: [before as never] }).article.sections[0]?.form).toBeNull()
})

const MARK = { imageId: 'a', focus: { x: 100, y: 100, w: 300, h: 300 }, keepOut: [] }

test('marks and a free order survive the form, count as changes, and go with their picture', () => {
  const draft = { ...shownPost().draft, imageIds: ['a'] as never, imageMarks: [MARK] as never, orderFree: true }
  const form = formOf(draft)
  expect(draftOf(form)).toEqual(draft)
  expect(sameDraft(form, { ...form, imageMarks: [] })).toBe(false)
  expect(sameDraft(form, { ...form, orderFree: false })).toBe(false)
  expect(sameDraft(form, { ...form, imageMarks: [...form.imageMarks, { ...MARK, imageId: 'gone' }] })).toBe(true)
  expect(draftOf({ ...form, ...replaceImage(form, 'a', 'b') })).toMatchObject({
    imageIds: ['b'],
    imageMarks: [{ ...MARK, imageId: 'b' }],
  })
})

test('marks alone are stored by themselves after three quiet seconds', async () => {
  const { result } = openDraft(shownPost({ draft: { ...shownPost().draft, imageIds: ['a'] as never } }))
  act(() => result.current.change({ imageMarks: [MARK] }))
  await wait(AUTOSAVE_AFTER_MS)
  expect(callsOf('post.save').map((each) => each.payload)).toMatchObject([{ draft: { imageMarks: [MARK] } }])
})

test('a draft kept by an app from before the marks takes none of them away', () => {
  const draft = { ...shownPost().draft, imageIds: ['a'] as never, imageMarks: [MARK] as never, orderFree: true }
  const { imageMarks: _, orderFree: __, ...before } = { ...formOf(draft), text: '还没存的' }
  rememberDraft({ postId: 'post1', baseVersion: 3, form: before as never, images: [], at: 1 })
  const { editing } = openDraft(shownPost({ draft })).result.current
  expect(editing.form).toMatchObject({ text: '还没存的', imageMarks: [MARK], orderFree: true })
})

test('three quiet seconds store what is typed, once', async () => {
  const { result } = openDraft()
  act(() => result.current.change({ text: '新的一句' }))
  await wait(AUTOSAVE_AFTER_MS - 1)
  expect(callsOf('post.save')).toHaveLength(0)
  await wait(1)
  expect(callsOf('post.save').map((each) => each.payload)).toMatchObject([
    { baseVersion: 3, draft: { text: '新的一句' } },
  ])
  expect(result.current.unsaved).toBe(false)
  expect(recallDraft('post1')).toBeNull()
  await wait(60_000)
  expect(callsOf('post.save')).toHaveLength(1)
})

test('who writes on without a pause is stored every half minute all the same', async () => {
  const { result } = openDraft()
  const SECONDS = AUTOSAVE_AT_LEAST_MS / 1_000
  for (let second = 1; second <= 2 * SECONDS + 1; second += 1) {
    act(() => result.current.change({ text: `写到第 ${second} 秒` }))
    await wait(1_000)
  }
  expect(callsOf('post.save').map((each) => each.payload)).toMatchObject([
    { baseVersion: 3, draft: { text: `写到第 ${SECONDS} 秒` } },
    { baseVersion: 4, draft: { text: `写到第 ${2 * SECONDS} 秒` } },
  ])
})

test('a refused save is not tried again until something is typed, and keeps the text on the device', async () => {
  refuse('post.save', 'internal')
  const { result } = openDraft()
  act(() => result.current.change({ text: '没信号时写的' }))
  await wait(60_000)
  expect(callsOf('post.save')).toHaveLength(1)
  expect(result.current.editing.phase).toBe('failed')
  expect(recallDraft('post1')?.form.text).toBe('没信号时写的')
  expect(openDraft().result.current.editing.form.text).toBe('没信号时写的')
})

test('a conflict keeps mine: theirs can be looked at and mine brought back over it', async () => {
  refuse('post.save', 'conflict')
  answer('post.see', () => shownPost({ version: 4, draft: { ...shownPost().draft, text: '对方写的' } }))
  const { result } = openDraft()
  act(() => result.current.change({ text: '我写的' }))
  await act(() => result.current.save())
  expect(result.current.editing.phase).toBe('conflict')
  expect(result.current.editing.form.text).toBe('我写的')
  await act(() => result.current.takeTheirs())
  expect(result.current.editing).toMatchObject({ version: 4, form: { text: '对方写的' }, mine: { text: '我写的' } })
  expect(recallDraft('post1')?.form.text).toBe('我写的')
  // a reload while theirs is shown still has mine
  expect(openDraft(shownPost({ version: 4 })).result.current.editing.mine?.text).toBe('我写的')
  answer('post.save', ({ baseVersion }) => shownPost({ version: Number(baseVersion) + 1 }))
  act(() => result.current.takeMine())
  await act(() => result.current.save())
  expect(callsOf('post.save').pop()?.payload).toMatchObject({ baseVersion: 4, draft: { text: '我写的' } })
})

test('a conflict can also make mine a post of its own', async () => {
  refuse('post.save', 'conflict')
  const { result } = openDraft()
  act(() => result.current.change({ text: '我写的' }))
  await act(() => result.current.save())
  answer('post.save', ({ postId }) => shownPost({ postId: String(postId), version: 1 }))
  let aside = ''
  await act(async () => {
    aside = await result.current.saveAside()
  })
  expect(aside).not.toBe('post1')
  expect(callsOf('post.save').pop()?.payload).toMatchObject({
    postId: aside,
    baseVersion: 0,
    draft: { text: '我写的' },
  })
  expect(result.current.unsaved).toBe(false)
})

test('pictures keep the order in which they were picked', () => {
  const order = (id: string) => Number(id.slice(1)) || 0
  expect(placeImage(['old', 'p2'], 'p1', order)).toEqual(['old', 'p1', 'p2'])
  expect(placeImage(['old', 'p1'], 'p2', order)).toEqual(['old', 'p1', 'p2'])
  expect(placeImage(['p1'], 'p1', order)).toEqual(['p1'])
  const form = { ...emptyForm('s1'), imageIds: ['a', 'b'], coverId: 'a' }
  expect(replaceImage(form, 'a', 'c')).toMatchObject({ imageIds: ['c', 'b'], coverId: 'c' })
})

test('the desk deals as the server does and shows where it may fold', () => {
  const { text, lockedWords } = shownPost().draft
  const report = reportText({ text, lockedWords }, 3)
  const [first, second] = [0, 1].map((attempt) => sampleText(report, text, { tone: 'warm', attempt }))
  expect(first).not.toBe(second)
  expect(first).toContain('¥269')
  const long = '换季护肤。'.repeat(60)
  const at = foldAt(long)
  expect(measureFold(long.slice(0, at)).folds).toBe(false)
  expect(measureFold(long.slice(0, at + 1)).folds).toBe(true)
  expect(foldAt('短句')).toBe(2)
})
