// Is whoever calls too often told to wait, and nobody else? And do guesses of links end?
import { markOf } from '../../cloudfunctions/_kit/caller'
import { noteMiss, TooFast, takeCall, takeShares } from '../../cloudfunctions/_kit/turns'
import { times } from '../../shared/domain/rate'
import { ADDRESS_TIMES, MISSES, RATES, SHARE_MAKING, SHARE_READING } from '../../shared/domain/rates.data'
import { newToken, publish, share } from '../support/scenes'
import { type As, hua, lin, mei, READER_URL, startWorld, type World } from '../support/world'

/** How many go through before one is refused, all in one moment. */
const untilRefused = (act: () => void, most = 100_000): number => {
  for (let n = 0; n < most; n++)
    try {
      act()
    } catch (error) {
      if (error instanceof TooFast) return n
      throw error
    }
  throw new Error('never refused')
}

describe('in one instance', () => {
  const wechat = (openid: string) => ({ environment: JSON.stringify({ WX_OPENID: openid, TCB_SOURCE: 'wx_client' }) })
  const browser = (env: object) => ({ environment: JSON.stringify({ TCB_SOURCE_IP: '203.0.113.7', ...env }) })
  const anonymous = (uid: string) => browser({ TCB_UUID: uid, LOGINTYPE: 'ANONYMOUS' })
  const of = (context: object) => markOf({}, context)

  beforeAll(() => {
    process.env.RIPPLE_PERSON_KEY = 'a-key-for-tests-only'
    process.env.RIPPLE_RATE_TIMES = '1'
  })
  beforeEach(() => jest.useFakeTimers({ now: Date.UTC(2026, 10, 23) + Math.random() * 1e12 }))
  afterEach(() => jest.useRealTimers())

  test('a person of WeChat is counted by herself, a browser that anybody can be by its address too', () => {
    expect(of(wechat('o1'))).toEqual({ person: expect.stringMatching(/^[\w-]{22}$/), address: null })
    expect(of(browser({}))).toEqual({ person: null, address: '203.0.113.7' })
    expect(of(anonymous('u1'))).toEqual({ person: expect.any(String), address: '203.0.113.7' })
    expect(of(browser({ TCB_UUID: 'staff', LOGINTYPE: 'USERNAME' })).address).toBeNull()
    expect(of({})).toEqual({ person: null, address: null })
    const timer = { environment: JSON.stringify({ TRIGGER_SRC: 'timer' }) }
    expect(markOf({ Type: 'Timer' }, timer)).toEqual({ person: null, address: null })
  })

  test('each has her own turns of each kind, and they come back', () => {
    const [one, two] = [of(wechat('o-one')), of(wechat('o-two'))]
    expect(untilRefused(() => takeCall(one, 'rep', 'feed.list'))).toBe(RATES.ordinary.burst)
    takeCall(two, 'rep', 'feed.list')
    takeCall(one, 'reader', 'reading.report')
    jest.advanceTimersByTime(60_000)
    expect(untilRefused(() => takeCall(one, 'rep', 'contact.list'))).toBe(RATES.ordinary.aMinute)
  })

  test('new identities of one browser are no new turns', () => {
    let n = 0
    const rotating = () => takeCall(of(anonymous(`u-${n++}`)), 'reader', 'consent.give')
    expect(untilRefused(rotating)).toBe(times(RATES.making, ADDRESS_TIMES).burst)
  })

  test('who misses too often waits, whatever she asks for', () => {
    const one = of(wechat('o-guess'))
    for (let n = 0; n < MISSES.burst; n++) noteMiss(one)
    expect(() => takeCall(one, 'reader', 'post.read')).toThrow(TooFast)
    jest.advanceTimersByTime(60_000)
    takeCall(one, 'reader', 'post.read')
    takeCall(of(wechat('o-other')), 'reader', 'post.read')
  })

  test('a share has turns of its own, whoever makes cards from it; a rep’s own cards are not counted by it', () => {
    const made = () => takeShares('reader', 'share.record', { token: 'AAAAAAAAAAAA', parentToken: 'BBBBBBBBBBBB' })
    expect(untilRefused(made)).toBe(SHARE_MAKING.burst)
    takeShares('reader', 'share.record', { token: 'AAAAAAAAAAAA', parentToken: 'CCCCCCCCCCCC' })
    takeShares('rep', 'share.record', { token: 'BBBBBBBBBBBB', postId: 'post' })
    const read = () => takeShares('reader', 'reading.report', { readings: [{ token: 'BBBBBBBBBBBB' }, {}] })
    expect(untilRefused(read)).toBe(SHARE_READING.burst)
  })
})

describe('through the door', () => {
  let world: World
  let [postId, token] = ['', '']
  beforeAll(async () => {
    const env = { RIPPLE_PERSON_KEY: 'a-key-for-tests-only', RIPPLE_READER_URL: READER_URL, RIPPLE_RATE_TIMES: '1' }
    world = await startWorld({ instances: 1 }, env)
    postId = (await publish(world)).postId
    token = await share(world, postId, lin)
  })
  afterAll(() => world.stop())

  /** A machine that is slow gives turns back meanwhile; the refusal, and how many went through. */
  const hammer = async (action: 'post.read' | 'share.record', payload: () => object, as: As, most: number) => {
    for (let n = 0; n < most; n++) {
      const reply = await world.call('reader', action, payload(), as)
      if (!reply.ok && reply.error.code === 'too-many') return { n, error: reply.error }
    }
    throw new Error('never refused')
  }

  test('too many cards at once: told how long to wait, nothing written, and others go on', async () => {
    const card = () => ({ token: newToken(), parentToken: token, channel: 'link' })
    const { n, error } = await hammer('share.record', card, mei, 2_000)
    expect(n).toBeGreaterThanOrEqual(RATES.making.burst)
    expect(error).toMatchObject({ code: 'too-many', reason: 'too-fast', retryAfterS: expect.any(Number) })
    expect(error.message).toBe(`操作太频繁，请 ${error.retryAfterS} 秒后再试。`)
    expect((await world.docs('shares')).length).toBe(n + 1)
    expect((await world.call('reader', 'share.record', card(), hua)).ok).toBe(true)
    expect((await world.call('reader', 'post.read', { token }, mei)).ok).toBe(true)
  })

  test('guessing tokens ends, also where a wrong one is no reason not to read', async () => {
    const guess = () => ({ token: newToken(), postId })
    const { n, error } = await hammer('post.read', guess, mei, 500)
    expect(n).toBeGreaterThanOrEqual(MISSES.burst)
    expect(error.retryAfterS).toBeGreaterThan(0)
    const english = await world.refusal('reader', 'post.read', { token }, mei, 'en')
    expect(english.message).toMatch(/^Too many at once\. Please try again in \d+ s\.$/)
    expect((await world.call('reader', 'post.read', { token }, hua)).ok).toBe(true)
  })
})
