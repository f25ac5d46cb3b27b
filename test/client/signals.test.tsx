// Is a guide told at once what is in a pasted text, is it kept only when she says whose it is, and are her rules hers?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import SignalsPage from '../../client/pkgs/rep/signals/index'
import { flushOutbox } from '../../client/platform/outbox'
import { instantOf } from '../../shared/domain/day'
import { navigated } from '../support/client-taro'
import { runInWeChat } from '../support/in-wechat'
import { answer, callsOf, loseSignal, refuse } from '../support/reader-phone'
import { open, settle, typeIn } from '../support/rep-screen'

const NOW = instantOf('2026-11-22', '10:00')
const house = {
  ruleId: 'r-hq',
  name: '换房',
  words: ['看房', '换房'],
  except: [],
  talk: '问问户型',
  days: 14,
  on: true,
}
const skin = { ruleId: 'r-own', name: '换季', words: ['起皮'], except: ['不起皮'], talk: '', days: 7, on: true }
const who = { contactId: 'c1', remark: '优优妈妈', ordinal: 'A1', certainty: 'named' } as const
const mei = {
  ...{ ...who, createdAt: NOW, lastReadAt: null, origin: 'rep', given: [], homeId: null, warmth: 0, top: null },
}
const hit = {
  ...{ noteId: 'n1', who, groupId: null, kind: 'words', at: NOW - 3_600_000 },
  hits: [
    { ruleId: 'r-hq', name: '换房', word: '看房', around: { before: '周末去', after: '，你说呢' }, talk: '问问户型' },
  ],
}
const unkept = { ...hit, noteId: 'n0', hits: [{ ...hit.hits[0], around: null }] }
const text = () => document.body.textContent ?? ''
/** Taro's fields tell by an event of their own. */
const tap = async (id: string) => {
  fireEvent.click(document.getElementById(id) as HTMLElement)
  await settle()
}
const openPage = async () => {
  const page = open(SignalsPage)
  await settle() // the rules
  await settle() // the hits below them
  return page
}

runInWeChat()
beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW)
  answer('signal.rules', () => ({ own: [skin], hq: [house] }))
  answer('signal.list', () => ({ items: [hit, unkept], next: null }))
  answer('contact.list', () => ({ contacts: [mei], next: null }))
  answer('signal.save', (rule) => rule)
  answer('signal.drop', () => ({ dropped: true }))
})
afterEach(() => jest.restoreAllMocks())

test('as she types she is told which rule, why, and what to talk about; a denial is none', async () => {
  await openPage()
  await typeIn('paste', '她说周末去看房')
  expect(text()).toContain('因为说到“看房”')
  expect(text()).toContain('可以聊：问问户型')
  await typeIn('paste', '她说不看房了')
  expect(text()).toContain('没有听到商机词')
  expect(callsOf('note.write')).toEqual([])
})

test('kept under the contact she picks; what the cloud found is told with the way to the talks', async () => {
  answer('note.write', ({ noteId }) => ({
    note: {
      ...{
        noteId,
        contactId: 'c1',
        groupId: null,
        kind: 'words',
        text: '周末去看房',
        at: NOW,
        photos: [],
        purchase: null,
      },
      hits: [{ ruleId: 'r-hq', name: '换房', word: '看房', at: 3, talk: '问问户型' }],
    },
    kept: true,
    talk: true,
  }))
  await openPage()
  await typeIn('paste', '周末去看房')
  await tap('paste-whom')
  fireEvent.click(document.querySelector('.pick-row') as HTMLElement)
  await settle()
  await tap('paste-keep')
  expect(callsOf('note.write').map(({ payload }) => payload)).toEqual([
    {
      ...{ noteId: expect.any(String), contactId: 'c1', groupId: null, kind: 'words', text: '周末去看房' },
      ...{ agoMs: 0, photos: [], purchase: null },
    },
  ])
  expect(text()).toContain('已放进今日沟通')
  fireEvent.click(screen.getByText('去今日沟通'))
  expect(navigated.join()).toContain('/pages/today/index')
})

test('what names a child is not sent', async () => {
  await openPage()
  await typeIn('paste', '她家小宝3岁半了，要看房')
  await tap('paste-whom')
  fireEvent.click(document.querySelector('.pick-row') as HTMLElement)
  await settle()
  await tap('paste-keep')
  expect(text()).toContain('没有保存')
  expect(callsOf('note.write')).toEqual([])
})

test('recent hits stand with the words around them, or without where those are not kept; a tap opens her file', async () => {
  await openPage()
  expect(document.querySelector('.hit-around')?.textContent).toBe('周末去看房，你说呢')
  expect(text()).toContain('原话没有保存，说到了“看房”')
  fireEvent.click(document.querySelector('.hit') as HTMLElement)
  expect(navigated.join()).toContain('/pkgs/rep/contact/index?c=c1')
})

test('a rule of hers: words between any marks, once each; HQ’s are read-only', async () => {
  await openPage()
  expect(document.querySelectorAll('.rule')).toHaveLength(2)
  expect(document.querySelectorAll('.rule-open')).toHaveLength(1)
  await tap('rule-new')
  await typeIn('rule-name', '备孕')
  await typeIn('rule-words', '备孕、叶酸，备孕; 要宝宝')
  await tap('rule-save')
  expect(callsOf('signal.save').map(({ payload }) => payload)).toEqual([
    {
      ...{ ruleId: expect.any(String), name: '备孕', words: ['备孕', '叶酸', '要宝宝'], except: [] },
      ...{ talk: '', days: 14, on: true },
    },
  ])
  expect(document.querySelectorAll('.rule-open')).toHaveLength(2)
})

test('without a name or a word nothing is saved, and it is said why', async () => {
  await openPage()
  await tap('rule-new')
  await tap('rule-save')
  expect(text()).toContain('名字和词都要写')
  expect(callsOf('signal.save')).toEqual([])
})

test('dropped without signal it is gone at once, and sent later', async () => {
  loseSignal('signal.drop')
  await openPage()
  fireEvent.click(document.querySelector('.rule-open') as HTMLElement)
  await settle()
  await tap('rule-drop')
  expect(document.querySelectorAll('.rule-open')).toHaveLength(0)
  expect(text()).toContain('删掉了，连上网就送出')
  answer('signal.drop', () => ({ dropped: true }))
  await flushOutbox()
  expect(callsOf('signal.drop').at(-1)?.payload).toEqual({ ruleId: 'r-own' })
})

test('refused it says why and is there again', async () => {
  refuse('signal.drop', 'conflict')
  await openPage()
  fireEvent.click(document.querySelector('.rule-open') as HTMLElement)
  await settle()
  await tap('rule-drop')
  expect(text()).toContain('刚刚有人改过')
  expect(document.querySelectorAll('.rule-open')).toHaveLength(1)
})
