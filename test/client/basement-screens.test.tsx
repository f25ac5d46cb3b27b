// In a basement store: does every screen of a guide show at once what the phone remembers, say from when it is, and without
// anything remembered say what to do?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import type { ComponentType } from 'react'
import Contacts from '../../client/pages/contacts/index'
import Feed from '../../client/pages/feed/index'
import Me from '../../client/pages/me/index'
import Today from '../../client/pages/today/index'
import ContactPage from '../../client/pkgs/rep/contact/index'
import GroupsPage from '../../client/pkgs/rep/groups/index'
import KitPage from '../../client/pkgs/rep/kit/index'
import PlaybooksPage from '../../client/pkgs/rep/playbooks/index'
import ReadersPage from '../../client/pkgs/rep/readers/index'
import RemindersPage from '../../client/pkgs/rep/reminders/index'
import SignalsPage from '../../client/pkgs/rep/signals/index'
import { queries, startQueries } from '../../client/platform/queries'
import { wordInstant } from '../../shared/domain/day'
import { resetTaro, router } from '../support/client-taro'
import { demoCoach, demoPlays } from '../support/playbook-answers'
import { answer, loseSignal, resetCloud } from '../support/reader-phone'
import {
  demoContact,
  demoFeed,
  demoFile,
  demoKit,
  demoList,
  demoMe,
  demoNotices,
  demoPostReaders,
  demoPromise,
  demoSheet,
  T0,
} from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'
import { resetPhone } from '../support/rep-taro'
import { demoDay } from '../support/talk-answers'

const LATER = T0 + 3 * 3_600_000
const SAVED_AFTER_MS = 600
const group = {
  ...{ groupId: 'g1', name: '早安妈妈', theme: '早八点育儿', rules: [] },
  ...{ createdAt: T0, archivedAt: null, met: false, rev: 1 },
}
const rule = { ruleId: 's1', name: '看房换房', words: ['换房'], except: [], talk: '问问新家', days: 14, on: true }
const reminder = {
  ...{ key: 'promise-p1', day: '2026-11-21', putOff: false },
  who: { contactId: 'c1', remark: '优优妈妈', ordinal: 'A1', certainty: 'named' },
  facts: { kind: 'promise', promiseId: 'p1', text: '带小样' },
}
const answers: Record<string, () => unknown> = {
  'me.see': demoMe,
  'kit.list': demoList,
  'kit.open': () => demoKit(),
  'talk.list': () => demoDay(),
  'feed.list': () => demoFeed(),
  'feed.watch': () => ({ asOf: T0, unread: 0, lines: [] }),
  'feed.see': () => ({ seenAt: T0 }),
  'contact.list': () => ({ asOf: T0, contacts: [demoContact()], next: null }),
  'contact.see': () => demoFile(),
  'sheet.see': () => demoSheet({ promises: [demoPromise()] }),
  'post.readers': () => demoPostReaders(),
  'notice.see': () => demoNotices(),
  'group.list': () => ({ asOf: T0, groups: [group], themes: [] }),
  'group.see': () => ({
    ...{
      asOf: T0,
      group,
      shares: 3,
      opens: 12,
      deep: 5,
      silence: { days: 2, shares: 1 },
      notes: [],
      posts: [],
      columns: [],
    },
    today: { day: '2026-11-21', items: [] },
  }),
  'playbook.list': () => demoPlays(),
  'coach.see': demoCoach,
  'reminder.list': () => ({ asOf: T0, today: '2026-11-21', reminders: [reminder], more: 0 }),
  'signal.rules': () => ({ own: [rule], hq: [] }),
  'signal.list': () => ({ items: [], next: null }),
}
const connect = () => {
  for (const [action, data] of Object.entries(answers)) answer(action, data)
}
const cutOff = () => Object.keys(answers).forEach(loseSignal)
const shows = (words: readonly string[]): void => {
  for (const one of words) expect(text()).toContain(one)
}
const text = () => document.body.textContent?.replace(/\u00a0/g, ' ') ?? ''
const marks = () => [...document.querySelectorAll('.offline')].map((mark) => mark.textContent)
const retry = '再试一次'

/** The app is closed and opened again: only what was stored is left. */
const openAgain = async (Page: ComponentType) => {
  await settle(SAVED_AFTER_MS)
  cleanup()
  queries.clear()
  startQueries()
  open(Page)
}

const SCREENS: [string, ComponentType, Record<string, string>, string[]][] = [
  ['今日', Today, {}, ['换季护肤三步走', '林姐']],
  ['动态', Feed, {}, ['优优妈妈', '换季护肤三步走']],
  ['客户', Contacts, {}, ['优优妈妈']],
  ['我的', Me, {}, ['许婉清', '静安店']],
  ['客户档案', ContactPage, { c: 'c1' }, ['优优妈妈', '到货了给她留一瓶', '换季护肤三步走']],
  ['图文', KitPage, { p: 'p1' }, ['早晚温差大，先补水。']],
  ['谁读了这篇', ReadersPage, { p: 'p1' }, ['优优妈妈', '换季护肤三步走']],
  ['我的群', GroupsPage, {}, ['早安妈妈']],
  ['一个群', GroupsPage, { g: 'g1' }, ['早安妈妈', '早八点育儿']],
  ['套路', PlaybooksPage, {}, ['专家式：给个判断']],
  ['成长', PlaybooksPage, { tab: 'coach' }, ['4']],
  ['提醒', RemindersPage, {}, ['优优妈妈', '带小样']],
  ['商机', SignalsPage, {}, ['看房换房']],
]

beforeEach(() => {
  process.env.TARO_ENV = 'weapp'
  jest.spyOn(Date, 'now').mockReturnValue(T0)
  resetTaro()
  resetPhone()
  resetCloud()
  queries.clear()
  const { queries: asked = {} } = queries.getDefaultOptions()
  queries.setDefaultOptions({ queries: { ...asked, retryDelay: 1 } })
  startQueries()
})
afterEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.restoreAllMocks()
})

describe.each(SCREENS)('%s', (_, Page, params, shown) => {
  beforeEach(() => {
    router.params = params
  })

  test('shows at once what the phone remembers, and from when it is', async () => {
    connect()
    open(Page)
    await waitFor(() => shows(shown))
    cutOff()
    jest.spyOn(Date, 'now').mockReturnValue(LATER)
    await openAgain(Page)
    shows(shown) // no wait: on the first picture
    const mark = `没有网络，这是 ${wordInstant(T0, LATER, 'zh')} 的内容。点这里刷新`
    await waitFor(() => expect(marks()).toContain(mark))
    shows(shown)
    connect()
    for (const line of document.querySelectorAll('.offline')) fireEvent.click(line)
    await waitFor(() => expect(marks()).toEqual([]), { timeout: 3_000 })
  })

  test('with nothing remembered: no network, and a tap tries again', async () => {
    cutOff()
    open(Page)
    await waitFor(() => expect(document.querySelector('.skeleton')).toBeNull())
    expect(screen.getAllByText('网络不通，连上后再试').length).toBeGreaterThan(0)
    connect()
    for (const again of screen.getAllByText(retry)) fireEvent.click(again)
    await waitFor(() => shows(shown))
  })
})
