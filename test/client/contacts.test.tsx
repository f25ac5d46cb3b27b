// Does the list say who is warm and why, and can a guide write down someone who has not read yet?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { act, fireEvent, screen } from '@testing-library/react'
import Contacts from '../../client/pages/contacts/index'
import Readers from '../../client/pkgs/rep/readers/index'
import { queries } from '../../client/platform/queries'
import { life, navigated, resetTaro, router } from '../support/client-taro'
import { answer, callsOf, hold, loseSignal, resetCloud } from '../support/reader-phone'
import { demoContact, demoPostReaders, demoTag, T0 } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'
import { done, resetPhone } from '../support/rep-taro'

const list = (...contacts: ReturnType<typeof demoContact>[]) => ({ contacts, next: null })
const type = async (id: string, value: string) => {
  const field = document.querySelector(`#${id}`) as HTMLElement
  await act(async () => void fireEvent(field, new CustomEvent('input', { detail: { value } })))
}
const openContacts = async () => {
  open(Contacts)
  await settle()
}

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.spyOn(Date, 'now').mockReturnValue(T0)
  resetTaro()
  resetPhone()
  resetCloud()
  queries.clear()
})
afterEach(() => jest.restoreAllMocks())

test('a row: her name, how sure it is, when she last read, why she is warm, the tags by hand', async () => {
  answer('contact.list', () => list(demoContact({ top: demoTag(), given: ['敏感肌', '老客', '带娃', '周末来'] })))
  await openContacts()
  const told = '优优妈妈 你认出的 最近一次读：昨晚 21:04 关注护肤：3 篇，共 31 分钟，最近昨晚 21:04'
  expect(screen.getByLabelText(told)).toBeTruthy()
  for (const words of ['敏感肌', '老客', '带娃', '还有 1 个']) expect(screen.getByText(words)).toBeTruthy()
  expect(screen.queryByText('周末来')).toBeNull()
})

test.each([
  [demoContact({ certainty: 'likely' }), '优优妈妈 可能是她 最近一次读：昨晚 21:04'],
  [demoContact({ remark: null, certainty: 'unnamed' }), '新客户 A7 还不知道是谁 最近一次读：昨晚 21:04'],
  [demoContact({ certainty: 'certain' }), '优优妈妈 她自己说的 最近一次读：昨晚 21:04'],
])('how sure it is, in words %#', async (contact, told) => {
  answer('contact.list', () => list(contact))
  await openContacts()
  expect(screen.getByLabelText(told)).toBeTruthy()
})

test('warmest first is asked for, and the other order stays until it has come', async () => {
  answer('contact.list', ({ order }) =>
    order === 'warm'
      ? list(demoContact({ contactId: 'c2', remark: '林姐' }), demoContact())
      : list(demoContact(), demoContact({ contactId: 'c2', remark: '林姐' })),
  )
  await openContacts()
  const names = () => [...document.querySelectorAll('.contact-who')].map((name) => name.textContent)
  expect(names()).toEqual(['优优妈妈', '林姐'])
  fireEvent.click(screen.getByLabelText('最热'))
  expect(names()).toEqual(['优优妈妈', '林姐'])
  await settle()
  expect(names()).toEqual(['林姐', '优优妈妈'])
  expect(callsOf('contact.list').map(({ payload }) => payload.order)).toEqual(['recent', 'warm'])
})

test('a search looks for names and for tags by hand', async () => {
  answer('contact.list', () =>
    list(demoContact({ given: ['敏感肌'] }), demoContact({ contactId: 'c2', remark: '林姐' })),
  )
  await openContacts()
  await type('search', '敏感')
  expect(screen.getByText('优优妈妈')).toBeTruthy()
  expect(screen.queryByText('林姐')).toBeNull()
})

test('someone who has not read yet is written down once, though the first answer was lost', async () => {
  answer('contact.list', () => list())
  loseSignal('contact.create')
  await openContacts()
  expect(screen.getByText('还没有客户')).toBeTruthy()
  fireEvent.click(screen.getByText('新建客户'))
  await type('new-contact', ' 三楼王姐 ')
  fireEvent.click(screen.getByText('记下'))
  await settle()
  expect(screen.getByText('网络不通，连上后再试')).toBeTruthy()
  answer('contact.create', ({ contactId, remark }) =>
    demoContact({ contactId: contactId as string, remark: remark as string, origin: 'rep', lastReadAt: null }),
  )
  fireEvent.click(screen.getByText('记下'))
  await settle()
  const [first, second] = callsOf('contact.create').map(({ payload }) => payload)
  expect(second).toEqual(first)
  expect(second?.remark).toBe('三楼王姐')
  expect(navigated).toEqual([`/pkgs/rep/contact/index?c=${second?.contactId}`])
})

test('an answer that comes late leaves alone what she has opened since', async () => {
  const unnamed = (contactId: string, ordinal: string) => demoContact({ contactId, ordinal, remark: null })
  answer('contact.list', () => list(unnamed('c1', 'A1'), unnamed('c2', 'B2')))
  answer('contact.name', ({ contactId, remark }) =>
    demoContact({ contactId: contactId as string, remark: remark as string }),
  )
  const release = hold('contact.name')
  await openContacts()
  const [first, second] = screen.getAllByText('起个名')
  fireEvent.click(first as HTMLElement)
  await type('remark', '优优妈妈')
  fireEvent.click(screen.getByText('记下'))
  fireEvent.click(screen.getByLabelText('关上'))
  fireEvent.click(second as HTMLElement)
  await type('remark', '林姐')
  release()
  await settle()
  expect(screen.getByText('给 新客户 B2 起个名')).toBeTruthy()
  expect(document.querySelector<HTMLInputElement>('#remark')?.getAttribute('value')).toBe('林姐')
  expect(screen.getByText('记下了：优优妈妈')).toBeTruthy()
})

test('one she wrote down has not been seen reading, and nothing is claimed about who reads', async () => {
  answer('contact.list', () => list(demoContact({ origin: 'rep', lastReadAt: null, certainty: 'named' })))
  await openContacts()
  expect(screen.getByText('还没见她读过')).toBeTruthy()
  expect(screen.queryByText('你认出的')).toBeNull()
  expect(screen.getByLabelText('优优妈妈 还没见她读过')).toBeTruthy()
})

test.each([
  [3, 'badge 1 3'],
  [100, 'badge 1 99+'],
  [0, 'no badge 1'],
])('%i she has not seen: 动态 carries the number', async (unread, shown) => {
  answer('contact.list', () => list(demoContact()))
  answer('feed.watch', () => ({ asOf: T0, lines: [], unread }))
  await openContacts()
  act(() => {
    for (const tell of life.show) tell()
  })
  await settle()
  expect([...new Set(done)]).toEqual([shown])
})

describe('谁读了这篇', () => {
  const openReaders = async (params: Record<string, string> = { p: 'p1' }) => {
    router.params = params
    open(Readers)
    await settle()
  }

  test('who read it, how long, which part; the unnamed as a count, the rest apart', async () => {
    answer('post.readers', () =>
      demoPostReaders({ anonymous: 'few', apart: { staff: 3, sharer: 0, crawler: 2 }, more: true }),
    )
    await openReaders()
    fireEvent.click(screen.getByLabelText('优优妈妈 13 分 20 秒 读了 2 次 最近昨晚 21:04 ‘第二步’最久，6 分钟'))
    expect(navigated).toEqual(['/pkgs/rep/contact/index?c=c1'])
    const notes = [...document.querySelectorAll('.post-readers-note')].map((note) =>
      note.textContent?.replace(/\u00a0/g, ' '),
    )
    expect(notes).toEqual([
      '读的人很多，这里是最近的一部分',
      '没同意告知的少于 3 次',
      '另有员工 3 次、机器 2 次，不算在内',
    ])
  })

  test('who is only likely to be her is not told as certain', async () => {
    const [reader] = demoPostReaders().readers
    answer('post.readers', () => ({ ...demoPostReaders(), readers: [{ ...reader, certainty: 'likely' }] }))
    await openReaders()
    expect(screen.getByLabelText(/^可能是优优妈妈 /)).toBeTruthy()
  })

  test('nobody named yet: what to do', async () => {
    answer('post.readers', () => demoPostReaders({ readers: [], anonymous: 5 }))
    await openReaders()
    expect(screen.getByText('还没有人留下名字')).toBeTruthy()
    expect(document.querySelector('.post-readers-foot')?.textContent).toContain('没同意告知的 5')
  })

  test('an address without a post asks nothing', async () => {
    await openReaders({})
    expect(screen.getByText('没找到这条内容')).toBeTruthy()
    expect(callsOf('post.readers')).toEqual([])
  })
})
