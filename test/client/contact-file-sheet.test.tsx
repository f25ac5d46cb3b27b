// How a guide stands with a contact: what she set, everything that happened, and what comes next.
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { act, fireEvent, screen } from '@testing-library/react'
import ContactPage from '../../client/pkgs/rep/contact/index'
import { flushOutbox } from '../../client/platform/outbox'
import { navigated, router } from '../support/client-taro'
import { openSheet, resetFile, said, tap, tapId, text, type } from '../support/file-screen'
import { answer, loseSignal, refuse } from '../support/reader-phone'
import { demoFile, demoNote, demoPromise, demoSheet, T0 } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'

const HOUR_MS = 3_600_000

const keep = (replaced: string[] = []) =>
  answer('sheet.save', ({ to }) => ({
    sheet: demoSheet({}, to as object).sheet,
    replaced,
  }))

beforeEach(resetFile)
afterEach(() => jest.restoreAllMocks())

describe('how we stand', () => {
  test('what I am to her and what she comes for are one tap each; a second tap takes it back', async () => {
    keep()
    await openSheet()
    await tap('专家')
    await tap('陪伴')
    expect(said('sheet.save')).toEqual([
      { contactId: 'c1', from: { relation: null }, to: { relation: 'expert' } },
      { contactId: 'c1', from: { value: null }, to: { value: 'company' } },
    ])
    await tap('✓ 陪伴')
    expect(said('sheet.save')[2]).toEqual({ contactId: 'c1', from: { value: 'company' }, to: { value: null } })
  })

  test('another phone had said otherwise: it is told in a line', async () => {
    keep(['relation'])
    await openSheet()
    await tap('专家')
    expect(screen.getByText('另一台手机刚改过“你对她是”，现在按这里的')).toBeTruthy()
  })

  test('two changes without signal replace what the cloud held, not what this phone said in between', async () => {
    await openSheet()
    loseSignal('sheet.save')
    await tap('专家')
    await tap('榜样')
    expect(screen.getByText('✓ 榜样')).toBeTruthy()
    keep(['relation'])
    await act(async () => flushOutbox())
    await settle()
    const sent = said('sheet.save')
    expect(sent[sent.length - 1]).toEqual({ contactId: 'c1', from: { relation: null }, to: { relation: 'model' } })
    expect(screen.getByText('另一台手机刚改过“你对她是”，现在按这里的')).toBeTruthy() // told though it came later
  })

  test('a change that the cloud refuses is taken back', async () => {
    refuse('sheet.save', 'forbidden')
    await openSheet()
    await tap('专家')
    expect(screen.getByText('你没有权限看这里')).toBeTruthy()
    expect(screen.queryByText('✓ 专家')).toBeNull()
  })

  test.each([
    ['tags', '她同意你看阅读和标签'],
    ['reading', '她只同意你看阅读'],
    ['none', '她还没同意你看阅读'],
  ] as const)('her consent in words: %s', async (consent, words) => {
    await openSheet({ consent })
    expect(screen.getByText(words)).toBeTruthy()
  })
})

describe('how to be with her', () => {
  test.each([
    ['quiet', () => tapId('quiet-14'), { quiet: { until: '2026-12-05' } }, '到 12月5日'],
    ['quiet', () => tap('等她再开口'), { quiet: { until: null } }, '等她再开口'],
    ['cadence', () => tapId('cadence-21'), { cadenceDays: 21 }, '21 天'],
    ['taste', () => tapId('taste-science'), { taste: 'science' }, '科学'],
  ])('%s %#', async (way, choose, to, shown) => {
    loseSignal('sheet.save') // what this phone shows of itself
    await openSheet()
    await tapId(`way-${way}`)
    await choose()
    expect(said('sheet.save')[0]?.to).toEqual(to)
    expect(document.querySelector(`#way-${way}`)?.textContent).toContain(shown)
  })

  test('she may be talked to again', async () => {
    keep()
    await openSheet({}, { quiet: { since: T0 - HOUR_MS, until: null } })
    expect(screen.getByText('她说先别打扰：等她再开口')).toBeTruthy()
    await tapId('talk-again')
    expect(said('sheet.save')[0]).toEqual({ contactId: 'c1', from: { quiet: { until: null } }, to: { quiet: null } })
  })

  test('where we met, with a word of my own; one that names a child is not sent', async () => {
    keep()
    await openSheet()
    await tapId('way-source')
    await tapId('source-referral')
    await type('source-note', '她女儿5岁的同学妈妈')
    await tap('存好')
    expect(text()).toContain('“5岁”认得出是哪个孩子')
    await type('source-note', '林姐介绍的')
    await tap('存好')
    expect(said('sheet.save').map(({ to }) => to)).toEqual([{ source: { kind: 'referral', note: '林姐介绍的' } }])
    expect(screen.getByText('老客介绍 · 林姐介绍的')).toBeTruthy()
  })

  test('the trade’s own questions: choices only, one or several, told in one line', async () => {
    keep()
    await openSheet()
    await tapId('way-answers')
    await tap('备孕')
    await tap('睡眠')
    await tap('喂养')
    await tapId('answer-decides-herself')
    await tapId('answer-decides-together')
    await tap('存好')
    expect(said('sheet.save')[0]?.to).toEqual({
      answers: { stage: ['planning'], topics: ['sleep', 'feeding'], decides: ['together'] },
    })
    expect(document.querySelector('#way-answers')?.textContent).toContain('备孕、睡眠、喂养、一起商量')
  })

  test('her groups are chosen from mine', async () => {
    const group = { theme: '', rules: [], createdAt: T0, archivedAt: null, met: false, rev: 1 }
    answer('group.list', () => ({
      ...{ asOf: T0, themes: [] },
      groups: [
        { ...group, groupId: 'g1', name: '静安护肤群' },
        { ...group, groupId: 'g2', name: '旧群', archivedAt: T0 },
      ],
    }))
    loseSignal('sheet.save')
    await openSheet()
    await tapId('way-groups')
    expect(screen.queryByText('旧群')).toBeNull()
    await tap('静安护肤群')
    await tap('存好')
    expect(said('sheet.save')[0]?.to).toEqual({ groupIds: ['g1'] })
    expect(document.querySelector('#way-groups')?.textContent).toContain('静安护肤群')
  })
})

describe('what happened', () => {
  const photo = { fileId: 'cloud://p1', url: 'https://cloud/p1.jpg' }
  const told = { day: '2026-11-20', at: T0 - 20 * HOUR_MS, end: 'talked' as const, reasons: ['deep' as const] }
  const known = () => ({
    notes: [
      demoNote({ noteId: 'n1', text: '喜欢淡一点的香味', at: T0 - HOUR_MS }),
      demoNote({ noteId: 'n2', kind: 'consultation', text: '两颊发干', photos: [photo], at: T0 - 2 * HOUR_MS }),
      demoNote({
        ...{ noteId: 'n3', kind: 'purchase' as const, text: '', at: T0 - 3 * HOUR_MS },
        purchase: { product: '面霜', cycleDays: null, amountFen: null },
      }),
    ],
    promises: [demoPromise({ promiseId: 'm9', text: '寄小样', keptAt: T0 - 4 * HOUR_MS })],
    told: [told],
  })
  const shown = () => [...document.querySelectorAll('.timed-title, .entry-text')].map((one) => one.textContent)

  test('in one line of time, newest first', async () => {
    await openSheet(known())
    expect(shown()).toEqual(['喜欢淡一点的香味', '两颊发干', '面霜', '寄小样', '《换季护肤三步走》'])
    await tap('看更早的，还有 1 条')
    expect(shown()[5]).toBe('聊了，因为读得深')
  })

  test.each([
    ['reading', ['《换季护肤三步走》']],
    ['talk', ['寄小样', '聊了，因为读得深']],
    ['note', ['喜欢淡一点的香味']],
    ['purchase', ['面霜']],
    ['meeting', ['两颊发干']],
    ['photo', ['两颊发干']],
  ])('only %s', async (filter, only) => {
    await openSheet(known())
    await tapId(`filter-${filter}`)
    expect(shown()).toEqual(only)
  })

  test('of a kind there is none of', async () => {
    await openSheet()
    await tapId('filter-photo')
    expect(screen.getByText('还没有这一类')).toBeTruthy()
  })

  test('a long text is folded and opens whole', async () => {
    const long = `${'她说最近皮肤干，'.repeat(30)}想试试新的`
    await openSheet({ notes: [demoNote({ text: long })] })
    expect(text()).not.toContain('想试试新的')
    await tap('看全文')
    expect(shown()).toContain(long)
  })

  test('photos are small until one is tapped', async () => {
    await openSheet(known())
    fireEvent.click(screen.getByLabelText('看大图，第 1 张'))
    await settle()
    expect(document.querySelector('.note-photo-large')).not.toBeNull()
  })
})

test('what comes next: why and what to begin with; its outcome is told on today’s page', async () => {
  await openSheet({
    next: {
      ...{ contactId: 'c1', remark: '优优妈妈', ordinal: 'A7', certainty: 'named' },
      clues: [
        {
          reason: 'deep',
          evidence: [{ of: 'tag', tag: '护肤', posts: 3, ms: 1_860_000, lastAt: T0 }],
          learned: null,
        },
      ],
      ...{ relation: null, value: null, about: '护肤', line: '最近换季，皮肤还好吗', playbookId: null },
      ...{ channel: 'wechat', window: { fromHour: 21, toHour: 24, weekend: false }, outcome: null },
    },
  })
  for (const words of ['读得深', '聊护肤', '最近换季，皮肤还好吗', '微信聊，她多在 21:00–24:00 有空'])
    expect(screen.getByText(words)).toBeTruthy()
  await tap('去今日记录')
  expect(navigated).toEqual(['/pages/today/index'])
})

test('without the sheet the file still tells who she is and what she read, and asks again by a tap', async () => {
  refuse('sheet.see', 'internal')
  answer('contact.see', () => demoFile())
  router.params = { c: 'c1' }
  open(ContactPage)
  await screen.findByText('出错了，再试一次')
  expect(screen.getByText('《换季护肤三步走》')).toBeTruthy()
  answer('sheet.see', () => demoSheet())
  await tap('再试一次')
  expect(screen.getByText('她同意你看阅读和标签')).toBeTruthy()
})
