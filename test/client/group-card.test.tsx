// Does WeChat alone learn which group a card was opened in, and does the article never wait for it?
jest.mock('@tarojs/taro', () => {
  const common = jest.requireActual<{ default: object }>('../support/rep-taro').default
  return {
    __esModule: true,
    default: {
      ...common,
      getEnterOptionsSync: () => ({ scene: 1044, chatType: mockEntry.chatType }),
      getGroupEnterInfo: () => mockEntry.answer,
      cloud: { CloudID: (id: string) => ({ standsFor: id }) },
    },
  }
})

import { groupCard } from '../../client/platform/group-card'

const mockEntry: { chatType: number; answer: Promise<unknown> } = { chatType: 3, answer: Promise.resolve({}) }

beforeEach(() => {
  process.env.TARO_ENV = 'weapp'
  mockEntry.chatType = 3
  mockEntry.answer = Promise.resolve({ cloudID: 'cloud-1' })
})

test('opened in a group, WeChat’s stand-in goes beside the call', async () => {
  expect(await groupCard()).toEqual({ groupCard: { standsFor: 'cloud-1' } })
})

test.each([1, 2, 0])('opened elsewhere (%d) nothing is asked', async (chatType) => {
  mockEntry.chatType = chatType
  mockEntry.answer = Promise.reject(new Error('must not be asked'))
  mockEntry.answer.catch(() => undefined)
  expect(await groupCard()).toEqual({})
})

test('in a browser nothing is asked', async () => {
  process.env.TARO_ENV = 'h5'
  expect(await groupCard()).toEqual({})
})

test('refused, or without an id, there is nothing beside', async () => {
  mockEntry.answer = Promise.reject(new Error('getGroupEnterInfo:fail'))
  expect(await groupCard()).toEqual({})
  mockEntry.answer = Promise.resolve({ errMsg: 'ok' })
  expect(await groupCard()).toEqual({})
})

test('the article does not wait longer than 0.3 s', async () => {
  mockEntry.answer = new Promise(() => undefined)
  const from = performance.now()
  expect(await groupCard()).toEqual({})
  expect(performance.now() - from).toBeLessThan(1_000)
})
