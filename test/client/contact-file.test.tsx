// By what does a guide know who she is, may she say otherwise, and does every answer have its way back?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import ContactPage from '../../client/pkgs/rep/contact/index'
import { queries } from '../../client/platform/queries'
import { navigated, resetTaro, router } from '../support/client-taro'
import { answer, callsOf, loseSignal, refuse, resetCloud } from '../support/reader-phone'
import { demoContact, demoFile, demoReader, demoSheet, demoTag, KEY, T0 } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'

type File = ReturnType<typeof demoFile>
const openFile = async (file: Partial<File> = {}) => {
  answer('contact.see', () => demoFile(file))
  router.params = { c: 'c1' }
  open(ContactPage)
  await waitFor(() => expect(document.querySelector('.file-who')).not.toBeNull())
}
const type = async (id: string, value: string) => {
  const field = document.querySelector(`#${id}`) as HTMLElement
  await act(async () => void fireEvent(field, new CustomEvent('input', { detail: { value } })))
}
const tap = async (words: string) => {
  fireEvent.click(screen.getByText(words))
  await settle()
}
const text = () => document.body.textContent?.replace(/\u00a0/g, ' ') ?? ''
const said = (action: string) => callsOf(action).map(({ payload: { eventId, homeId, ...rest } }) => rest)
const others = () => ({ contacts: [demoContact(), demoContact({ contactId: 'c2', remark: '林姐' })], next: null })
const linked = ({ contactId }: Record<string, unknown>) => ({ contactId: contactId ?? 'own', certainty: 'named' })

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.spyOn(Date, 'now').mockReturnValue(T0)
  resetTaro()
  resetCloud()
  queries.clear()
  answer('contact.list', others)
  answer('sheet.see', () => demoSheet())
  answer('reader.link', linked)
  answer('link.undo', () => ({ contactId: 'c1' }))
})
afterEach(() => jest.restoreAllMocks())

describe('what she cares for', () => {
  test('each tag with its evidence; a tap says how it fades and that she can take it away', async () => {
    await openFile({ tags: [demoTag({ rising: true }), demoTag({ tag: '科学', kind: 'form', posts: 2 })] })
    expect(text()).toContain('3 篇，共 31 分钟，最近昨晚 21:04')
    for (const words of ['护肤', '最近读得多了', '爱看科学']) expect(screen.getByText(words)).toBeTruthy()
    expect(text()).not.toContain('每 14 天减一半')
    fireEvent.click(screen.getByLabelText('护肤 3 篇，共 31 分钟，最近昨晚 21:04'))
    expect(text()).toContain('读了 4 次得出。不再读的话，每 14 天减一半。她可以在隐私中心去掉这个标签，或关掉全部')
  })

  test.each([
    [{ tagsOff: true }, '她没开标签整理，这里不按阅读推测'],
    [{}, '读得还少，看不出她关注什么。多读几篇会自己长出来'],
    [{ freeTime: { fromHour: 21, toHour: 24, weekend: false, readings: 5 } }, '多在 21:00–24:00 读5 次都在这个时段'],
    [{ freeTime: { fromHour: 9, toHour: 11, weekend: true, readings: 5 } }, '多在周末 09:00–11:00 读'],
  ])('said in words %#', async (file, words) => {
    await openFile(file)
    expect(text()).toContain(words)
  })
})

describe('who she is', () => {
  test('a phone that may be hers is asked about on top; yes is one tap, and can be taken back', async () => {
    await openFile({ mayBe: [{ readerKey: KEY, title: '防晒', at: T0 - 60_000 }], readers: [] })
    expect(text()).toContain('只发给她的《防晒》，1 分钟前 在一台还没认出的手机上点开')
    await tap('是她')
    expect(said('reader.link')).toEqual([{ readerKey: KEY, act: 'confirm', contactId: 'c1' }])
    expect(screen.getByText('记下了：是优优妈妈')).toBeTruthy()
    await tap('撤销')
    expect(said('link.undo')).toEqual([{ undoes: callsOf('reader.link')[0]?.payload.eventId }])
    expect(screen.getByText('撤销了')).toBeTruthy()
  })

  test('a card for another opened on her phone: no is one tap too, and is not asked twice in one file', async () => {
    const likely = [{ contactId: 'c2', remark: '林姐', title: '防晒', at: T0 - 60_000 }]
    await openFile({ readers: [demoReader({ likely })] })
    expect(text()).toContain('可能是林姐：只发给她的《防晒》，1 分钟前 在这台手机上点开')
    await tap('不是她')
    expect(said('reader.link')).toEqual([{ readerKey: KEY, act: 'deny', contactId: 'c2' }])
  })

  test('what is asked on top is not asked again below', async () => {
    const likely = [{ contactId: 'c1', remark: '优优妈妈', title: '防晒', at: T0 - 60_000 }]
    const mayBe = [{ readerKey: KEY, title: '防晒', at: T0 - 60_000 }]
    await openFile({ mayBe, readers: [demoReader({ certainty: 'likely', likely })] })
    expect(screen.getAllByText('是她')).toHaveLength(1)
  })

  test('another contact is chosen from the list, without herself in it', async () => {
    await openFile()
    await tap('换成别的客户')
    expect([...document.querySelectorAll('.pick-who')].map((who) => who.textContent)).toEqual(['林姐'])
    await tap('林姐')
    expect(said('reader.link')).toEqual([{ readerKey: KEY, act: 'assign', contactId: 'c2' }])
    expect(screen.getByText('这台手机归到林姐了')).toBeTruthy()
  })

  test('someone who is not in the list is written down and chosen in one go', async () => {
    answer('contact.create', ({ contactId, remark }) =>
      demoContact({ contactId: contactId as string, remark: remark as string }),
    )
    await openFile()
    await tap('这台手机还有别人用')
    await tap('都不是，新写一位')
    await type('new-contact', '优优爸爸')
    await tap('记下')
    const contactId = callsOf('contact.create')[0]?.payload.contactId
    expect(said('reader.link')).toEqual([{ readerKey: KEY, act: 'also', contactId }])
    expect(screen.getByText('记下了：优优爸爸也用这台手机')).toBeTruthy()
  })

  test.each([
    ['somebody else after all', demoContact({ origin: 'rep' }), demoReader(), '其实是另一个人', 'own', null],
    [
      'a guest of the phone',
      demoContact(),
      demoReader({ shared: true, certainty: 'likely' }),
      '她不用这台手机',
      'not-also',
      'c1',
    ],
    [
      'she calls herself something and the guide agrees',
      demoContact({ origin: 'rep' }),
      demoReader({ selfName: '优优的妈' }),
      '是她',
      'confirm',
      'c1',
    ],
  ])('%s', async (_, contact, reader, words, asked, contactId) => {
    await openFile({ contact, readers: [reader] })
    await tap(words)
    expect(said('reader.link')).toEqual([{ readerKey: KEY, act: asked, contactId }])
  })

  test('the phone a contact came into being with cannot be parted from her', async () => {
    await openFile()
    expect(screen.queryByText('其实是另一个人')).toBeNull()
  })
})

describe('said again', () => {
  test('without signal nothing is claimed, and trying again says it under the same id', async () => {
    loseSignal('reader.link')
    await openFile({ mayBe: [{ readerKey: KEY, title: '防晒', at: T0 }] })
    await tap('是她')
    expect(screen.getByText('网络不通，连上后再试')).toBeTruthy()
    answer('reader.link', linked)
    await tap('是她')
    const [first, second] = callsOf('reader.link').map(({ payload }) => payload)
    expect(second).toEqual(first)
    expect(screen.getByText('记下了：是优优妈妈')).toBeTruthy()
  })

  test('said again after she said otherwise, it is a new act', async () => {
    loseSignal('reader.link')
    await openFile({ mayBe: [{ readerKey: KEY, title: '防晒', at: T0 }] })
    await tap('是她')
    answer('reader.link', linked)
    await tap('不是她')
    await tap('是她')
    const [lost, , again] = callsOf('reader.link').map(({ payload }) => payload)
    expect(again).toMatchObject({ act: 'confirm', contactId: lost?.contactId })
    expect(again?.eventId).not.toBe(lost?.eventId)
  })

  test('a refusal is not repeated under the same id', async () => {
    refuse('reader.link', 'conflict')
    await openFile({ mayBe: [{ readerKey: KEY, title: '防晒', at: T0 }] })
    await tap('是她')
    expect(screen.getByText('刚刚有人改过，刷新后再试')).toBeTruthy()
    await tap('是她')
    const ids = callsOf('reader.link').map(({ payload }) => payload.eventId)
    expect(new Set(ids).size).toBe(2)
  })
})

test('the history tells what was said, and takes back only what may be', async () => {
  const event = { at: T0 - 60_000, from: null, to: '优优妈妈', undone: false, mayUndo: false }
  await openFile({
    history: [
      { ...event, eventId: 'e4', act: 'name', mayUndo: true },
      { ...event, eventId: 'e3', act: 'assign', from: 'B9', undone: true },
      { ...event, eventId: 'e2', act: 'deny', to: '王姐' },
      { ...event, eventId: 'e1', act: 'introduce', to: '优优的妈' },
    ],
  })
  for (const words of ['起名叫优优妈妈', '从新客户 B9换成优优妈妈', '说了不是王姐'])
    expect(screen.getByText(words)).toBeTruthy()
  expect(screen.queryByText('她自己写了称呼：优优的妈')).toBeNull()
  await tap('看全部 4 条')
  expect(screen.getByText('她自己写了称呼：优优的妈')).toBeTruthy()
  await tap('撤销')
  expect(said('link.undo')).toEqual([{ undoes: 'e4' }])
})

test('a family: who reads what; one more comes in, and she can leave', async () => {
  const dad = {
    contactId: 'c3',
    remark: '优优爸爸',
    ordinal: 'B2',
    lastReadAt: T0 - 60_000,
    reads: ['防晒', '水杨酸'],
    tags: ['防晒'],
  }
  answer('contact.home', () => ({ homeId: 'h1', members: ['c1', 'c2', 'c3'] }))
  await openFile({ home: [dad] })
  fireEvent.click(screen.getByLabelText('优优爸爸 读过 《防晒》、《水杨酸》 最近 1 分钟前'))
  expect(navigated).toEqual(['/pkgs/rep/contact/index?c=c3'])
  await tap('加一位家人')
  await tap('林姐')
  await tap('她们不是一家人')
  expect(said('contact.home')).toEqual([
    { act: 'join', contactId: 'c2', withContactId: 'c1' },
    { act: 'leave', contactId: 'c1' },
  ])
})

test('tags by hand are kept all at once, with the word still in the field', async () => {
  answer('contact.tag', ({ tags }) => ({ given: tags }))
  await openFile({ contact: demoContact({ given: ['老客', '敏感肌'] }) })
  await tap('改标签')
  fireEvent.click(screen.getByLabelText('去掉 老客'))
  await type('tag', '带娃')
  await tap('存好')
  expect(callsOf('contact.tag')[0]?.payload).toEqual({ contactId: 'c1', tags: ['敏感肌', '带娃'] })
  expect(screen.queryByText('存好')).toBeNull()
})

test('a reading that is only likely hers says so', async () => {
  const [reading] = demoFile().timeline
  if (!reading) throw new Error('the demo has a reading')
  await openFile({ timeline: [{ ...reading, certainty: 'likely' }] })
  expect(document.querySelector('.timed-head')?.textContent).toBe('昨晚 21:04可能')
})
