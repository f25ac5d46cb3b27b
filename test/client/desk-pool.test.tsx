// Can HQ judge what its reps get before it goes out: how alike, enough or not, which words vary, and say that it is fine?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import fc from 'fast-check'
import { markDifferences } from '../../client/features/post/differences'
import { formOf } from '../../client/features/post/draft-form'
import { originOf } from '../../client/features/post/varied'
import type { Draft } from '../../shared/contracts/post'
import { resetTaro } from '../support/client-taro'
import { demoPool, shownPost, stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, refuse, refuseFor, resetCloud } from '../support/reader-phone'

const POOL = '?post=post1&view=pool'
const savedDraft = () => callsOf('post.save')[0]?.payload.draft as Draft
const part = (name: string) => screen.getByRole('region', { name })

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑' }))
  answer('store.list', () => ({ stores }))
  answer('post.see', () => shownPost())
  answer('post.save', ({ baseVersion, draft }) =>
    shownPost({ version: Number(baseVersion) + 1, draft: draft as never }),
  )
  answer('pool.see', () => demoPool())
})

test('what is typed is stored before its texts are looked at', async () => {
  openDesk('?post=post1')
  fireEvent.change(await screen.findByLabelText('首条评论'), { target: { value: '新的首评' } })
  fireEvent.click(screen.getByText('看样稿'))
  expect(await screen.findByText('这版样稿可以用')).toBeTruthy()
  expect(callsOf('post.save')[0]?.payload).toMatchObject({ draft: { firstComment: '新的首评' } })
  expect(callsOf('pool.see').map(({ payload }) => payload)).toEqual([{ postId: 'post1', version: 4 }])
  expect(window.location.hash).toContain('view=pool')
  fireEvent.click(screen.getByText('回到文案'))
  expect(screen.queryByText('这版样稿可以用')).toBeNull()
  expect(screen.getByLabelText('首条评论')).toHaveProperty('value', '新的首评')
})

test('twenty texts with their lines, filtered by voice', async () => {
  openDesk(POOL)
  await screen.findByText('随便抽的 20 份')
  const sample = part('随便抽的 20 份')
  expect(within(sample).getAllByText('约 3 行')).toHaveLength(20)
  fireEvent.click(within(sample).getByText('专业 7'))
  expect(within(sample).getAllByText('约 3 行')).toHaveLength(7)
})

test('the figures say in words whether the wordings are enough and how far apart texts are', async () => {
  openDesk(POOL)
  await screen.findByText('1200 万')
  expect(screen.getAllByText('够 3000 位导购各用各的')).toHaveLength(3)
  expect(screen.getByText('29%')).toBeTruthy()
  expect(screen.getByText('16%')).toBeTruthy()
  expect(document.body.textContent).not.toContain('SimHash')
})

test('too few wordings: which voice, and how many choices more', async () => {
  answer('pool.see', () => demoPool({ spaces: [{ tone: 'expert', space: 450_000 }], needed: 3_600_000 }))
  openDesk(POOL)
  expect(await screen.findByText('专业的说法不够 3000 位导购用，现在发不出去')).toBeTruthy()
  expect(screen.getByText('不够，再加 3 处可选词')).toBeTruthy()
})

test('the most alike pair stands side by side with what differs marked', async () => {
  openDesk(POOL)
  await screen.findByText('17% 不同')
  const marks = Array.from(part('最像的 1 对').querySelectorAll('mark'), (mark) => mark.textContent)
  expect(marks).toEqual(['可以', '到店', '哦'])
})

test('the marks are all that differs: each side reads as its own text, and what is unmarked is in both', () => {
  const word = fc.array(fc.constantFrom('精', '华', '好', '用', '😀', '\n'), { maxLength: 30 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      const stretches = markDifferences(a.join(''), b.join(''))
      expect(stretches.map((each) => each.a).join('')).toBe(a.join(''))
      expect(stretches.map((each) => each.b).join('')).toBe(b.join(''))
      for (const each of stretches) expect(each.same).toBe(each.a === each.b)
    }),
  )
})

test('the longest text is shown folded, and short with its rest before the first comment', async () => {
  openDesk(POOL)
  await screen.findByText('最长的一份')
  const [whole, short] = ['pool-longest', 'pool-short'].map((id) => document.getElementById(id)?.textContent ?? '')
  expect(whole).toContain('可能从这里折叠')
  expect(short).toContain('首条评论：')
  expect(short?.endsWith('先看长文。')).toBe(true)
  expect(short?.split('换季护肤先补水，早晚各一次就够了。')).toHaveLength(9)
})

test('a word is kept out of this post with one press, stored, and the texts are looked at anew', async () => {
  answer('pool.see', ({ version }) => {
    const pool = demoPool()
    return version === 3 ? pool : { ...pool, words: pool.words.slice(0, 2) }
  })
  openDesk(POOL)
  fireEvent.click(await screen.findByLabelText('这篇不用“薄涂一层”'))
  expect(within(part('哪些词会变')).getByLabelText('恢复“薄涂一层”')).toBeTruthy()
  expect(screen.getByText('改过了，正在存好、重新算这版样稿')).toBeTruthy()
  expect(screen.getByText('这版样稿可以用').closest('button')?.disabled).toBe(true)
  fireEvent.click(screen.getByText('现在就存'))
  await waitFor(() => expect(screen.queryByText('轻轻一抹')).toBeNull())
  expect(savedDraft().vetoes).toEqual(['薄涂一层'])
  expect(callsOf('pool.see').map(({ payload }) => payload.version)).toEqual([3, 4])
  fireEvent.click(within(part('哪些词会变')).getByLabelText('恢复“薄涂一层”'))
  expect(screen.queryByLabelText('这篇不用的词')).toBeNull()
})

test('a whole word can be left as it is; the editor’s own choices are changed in the text instead', async () => {
  openDesk(POOL)
  fireEvent.click(await screen.findByLabelText('“轻轻一抹”在这篇里不换'))
  fireEvent.click(screen.getByText('现在就存'))
  await waitFor(() => expect(callsOf('post.save')).toHaveLength(1))
  expect(savedDraft().vetoes).toEqual(['轻轻一抹'])
  expect(screen.getByText('三种语气 · 你写的选词')).toBeTruthy()
  expect(screen.queryByLabelText('这篇不用“到店来试试”')).toBeNull()
  expect(screen.getByLabelText('这篇不用“姐妹们”')).toBeTruthy()
})

test('who chose a word is known by where it stands', () => {
  const { text } = formOf(shownPost().draft)
  expect(demoPool().words.map((word) => originOf(word, text))).toEqual(['line', 'written', 'word'])
})

test('saying that the texts are fine shows who did and when, and is told when publishing', async () => {
  answer('pool.approve', () => ({ name: '陈编辑', at: Date.now() }))
  openDesk(POOL)
  fireEvent.click(await screen.findByText('这版样稿可以用'))
  expect(await screen.findByText(/陈编辑 刚刚 看过样稿，可以用/)).toBeTruthy()
  expect(callsOf('pool.approve').map(({ payload }) => payload)).toEqual([{ postId: 'post1', version: 3 }])
  fireEvent.click(screen.getByText('发布'))
  expect(within(await screen.findByRole('dialog')).getByText(/陈编辑 刚刚 看过样稿/)).toBeTruthy()
})

test('a post that is out is only looked at', async () => {
  answer('post.see', () => shownPost({ state: 'live', publishedAt: 1_795_000_000_000 }))
  openDesk('?post=post1')
  fireEvent.click(await screen.findByText('看样稿'))
  await screen.findByText('哪些词会变')
  expect(screen.queryByText('这版样稿可以用')).toBeNull()
  expect(screen.queryByLabelText('这篇不用“薄涂一层”')).toBeNull()
  expect(callsOf('post.save')).toHaveLength(0)
})

test('a word that a choice brings in can be kept out where it is found', async () => {
  const finding = { id: 'first-made', class: 'absolute', word: '独家', at: 3, instead: ['新出的'], article: '广告法' }
  answer('pool.see', () => demoPool({ findings: [{ ...finding, severity: 'sign', field: 'wording' }] }))
  openDesk(POOL)
  fireEvent.click(await screen.findByText('这篇不用“独家”'))
  expect(within(part('哪些词会变')).getByLabelText('恢复“独家”')).toBeTruthy()
})

test('no reps in the chosen stores: says so and what to do, and still shows which words vary', async () => {
  answer('pool.see', () => demoPool({ reps: 0, sample: [], alike: [], apart: null, longest: null }))
  openDesk(POOL)
  expect(await screen.findByText('选的门店里还没有导购')).toBeTruthy()
  expect(screen.getByText('哪些词会变')).toBeTruthy()
})

test('a text that cannot be dealt leads back to it; a failure can be tried again', async () => {
  refuseFor('pool.see', 'invalid', 'unclosed')
  const { unmount } = openDesk(POOL)
  fireEvent.click(await screen.findByText('回去改'))
  expect(screen.getByText('看样稿')).toBeTruthy()
  unmount()
  refuse('pool.see', 'internal')
  openDesk(POOL)
  const again = await screen.findByText('再试一次')
  answer('pool.see', () => demoPool())
  fireEvent.click(again)
  expect(await screen.findByText('这版样稿可以用')).toBeTruthy()
})
