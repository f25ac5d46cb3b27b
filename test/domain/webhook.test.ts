// Which addresses may be told, how long is waited between tries, and what becomes of each?
import fc from 'fast-check'
import {
  bodyOf,
  isFor,
  newsOfDeals,
  newsOfEnded,
  newsOfPublished,
  type ToldPost,
} from '../../shared/domain/hook-events'
import { faultOfUrl, settle, spreadOf, TRIES_MAX, waitAfter } from '../../shared/domain/webhook'

describe('an address', () => {
  it.each([
    ['https://hooks.example.com/ripple?key=1', null],
    ['https://hooks.example.com:8443/', null],
    ['https://xn--fiq228c.cn', null],
    ['http://hooks.example.com/', 'https-only'],
    ['ftp://hooks.example.com/', 'not-an-address'],
    ['hooks.example.com', 'not-an-address'],
    ['https://', 'not-an-address'],
    ['https://a b.example.com/', 'not-an-address'],
    ['https://name:word@hooks.example.com/', 'no-passwords'],
    ['https://hooks.example.com@10.0.0.1/', 'no-passwords'],
    ['https://hooks.example.com:22/', 'bad-port'],
    ['https://hooks.example.com:99999/', 'bad-port'],
    ['https://localhost/', 'private-address'],
    ['https://LOCALHOST./', 'private-address'],
    ['https://db.internal/', 'private-address'],
    ['https://printer.local/', 'private-address'],
    ['https://127.0.0.1/', 'private-address'],
    ['https://2130706433/', 'private-address'],
    ['https://0x7f.1/', 'private-address'],
    ['https://0177.0.0.1/', 'private-address'],
    ['https://[::1]/', 'private-address'],
    ['https://[::ffff:10.0.0.1]/', 'private-address'],
    ['https://intranet/', 'private-address'],
  ] as const)('%s: %s', (url, fault) => {
    expect(faultOfUrl(url, false)).toBe(fault)
  })

  it('may be this very machine, in the clear, only where the cloud is local', () => {
    expect(faultOfUrl('http://127.0.0.1:9000/hook', true)).toBeNull()
    expect(faultOfUrl('http://127.0.0.1:9000/hook', false)).toBe('https-only')
    expect(faultOfUrl('http://10.0.0.1/', true)).toBe('https-only')
  })
})

describe('waits', () => {
  it('double from half a minute up to six hours, a fifth more or less, the same for the same try', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: TRIES_MAX }), fc.string({ maxLength: 30 }), (tries, id) => {
        const wait = waitAfter(tries, id)
        const plain = Math.min(6 * 3_600_000, 30_000 * 2 ** (tries - 1))
        expect(wait).toBeGreaterThanOrEqual(plain * 0.8 - 1)
        expect(wait).toBeLessThanOrEqual(plain * 1.2 + 1)
        expect(waitAfter(tries, id)).toBe(wait)
      }),
    )
  })

  it('are spread: what failed together is not tried together', () => {
    const waits = Array.from({ length: 1_000 }, (_, n) => spreadOf(`post.published.${n}.hook-1.1`))
    const tenths = new Set(waits.map((spread) => Math.floor(spread * 10)))
    expect(tenths.size).toBe(10)
    const mean = waits.reduce((sum, spread) => sum + spread, 0) / waits.length
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.05)
  })
})

describe('what becomes of a try', () => {
  const delivery = (tries: number) => ({ _id: 'd', tries })
  it.each([
    ['heard', 1, { status: 204 }, 'sent', null],
    ['an error of theirs', 1, { status: 500 }, 'waiting', 'refused'],
    ['sent elsewhere', 1, { status: 302 }, 'waiting', 'redirect'],
    ['nobody there', 1, { fault: 'unreachable' as const }, 'waiting', 'unreachable'],
    ['gone for good', 1, { status: 410 }, 'dead', 'refused'],
    ['the last try', TRIES_MAX, { fault: 'timeout' as const }, 'dead', 'timeout'],
  ] as const)('%s', (_, tries, sent, state, fault) => {
    const settled = settle(delivery(tries), sent, 1_000)
    expect(settled).toMatchObject({ state, fault, settledAt: state === 'waiting' ? null : 1_000 })
    expect(settled.nextAt > 1_000).toBe(state === 'waiting')
  })
})

describe('what is told', () => {
  const post = {
    ...{ _id: 'post-1', version: 3, state: 'live', column: '亲子', isAd: true, article: { title: '周末遛娃清单' } },
    ...{ publishedAt: 5_000, recalledAt: null, recallReason: '', updatedAt: 4_000 },
  } as unknown as ToldPost

  it('a post that went out under an id of the hour it went out', () => {
    const [news] = newsOfPublished(post)
    expect(news).toMatchObject({ eventId: 'post.published.post-1.5000', event: 'post.published', at: 5_000 })
    expect(JSON.parse(news ? bodyOf(news) : '')).toEqual({
      ...{ id: 'post.published.post-1.5000', event: 'post.published', at: 5_000 },
      data: { postId: 'post-1', version: 3, title: '周末遛娃清单', column: '亲子', isAd: true, publishedAt: 5_000 },
    })
    expect(newsOfEnded(post)).toEqual([])
  })

  it('one that was taken back with its reason, one that is over by itself', () => {
    const [recalled] = newsOfEnded({ ...post, state: 'recalled', recalledAt: 9_000, recallReason: '活动结束' })
    expect(recalled).toMatchObject({ eventId: 'post.recalled.post-1.9000', at: 9_000, data: { reason: '活动结束' } })
    const [expired] = newsOfEnded({ ...post, state: 'expired', updatedAt: 9_500, expiredReason: '到期' })
    expect(expired).toMatchObject({ event: 'post.expired', at: 9_500, data: { reason: '到期' } })
    expect(newsOfPublished({ ...post, state: 'recalled' })).toEqual([])
  })

  it.each([
    [0, { deals: 0, few: false }],
    [1, { deals: null, few: true }],
    [4, { deals: null, few: true }],
    [5, { deals: 5, few: false }],
  ])('%s deals of a day', (deals, told) => {
    expect(newsOfDeals('2026-11-21', deals, 1).data).toEqual({ day: '2026-11-21', ...told })
  })

  it('only to who asked for it, is on, and was there when it happened', () => {
    const news = newsOfDeals('2026-11-21', 9, 1_000)
    const hook = { on: true, events: ['talk.deals' as const], since: 1_000 }
    expect(isFor(hook, news)).toBe(true)
    expect(isFor({ ...hook, on: false }, news)).toBe(false)
    expect(isFor({ ...hook, events: ['post.recalled'] }, news)).toBe(false)
    expect(isFor({ ...hook, since: 1_001 }, news)).toBe(false)
  })
})
