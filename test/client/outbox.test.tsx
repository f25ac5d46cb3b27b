// Is anything she said ever lost without a word? What waits, in which order it goes, and what is not taken.
// the phone stays the same while the app on it is started anew
jest.mock('@tarojs/taro', () => Reflect.get(globalThis, 'phoneOfTest'))

import type { Input } from '../../shared/contracts'
import * as phone from '../support/client-taro'
import { answer, answerAsked, asked, hold, loseSignal, refuse, refuseFor, resetCloud } from '../support/reader-phone'

const { default: taro, resetTaro } = phone
Object.assign(globalThis, { phoneOfTest: phone })

type Outbox = typeof import('../../client/platform/outbox')
type RefusedOnes = typeof import('../../client/platform/refused')
type App = Outbox & RefusedOnes

/** The app as it starts: nothing in memory, all that was stored. */
const start = (): App => {
  let app: App | null = null
  jest.isolateModules(() => {
    app = { ...require('../../client/platform/outbox'), ...require('../../client/platform/refused') }
  })
  if (!app) throw new Error('no app')
  return app
}

const T0 = Date.UTC(2026, 10, 21, 2)
const MINUTE_MS = 60_000
let now = T0
let app: App
const sent = (): string[] =>
  asked.map(({ action, payload }) => `${action} ${payload.noteId ?? payload.promiseId ?? payload.contactId ?? ''}`)
const note = (noteId: string, contactId = 'c1', text = '喜欢淡香'): Input<'rep', 'note.write'> => ({
  ...{ noteId, contactId, groupId: null, kind: 'note', text, agoMs: 0, photos: [], purchase: null },
})
const write = (noteId: string, contactId?: string, text?: string) =>
  app.deliver(`note.${noteId}`, 'note.write', note(noteId, contactId, text))
const make = (promiseId: string, contactId = 'c1') =>
  app.deliver(`promise.${promiseId}`, 'promise.make', { promiseId, contactId, text: '留一罐', dueDay: '2026-12-01' })
const keep = (promiseId: string) =>
  app.deliver(`promise.${promiseId}.kept`, 'promise.keep', { promiseId, kept: true, agoMs: 0 })
const ACTIONS = ['note.write', 'note.drop', 'promise.make', 'promise.keep', 'promise.drop', 'talk.tell']
const all = (set: (action: string) => void) => ACTIONS.forEach(set)
const offline = () => all(loseSignal)
const online = () => all((action) => answer(action, (payload) => payload))
const waiting = () => app.seeOutbox().actions
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'went through',
    (error: { code: string; reason?: string }) => error.reason ?? error.code,
  )

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.restoreAllMocks()
  now = T0
  jest.spyOn(Date, 'now').mockImplementation(() => now)
  resetTaro()
  resetCloud()
  online()
  app = start()
})

describe('without signal', () => {
  test('all is kept in the order she said it, outlives the app, and arrives once', async () => {
    offline()
    for (const id of ['n1', 'n2', 'n3']) expect(await write(id)).toBeNull()
    expect(app.seeOutbox()).toEqual({ actions: ['note.write', 'note.write', 'note.write'], triedAt: T0 })
    app = start()
    online()
    asked.length = 0
    await Promise.all([app.flushOutbox(), app.flushOutbox()])
    await app.flushOutbox()
    expect(sent()).toEqual(['note.write n1', 'note.write n2', 'note.write n3'])
    expect(waiting()).toEqual([])
  })

  test('killed while it was being sent: it goes again when the app comes back', async () => {
    const release = hold('note.write')
    void write('n1')
    await Promise.resolve()
    app = start()
    now += 30_000
    online()
    await app.flushOutbox()
    expect(sent()).toEqual(['note.write n1', 'note.write n1'])
    expect(waiting()).toEqual([])
    release()
  })

  test('how long ago she said it grows until it is sent', async () => {
    offline()
    await keep('p1')
    now += 60 * MINUTE_MS
    online()
    await app.flushOutbox()
    expect(asked.at(-1)?.payload.agoMs).toBe(60 * MINUTE_MS)
  })

  test('the phone hears of signal: what waits goes by itself', async () => {
    app.startOutbox()
    offline()
    await write('n1')
    online()
    window.dispatchEvent(new Event('online'))
    await app.flushOutbox()
    expect(waiting()).toEqual([])
  })

  test('two windows of one browser send it once', async () => {
    offline()
    await write('n1')
    online()
    asked.length = 0
    const other = start()
    await Promise.all([app.flushOutbox(), other.flushOutbox()])
    expect(sent()).toEqual(['note.write n1'])
  })
})

describe('what builds on another', () => {
  test('with signal again, a promise is made before it is kept', async () => {
    offline()
    await make('p1')
    online()
    asked.length = 0
    expect(await keep('p1')).not.toBeNull()
    expect(sent()).toEqual(['promise.make p1', 'promise.keep p1'])
  })

  test('it waits while the first is still on its way', async () => {
    const release = hold('promise.make')
    const [made, kept] = [make('p1'), keep('p1')]
    await new Promise((ready) => setTimeout(ready, 20))
    expect(sent()).toEqual(['promise.make p1'])
    release()
    await Promise.all([made, kept])
    expect(sent()).toEqual(['promise.make p1', 'promise.keep p1'])
  })

  test('taken back while it is on its way: the word that takes it back comes second', async () => {
    const release = hold('note.write')
    const [written, dropped] = [write('n1'), app.deliver('note.n1', 'note.drop', { noteId: 'n1' })]
    await new Promise((ready) => setTimeout(ready, 20))
    expect(sent()).toEqual(['note.write n1'])
    release()
    await Promise.all([written, dropped])
    expect(sent()).toEqual(['note.write n1', 'note.drop n1'])
  })

  test('what takes an entry away takes its changes along', async () => {
    offline()
    await make('p1')
    await keep('p1')
    await app.deliver('promise.p1', 'promise.drop', { promiseId: 'p1' })
    expect(waiting()).toEqual(['promise.drop'])
  })

  test('a later word stands where the earlier stood, in front of what builds on it', async () => {
    loseSignal('group.save')
    offline()
    const group = (name: string) => ({ groupId: 'g1', from: {}, to: { name } })
    await app.deliver('group.g1', 'group.save', group('早安'))
    await app.deliver('note.n1', 'note.write', { ...note('n1'), contactId: null, groupId: 'g1' })
    await app.deliver('group.g1', 'group.save', group('早安妈妈'))
    expect(waiting()).toEqual(['group.save', 'note.write'])
  })
})

describe('the cloud stumbles over one', () => {
  const stumbleOver = (noteId: string) =>
    answerAsked('note.write', (payload) =>
      payload.noteId === noteId
        ? { ok: false, error: { code: 'internal', message: '', trace: 't1' } }
        : { ok: true, data: payload },
    )

  test('it is kept; after five times it steps aside, and those behind it arrive', async () => {
    offline()
    await write('bad', 'c1')
    await write('good', 'c2')
    stumbleOver('bad')
    for (let time = 1; time < 5; time++) await app.flushOutbox()
    expect(waiting()).toHaveLength(2)
    await app.flushOutbox()
    expect(waiting()).toEqual(['note.write'])
    expect(sent().filter((one) => one.endsWith('good')).length).toBe(2) // once without signal
  })

  test('it is asked again after pauses that grow up to an hour, and arrives when the cloud is well', async () => {
    stumbleOver('bad')
    await write('bad')
    for (let time = 2; time <= 5; time++) await app.flushOutbox()
    const triedAfter: number[] = []
    for (const start = now; now < start + 4 * 60 * MINUTE_MS; now += MINUTE_MS) {
      const before = asked.length
      await app.flushOutbox()
      if (asked.length > before) triedAfter.push((now - start) / MINUTE_MS)
    }
    expect(triedAfter).toEqual([1, 3, 7, 15, 31, 63, 123, 183])
    online()
    now += 60 * MINUTE_MS
    await app.flushOutbox()
    expect(waiting()).toEqual([])
  })

  test('what is of the same entry waits for it still; what is only of the same contact does not', async () => {
    offline()
    await make('p1')
    online()
    refuse('promise.make', 'internal')
    for (let time = 1; time <= 5; time++) await app.flushOutbox()
    asked.length = 0
    expect(await keep('p1')).toBeNull()
    expect(await write('n1')).not.toBeNull()
    expect(sent()).toEqual(['note.write n1'])
  })
})

describe('what the cloud does not take', () => {
  test('is kept as refused, in her words and with the reason, and holds nothing up', async () => {
    offline()
    await write('n1', 'c1', '她家优优三岁')
    await write('n2')
    answerAsked('note.write', (payload) =>
      payload.noteId === 'n1'
        ? { ok: false, error: { code: 'invalid', message: '认得出孩子', trace: 't1', reason: 'child-facts' } }
        : { ok: true, data: payload },
    )
    await app.flushOutbox()
    expect(waiting()).toEqual([])
    app = start()
    expect(app.listRefused()).toEqual([
      {
        ...{ id: `note.n1.${T0}`, action: 'note.write', contactId: 'c1', words: '她家优优三岁', saidAt: T0, at: T0 },
        why: { code: 'invalid', message: '认得出孩子', trace: 't1', reason: 'child-facts' },
      },
    ])
    app.putAwayRefused(`note.n1.${T0}`)
    expect(app.listRefused()).toEqual([])
  })

  test('told where she says it when there is signal, and not again', async () => {
    refuse('note.write', 'invalid')
    expect(await reasonOf(write('n1'))).toBe('invalid')
    expect([waiting(), app.listRefused()]).toEqual([[], []])
  })

  test('a card that went out and was not taken is told, too: nobody waited for its answer', async () => {
    refuse('share.record', 'gone')
    app.post('rep', 'share.record', { token: 'TokenToken12', postId: 'p1', channel: 'chat-card' })
    await app.flushOutbox()
    expect(app.listRefused().map(({ action, why }) => [action, why.code])).toEqual([['share.record', 'gone']])
  })

  test.each([
    ['a limit is for good', 'too-many', 'too-many-groups', 1],
    ['two phones at once is not', 'conflict', 'busy', 0],
    ['gone is for good', 'not-found', 'no-such-entry', 1],
  ])('%s', async (_, code, reason, refused) => {
    offline()
    await write('n1')
    refuseFor('note.write', code, reason)
    await app.flushOutbox()
    expect([app.listRefused().length, waiting().length]).toEqual([refused, 1 - refused])
  })

  test.each(['too-many', 'unauthenticated', 'offline'])('%s holds all, and nothing is lost', async (code) => {
    offline()
    await write('n1')
    await write('n2', 'c2')
    refuse('note.write', code)
    await app.flushOutbox()
    expect(waiting()).toHaveLength(2)
  })

  test('the list of them does not grow for ever', async () => {
    offline()
    for (let n = 0; n < 60; n++) await write(`n${n}`)
    refuse('note.write', 'gone')
    await app.flushOutbox()
    expect(app.listRefused()).toHaveLength(50)
    expect(app.listRefused().at(-1)?.id).toContain('n59')
  })
})

describe('no room', () => {
  test('more than the phone keeps is refused with its reason, and nothing older goes', async () => {
    offline()
    for (let n = 0; n < 200; n++) await write(`n${n}`, `c${n}`)
    expect(await reasonOf(write('one-more'))).toBe('outbox-full')
    expect(await write('n0', 'c0', '改一句')).toBeNull()
    expect(waiting()).toHaveLength(200)
    online()
    expect(await write('one-more')).not.toBeNull()
  })

  test('the storage is full: answers make room for what she says', async () => {
    taro.setStorageSync('ripple.cache', 'x')
    const store = taro.setStorageSync
    jest.spyOn(taro, 'setStorageSync').mockImplementation((key, value) => {
      if (key === 'ripple.outbox' && taro.getStorageSync('ripple.cache') !== '') throw new Error('full')
      store(key, value)
    })
    offline()
    expect(await write('n1')).toBeNull()
    app = start()
    expect(waiting()).toEqual(['note.write'])
  })

  test('the storage is full of other things: told, not kept by half', async () => {
    jest.spyOn(taro, 'setStorageSync').mockImplementation(() => {
      throw new Error('full')
    })
    offline()
    expect(await reasonOf(write('n1'))).toBe('storage-full')
    expect(waiting()).toEqual([])
    online()
    expect(await write('n2')).not.toBeNull()
  })
})
