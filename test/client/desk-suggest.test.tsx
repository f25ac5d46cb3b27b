// Does an editor get wordings from the model, choose, and find them in her text as a choice of her own?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { act, fireEvent, screen } from '@testing-library/react'
import { resetTaro } from '../support/client-taro'
import { shownPost, stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, hold, loseSignal, resetCloud } from '../support/reader-phone'

const TEXT = shownPost().draft.text
const SENTENCE = '澜肌精华液到店啦'
const OTHER = '店里到了澜肌精华液'
const sentences = [{ at: 0, to: SENTENCE.length, source: SENTENCE, suggestions: [OTHER, '澜肌精华液现在店里有了'] }]
const text = () => (screen.getByLabelText('朋友圈文案') as HTMLTextAreaElement).value
const ask = async () => fireEvent.click(await screen.findByText('AI 给几种说法'))

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑' }))
  answer('store.list', () => ({ stores }))
  answer('post.see', () => shownPost())
  answer('wording.suggest', () => ({ sentences, left: 17, from: 'ai' }))
  openDesk('?post=post1')
})

test('what is ticked stands in the text as a choice, her own wording first', async () => {
  await ask()
  fireEvent.click(await screen.findByLabelText(OTHER))
  expect(screen.getByText('今天还能要 17 次')).toBeTruthy()
  expect(callsOf('wording.suggest')[0]?.payload).toEqual({ text: TEXT, lockedWords: ['¥269'] })
  fireEvent.click(screen.getByText('把勾上的 1 句放进文案'))
  expect(text()).toBe(TEXT.replace(SENTENCE, `{${SENTENCE}|${OTHER}}`))
  expect(screen.queryByLabelText(OTHER)).toBeNull()
})

test('nothing ticked, nothing to put in; none of them wanted, nothing changed', async () => {
  await ask()
  await screen.findByLabelText(OTHER)
  expect(screen.getByText('把勾上的 0 句放进文案').closest('button')?.disabled).toBe(true)
  fireEvent.click(screen.getByText('都不要'))
  expect(text()).toBe(TEXT)
  expect(screen.getByText('AI 给几种说法')).toBeTruthy()
})

test('a sentence rewritten meanwhile is not overwritten', async () => {
  await ask()
  fireEvent.click(await screen.findByLabelText(OTHER))
  fireEvent.change(screen.getByLabelText('朋友圈文案'), { target: { value: `上新！${TEXT}` } })
  fireEvent.click(screen.getByText('把勾上的 1 句放进文案'))
  expect(await screen.findByText('文案刚才改过，对不上了。再要一次')).toBeTruthy()
  expect(text()).toBe(`上新！${TEXT}`)
})

test('waiting is shown and can be given up: an answer that comes later is not shown', async () => {
  const release = hold('wording.suggest')
  await ask()
  expect(await screen.findByText('正在想，最多 8 秒。可以接着写别的')).toBeTruthy()
  fireEvent.click(screen.getByText('不等了'))
  await act(async () => {
    release()
    await new Promise((late) => setTimeout(late, 100))
  })
  expect(screen.getByText('AI 给几种说法')).toBeTruthy()
  expect(screen.queryByLabelText(OTHER)).toBeNull()
})

test('without a model it says so once and asks no more', async () => {
  answer('wording.suggest', () => ({ sentences: [], left: 0, from: 'none', reason: 'ai-off' }))
  await ask()
  expect(await screen.findByText('AI 还没接上。管理员配好模型后才有；不用它，选词也照样有')).toBeTruthy()
  expect(document.getElementById('suggest-ask')).toBeNull()
})

test.each([
  ['ai-slow', 'AI 太慢，没等到。可以再要一次'],
  ['calls-used-up', '今天的次数用完了，明天再要'],
  ['nothing-to-reword', '没有可以换说法的句子：太短，或都是锁定的内容'],
])('no wordings because of %s: says so', async (reason, said) => {
  answer('wording.suggest', () => ({ sentences: [], left: 3, from: 'none', reason }))
  await ask()
  expect(await screen.findByText(said)).toBeTruthy()
  expect(screen.getByText('再要一次')).toBeTruthy()
})

test('no network: says so and can be asked again', async () => {
  loseSignal('wording.suggest')
  await ask()
  expect(await screen.findByText('没要到：网络不通，连上后再试')).toBeTruthy()
  answer('wording.suggest', () => ({ sentences, left: 16, from: 'ai' }))
  fireEvent.click(screen.getByText('再要一次'))
  expect(await screen.findByLabelText(OTHER)).toBeTruthy()
})
