// Is a rep told at the right moment, the right way, and no more often than she can bear?
import fc from 'fast-check'
import { instantOf, timeOf } from '../../shared/domain/day'
import type { LinkEventId, MemberId, PersonId, PostId } from '../../shared/domain/ids'
import {
  acceptGrant,
  afterNotice,
  GRANTS_KEPT,
  gatherWaiting,
  isDigest,
  mayNotify,
  type Notice,
  type NoticeChannel,
  newWatch,
  QUOTA_MAX,
  setNotices,
  type Tellable,
  type Watch,
} from '../../shared/domain/notice'
import { wordNotice } from '../../shared/domain/notice-words'

const at = (time: string, day = '2026-11-21') => instantOf(day, time)
const NOON = at('12:00')
const MINUTE = 60_000
const watch = (change: Partial<Watch> = {}): Watch => ({
  ...newWatch('rep' as MemberId),
  on: true,
  quota: 3,
  waitingSince: 0,
  ...change,
})
const BOTH: NoticeChannel[] = ['employee', 'subscribe']

describe('when and how', () => {
  const today = { sentDay: '2026-11-21' }
  it.each<[string, Partial<Watch>, NoticeChannel[], string, object]>([
    ['notices are off', { on: false }, BOTH, '12:00', { wait: 'off', until: null }],
    ['she is bound for work messages', { employee: true }, BOTH, '12:00', { channel: 'employee' }],
    ['she is not', {}, BOTH, '12:00', { channel: 'subscribe' }],
    ['work messages are not set up', { employee: true }, ['subscribe'], '12:00', { channel: 'subscribe' }],
    ['no message is left', { quota: 0 }, BOTH, '12:00', { wait: 'no-quota', until: null }],
    ['none is needed', { quota: 0, employee: true }, BOTH, '12:00', { channel: 'employee' }],
    ['only what she lacks is set up', {}, ['employee'], '12:00', { wait: 'no-channel', until: null }],
    ['it is 20:59', {}, BOTH, '20:59', { channel: 'subscribe' }],
    ['it is 21:00', {}, BOTH, '21:00', { wait: 'quiet', until: at('09:00', '2026-11-22') }],
    ['it is 03:00', {}, BOTH, '03:00', { wait: 'quiet', until: at('09:00') }],
    ['it is 08:59', {}, BOTH, '08:59', { wait: 'quiet', until: at('09:00') }],
    ['it is 09:00', {}, BOTH, '09:00', { channel: 'subscribe' }],
    ['she rests at noon', { quietFrom: 12, quietTo: 14 }, BOTH, '13:00', { wait: 'quiet', until: at('14:00') }],
    ['she never rests', { quietFrom: 8, quietTo: 8 }, BOTH, '03:00', { channel: 'subscribe' }],
    [
      'nine minutes after one',
      { sentAt: NOON - 9 * MINUTE },
      BOTH,
      '12:00',
      { wait: 'too-soon', until: NOON + MINUTE },
    ],
    ['ten minutes after one', { sentAt: NOON - 10 * MINUTE }, BOTH, '12:00', { channel: 'subscribe' }],
    ['after nineteen today', { ...today, sentToday: 19 }, BOTH, '12:00', { channel: 'subscribe' }],
    [
      'after twenty today',
      { ...today, sentToday: 20 },
      BOTH,
      '12:00',
      { wait: 'day-full', until: at('00:00', '2026-11-22') },
    ],
    ['after twenty yesterday', { sentDay: '2026-11-20', sentToday: 20 }, BOTH, '12:00', { channel: 'subscribe' }],
  ])('%s', (_case, change, open, time, expected) => {
    expect(mayNotify(watch(change), open, at(time))).toEqual(expected)
  })

  it.each([
    ['one that just happened', 1, 1, false],
    ['one that waited ten minutes, over night for instance', 1, 10, true],
    ['two', 2, 0, true],
  ])('%s: together with others or not', (_case, readings, agoMinutes, digest) => {
    expect(isDigest({ readings, oldestAt: NOON - agoMinutes * MINUTE }, NOON)).toBe(digest)
  })
})

describe('what is news', () => {
  const reading = (change: Partial<Tellable> = {}): Tellable => ({
    alias: 'r1',
    personId: 'p1' as PersonId,
    postId: 'a' as PostId,
    ms: 40_000,
    lastAt: NOON,
    ...change,
  })
  it.each<[string, Partial<Watch>, Partial<Tellable>, boolean]>([
    ['a reading since the last notice', { notifiedAt: NOON - 1 }, {}, true],
    ['one from before', { notifiedAt: NOON }, {}, false],
    ['one she has seen in her feed', { seenAt: NOON }, {}, false],
    ['one that was told and has grown', { told: ['r1'] }, {}, false],
    ['a glance', {}, { ms: 9_999 }, false],
  ])('%s', (_case, seen, change, isNews) => {
    expect(gatherWaiting(watch(seen), [reading(change)]) !== null).toBe(isNews)
  })

  it('readings are gathered, the latest post first, each reader once', () => {
    const waiting = gatherWaiting(watch(), [
      reading(),
      reading({ alias: 'r2', lastAt: NOON + 2, postId: 'b' as PostId, ms: 90_000 }),
      reading({ alias: 'r3', lastAt: NOON + 1, personId: 'p2' as PersonId }),
    ])
    expect(waiting).toEqual({
      readings: 3,
      readers: 2,
      postIds: ['b', 'a'],
      longestMs: 90_000,
      oldestAt: NOON,
      upTo: NOON + 2,
      told: ['r2', 'r3', 'r1'],
    })
  })
})

describe('after it was tried', () => {
  const notice = (change: Partial<Notice>): Notice => ({
    _id: 'rep.0',
    repId: 'rep' as MemberId,
    at: NOON,
    channel: 'subscribe',
    outcome: 'delivered',
    errcode: 0,
    readings: 1,
    digest: false,
    upTo: NOON - 5,
    told: ['r1'],
    ...change,
  })
  it.each<[Notice['outcome'], object]>([
    ['delivered', { round: 1, notifiedAt: NOON - 5, told: ['r1', 'r0'], quota: 2, sentAt: NOON, sentToday: 1 }],
    ['unknown', { round: 1, notifiedAt: NOON - 5, told: ['r1', 'r0'], quota: 2, sentAt: NOON, sentToday: 1 }],
    ['exhausted', { round: 1, notifiedAt: 7, told: ['r0'], quota: 0, sentAt: 0, sentToday: 0 }],
    ['unbound', { round: 1, notifiedAt: 7, told: ['r0'], quota: 3, employee: false, sentAt: 0 }],
    ['refused', { round: 1, notifiedAt: 7, told: ['r0'], quota: 3, waitingSince: NOON + 3_600_000 }],
  ])('%s', (outcome, expected) => {
    const before = watch({ notifiedAt: 7, told: ['r0'], employee: outcome === 'unbound' })
    expect({ ...before, ...afterNotice(before, notice({ outcome }), NOON) }).toMatchObject(expected)
  })

  it('a work message takes nothing from the quota', () => {
    expect(afterNotice(watch(), notice({ channel: 'employee' }), NOON)).not.toHaveProperty('quota')
  })
})

describe('her taps and settings', () => {
  const grant = (n: number, change: object = {}) => ({
    grantId: `g${n}` as LinkEventId,
    channel: 'subscribe' as NoticeChannel,
    accepted: true,
    ...change,
  })

  it('the same tap counts once, however often the phone repeats it', () => {
    const once = acceptGrant(watch({ quota: 0, waitingSince: null }), grant(1), NOON)
    expect(once).toMatchObject({ quota: 1, waitingSince: NOON })
    expect(acceptGrant(once, grant(1), NOON + 9)).toBe(once)
  })

  it('a no buys nothing, and a no to work messages ends them', () => {
    expect(acceptGrant(watch({ quota: 2 }), grant(1, { accepted: false }), NOON).quota).toBe(2)
    const bound = acceptGrant(watch(), grant(1, { channel: 'employee' }), NOON)
    expect(bound).toMatchObject({ employee: true, quota: 3 })
    expect(acceptGrant(bound, grant(2, { channel: 'employee', accepted: false }), NOON).employee).toBe(false)
  })

  it('taps stack up to a limit, and so does their memory', () => {
    let tapped = watch({ quota: 0 })
    for (let n = 0; n < 200; n++) tapped = acceptGrant(tapped, grant(n), NOON)
    expect(tapped.quota).toBe(QUOTA_MAX)
    expect(tapped.grants).toHaveLength(GRANTS_KEPT)
  })

  it('what was read before notices were switched on is no news; off means not looked at', () => {
    const off = watch({ on: false, waitingSince: null, notifiedAt: 5 })
    const settings = { on: true, quietFrom: 22, quietTo: 8 }
    const on = setNotices(off, settings, NOON)
    expect(on).toMatchObject({ on: true, quietFrom: 22, waitingSince: NOON, notifiedAt: NOON })
    expect(setNotices(on, { ...settings, quietTo: 7 }, NOON + 9)).toMatchObject({ notifiedAt: NOON, quietTo: 7 })
    expect(setNotices(on, { ...settings, on: false }, NOON).waitingSince).toBeNull()
  })
})

it('whatever comes when: never in quiet hours, never too soon, never without quota, nothing twice, and nothing lost', () => {
  const minute = fc.record({
    read: fc.option(fc.nat(5), { freq: 3 }),
    tap: fc.option(fc.constant(true), { freq: 20 }),
    outcome: fc.constantFrom<Notice['outcome']>('delivered', 'delivered', 'delivered', 'exhausted', 'refused'),
  })
  fc.assert(
    fc.property(fc.array(minute, { minLength: 50, maxLength: 400 }), fc.nat(23), (minutes, startHour) => {
      const start = at('00:00') + startHour * 3_600_000
      let current = watch({ quota: 1, waitingSince: start, notifiedAt: start - 1 })
      const readings: Tellable[] = []
      let told = 0
      let delivered = 0
      let bought = 1
      let lastAt = 0
      const look = (now: number, outcome: Notice['outcome']) => {
        if (current.waitingSince === null || current.waitingSince > now) return
        const may = mayNotify(current, ['subscribe'], now)
        if (!('channel' in may)) {
          current = { ...current, waitingSince: may.until }
          return
        }
        const waiting = gatherWaiting(current, readings)
        if (!waiting) return
        const { upTo, told: aliases } = waiting
        const sent: Notice = {
          ...{ _id: '', repId: current._id, at: now, channel: may.channel, outcome, errcode: 0 },
          ...{ readings: waiting.readings, digest: isDigest(waiting, now), upTo, told: aliases },
        }
        if (outcome === 'delivered') {
          const hour = Number(timeOf(now).slice(0, 2))
          expect(hour).toBeGreaterThanOrEqual(9)
          expect(hour).toBeLessThan(21)
          expect(now - lastAt).toBeGreaterThanOrEqual(10 * MINUTE)
          told += waiting.readings
          lastAt = now
          delivered++
        }
        current = { ...current, ...afterNotice(current, sent, now) }
      }
      const tap = (n: string, now: number) => {
        bought++
        const grant = { grantId: n as LinkEventId, channel: 'subscribe' as const, accepted: true }
        current = acceptGrant(current, grant, now)
      }
      minutes.forEach(({ read, tap: taps, outcome }, i) => {
        const now = start + i * 5 * MINUTE
        if (read !== null)
          readings.push({
            alias: `r${i}`,
            personId: `p${read}` as PersonId,
            postId: 'a' as PostId,
            ms: 60_000,
            lastAt: now,
          })
        if (taps) tap(`g${i}`, now)
        look(now, outcome)
      })
      // three quiet days with a tap each: what waited is told
      const end = start + minutes.length * 5 * MINUTE
      for (let i = 0; i < 3 * 24; i++) {
        if (i % 24 === 0) tap(`end${i}`, end + i * 3_600_000)
        look(end + i * 3_600_000, 'delivered')
      }
      expect(delivered).toBeLessThanOrEqual(bought)
      expect(told).toBe(readings.length)
    }),
    { numRuns: 100 },
  )
})

describe('the words', () => {
  const waiting = { readings: 1, readers: 1, postIds: ['a' as PostId], longestMs: 13 * MINUTE }
  it.each([
    ['one reading', waiting, '周末遛娃清单', false, '《周末遛娃清单》', '1 位客户刚读了 13 分钟'],
    ['a short one', { ...waiting, longestMs: 30_000 }, '清单', false, '《清单》', '1 位客户刚读了不到 1 分钟'],
    [
      'several',
      { ...waiting, readings: 5, readers: 3, postIds: ['a', 'b'] as PostId[] },
      '5岁小姑娘的创造力启蒙三步走的故事',
      true,
      '《5岁小姑娘的创造力启蒙三…》等 2 篇',
      '3 位客户读了 5 次',
    ],
  ])('%s', (_case, what, title, digest, shownTitle, news) => {
    const words = wordNotice(what, { title, digest, at: at('21:04') })
    expect(words).toEqual({ title: shownTitle, news, time: '2026年11月21日 21:04' })
  })

  it('no field is longer than WeChat takes, whatever the title', () => {
    const many = {
      ...waiting,
      readings: 1000,
      readers: 999,
      postIds: Array.from({ length: 999 }, (_, i) => `${i}` as PostId),
    }
    for (const title of ['', '长'.repeat(60), '😀'.repeat(30), 'a'.repeat(60)])
      for (const what of [waiting, many]) {
        const words = wordNotice(what, { title, digest: true, at: NOON })
        expect(words.title.length).toBeLessThanOrEqual(20)
        expect(words.news.length).toBeLessThanOrEqual(20)
        expect(() => encodeURIComponent(words.title)).not.toThrow() // no half of a character
      }
  })
})
