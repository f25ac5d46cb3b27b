// Does an act keep one code over all its tries, whoever makes them?
jest.mock('@tarojs/taro', () => Reflect.get(globalThis, 'phoneOfTest'))

import * as phone from '../support/client-taro'

Object.assign(globalThis, { phoneOfTest: phone })
const sent: { action: string; trace: string }[] = []
let isOffline = false
const fetchOfTest = async (_: string, { body }: { body: string }) => {
  sent.push(JSON.parse(body))
  if (isOffline) throw new TypeError('Failed to fetch')
  return { status: 200, json: async () => ({ ok: true, data: {} }) }
}

type App = typeof import('../../client/platform/outbox') & typeof import('../../client/platform/call')
const start = (): App => {
  let app: App | null = null
  jest.isolateModules(() => {
    app = { ...require('../../client/platform/outbox'), ...require('../../client/platform/call') }
  })
  if (!app) throw new Error('no app')
  return app
}

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  phone.resetTaro()
  sent.length = 0
  isOffline = false
  Object.assign(globalThis, { fetch: fetchOfTest })
})

test('what waits in the outbox keeps it, also when the app was closed in between', async () => {
  isOffline = true
  const promise = { promiseId: 'p1', contactId: 'c1', text: '留一罐', dueDay: '2026-12-01' }
  expect(await start().deliver('promise.p1', 'promise.make', promise)).toBeNull()
  isOffline = false
  const later = start()
  const at = Date.now() + 60_000 // the lease of the window that is gone is over
  jest.spyOn(Date, 'now').mockReturnValue(at)
  await later.flushOutbox()
  jest.restoreAllMocks()
  expect(sent).toHaveLength(2)
  expect(sent[0]?.trace).toMatch(/^[0-9A-Za-z]{10}$/)
  expect(sent[1]?.trace).toBe(sent[0]?.trace)
})

test('a call that had no answer keeps it when it is made again; another call has its own', async () => {
  const { call } = start()
  isOffline = true
  await expect(call('rep', 'me.see', {})).rejects.toMatchObject({ code: 'offline', trace: sent[0]?.trace })
  await expect(call('rep', 'kit.list', {} as never)).rejects.toMatchObject({ code: 'offline' })
  isOffline = false
  for (const _ of [1, 2]) await call('rep', 'me.see', {})
  const [first, other, again, fresh] = sent.map(({ trace }) => trace)
  expect(again).toBe(first)
  expect(new Set([first, other, fresh]).size).toBe(3)
})
