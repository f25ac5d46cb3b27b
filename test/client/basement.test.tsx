// An hour in a basement store, on her own screens: all she says is kept, shown as waiting, delivered; what is not taken is told.
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import Me from '../../client/pages/me/index'
import ContactPage from '../../client/pkgs/rep/contact/index'
import { deliver, flushOutbox, seeOutbox } from '../../client/platform/outbox'
import { queries } from '../../client/platform/queries'
import { resetTaro, router } from '../support/client-taro'
import { answer, answerAsked, callsOf, loseSignal, refuse, resetCloud } from '../support/reader-phone'
import { demoFile, demoMe, demoNotices, demoSheet, T0 } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'
import { done, resetPhone } from '../support/rep-taro'
import { demoDay, keepDay, type Tell } from '../support/talk-answers'

const MINUTE_MS = 60_000
const text = () => document.body.textContent?.replace(/\u00a0/g, ' ') ?? ''
const tap = async (words: string) => {
  fireEvent.click(screen.getByText(words))
  await settle()
}
const note = (noteId: string, words: string) => ({
  ...{ noteId, contactId: 'c1', groupId: null, kind: 'note' as const, text: words, agoMs: 0, photos: [] },
  purchase: null,
})
const tell = (contactId: string) =>
  deliver(`talk.2026-11-21.${contactId}`, 'talk.tell', {
    ...{ day: '2026-11-21', contactId, end: 'talked', from: null, agoMs: 0 },
  })
const ACTS = ['talk.tell', 'note.write', 'promise.make']
const openMe = async () => {
  open(Me)
  await settle()
}
const anHour = async () => {
  ACTS.forEach(loseSignal)
  await tell('c1')
  await tell('c2')
  await deliver('note.n1', 'note.write', note('n1', '喜欢淡香'))
  const promise = { promiseId: 'p1', contactId: 'c1', text: '留一罐', dueDay: '2026-12-01' }
  await deliver('promise.p1', 'promise.make', promise)
  jest.spyOn(Date, 'now').mockReturnValue(T0 + 60 * MINUTE_MS)
}
const connect = () => {
  const cloud = keepDay()
  answer('talk.list', cloud.list)
  answer('talk.tell', (payload) => cloud.tell(payload as Tell))
  answer('note.write', (payload) => ({ note: { ...payload, at: T0, hits: [] }, kept: true, talk: false }))
  answer('promise.make', (payload) => ({ ...payload, madeAt: T0, keptAt: null }))
}

beforeEach(() => {
  process.env.TARO_ENV = 'weapp'
  jest.spyOn(Date, 'now').mockReturnValue(T0)
  resetTaro()
  resetPhone()
  resetCloud()
  queries.clear()
  answer('me.see', demoMe)
  answer('notice.see', () => demoNotices())
  answer('talk.list', () => demoDay())
})
afterEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.restoreAllMocks()
})

test('nothing waits: no card says so', async () => {
  await openMe()
  expect(text()).not.toContain('等网络')
  expect(text()).not.toContain('没记上')
})

test('an hour without signal: how many of which kind wait and when it was last tried; one tap sends them', async () => {
  await anHour()
  loseSignal('talk.list')
  await openMe()
  expect(text()).toContain('有 4 条记录还没送到，连上网会自己送')
  expect(text()).toContain('沟通结果 2 条 · 备忘 1 条 · 承诺 1 条')
  expect(text()).toContain('上次试着送：刚刚')
  connect()
  await tap('现在再送')
  await waitFor(() => expect(text()).not.toContain('等网络'))
  expect(seeOutbox().actions).toEqual([])
  expect(callsOf('talk.tell').at(-1)?.payload.agoMs).toBe(60 * MINUTE_MS)
})

test('what is not taken stands there with the reason and her words, to copy and to put away', async () => {
  answer('contact.see', () => demoFile())
  answer('sheet.see', () => demoSheet())
  router.params = { c: 'c1' }
  open(ContactPage)
  await settle()
  cleanup()
  await anHour()
  connect()
  const error = { code: 'invalid', message: '“三岁”认得出是哪个孩子，没有保存。', trace: 't1', reason: 'child-facts' }
  answerAsked('note.write', () => ({ ok: false, error }))
  await flushOutbox()
  await openMe()
  expect(text()).toContain('这 1 条送到了，没有收下')
  expect(text()).toContain('备忘 · 优优妈妈')
  expect(text()).toContain(error.message)
  await tap('复制文字')
  expect(done).toContain('copy 喜欢淡香')
  expect(screen.getByText('已复制')).toBeTruthy()
  await tap('知道了')
  expect(text()).not.toContain('没记上')
})

test('of what has no words of hers there is nothing to copy; the reason is told by its code', async () => {
  await anHour()
  connect()
  refuse('talk.tell', 'gone')
  await flushOutbox()
  await openMe()
  expect(text()).toContain('沟通结果')
  expect(text()).toContain('内容已下架')
  expect(text()).toContain('查询号 t1')
  expect(screen.queryByText('复制文字')).toBeNull()
})
