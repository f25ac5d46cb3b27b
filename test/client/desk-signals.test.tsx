// Can HQ write the words reps are told of, try them on a text at once, and take them back?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { resetTaro } from '../support/client-taro'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, refuse, resetCloud } from '../support/reader-phone'

// as wide as a desk: every column stands
const narrow = window.matchMedia
Object.assign(window, { matchMedia: (query: string) => ({ ...narrow(query), matches: true }) })

const house = {
  ruleId: 'r1',
  name: '换房',
  words: ['看房', '换房'],
  except: ['看房东'],
  talk: '问问户型',
  days: 21,
  on: true,
}
const off = { ruleId: 'r2', name: '换季', words: ['起皮'], except: [], talk: '', days: 7, on: false }

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑' }))
  answer('signal.list', () => ({ rules: [house, off] }))
  answer('signal.save', (rule) => rule)
  answer('signal.drop', () => ({ dropped: true }))
})

const openSignals = async () => {
  openDesk('?at=signals')
  await screen.findByText('问问户型')
}
const tryOn = (text: string) => fireEvent.change(screen.getByLabelText('试一段话'), { target: { value: text } })
const found = () => document.querySelector('.signals-found')?.textContent

test('the rules stand in a table; one that is off says so', async () => {
  await openSignals()
  expect(screen.getByText('问问户型')).toBeTruthy()
  expect(screen.getByText('21 天')).toBeTruthy()
  expect(screen.getByText('已停用')).toBeTruthy()
})

test('a text tried on tells what a rep would be told: not of a denial, an exception, or a rule that is off', async () => {
  await openSignals()
  tryOn('最近想换房，有点起皮')
  expect(found()).toBe('商机：换房因为说到“换房” · 可以聊：问问户型')
  for (const text of ['我们不换房', '帮我看房东电话', '起皮']) {
    tryOn(text)
    expect(found()).toBe('没有听到商机词')
  }
})

test('changed and saved under the same id', async () => {
  await openSignals()
  fireEvent.click(screen.getByLabelText('改“换房”'))
  fireEvent.change(await screen.findByLabelText('可以聊什么（可不写）'), { target: { value: ' 问问哪天搬 ' } })
  fireEvent.click(screen.getByText('保存'))
  await waitFor(() => expect(callsOf('signal.save')).toHaveLength(1))
  expect(callsOf('signal.save')[0]?.payload).toEqual({ ...house, talk: '问问哪天搬' })
})

test('a rule without a name or words is not sent', async () => {
  await openSignals()
  fireEvent.click(screen.getByText('加一条'))
  fireEvent.click(await screen.findByText('保存'))
  await waitFor(() => expect(screen.getAllByText('这一项要写').length).toBeGreaterThan(0))
  expect(callsOf('signal.save')).toEqual([])
})

test('what the cloud refuses is said, and the form stays', async () => {
  refuse('signal.save', 'too-many')
  await openSignals()
  fireEvent.click(screen.getByLabelText('改“换房”'))
  fireEvent.click(await screen.findByText('保存'))
  expect(await screen.findByText('太频繁了，过一会儿再试')).toBeTruthy()
  expect(screen.getByLabelText('可以聊什么（可不写）')).toBeTruthy()
})

test('deleted after asking once', async () => {
  await openSignals()
  fireEvent.click(screen.getByLabelText('改“换房”'))
  fireEvent.click(await screen.findByText('删掉这条'))
  fireEvent.click(await screen.findByText('删掉'))
  await waitFor(() => expect(callsOf('signal.drop')[0]?.payload).toEqual({ ruleId: 'r1' }))
})
