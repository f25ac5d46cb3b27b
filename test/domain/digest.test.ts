// Does the morning's message come once a day, in the morning, and never at night or in quiet hours?
import fc from 'fast-check'
import { dayOf, hourOf, instantOf } from '../../shared/domain/day'
import { afterDigest, countDay, morningOf, nextMorning, setMorning, stepDigest } from '../../shared/domain/digest'
import type { MemberId } from '../../shared/domain/ids'
import { isQuiet, type Notice, type NoticeOutcome, newWatch, type Watch } from '../../shared/domain/notice'
import { wordDigest } from '../../shared/domain/notice-words'
import type { TalkDay } from '../../shared/domain/talk'

const DAY = '2026-11-22'
const at = (time: string, day = DAY) => instantOf(day, time)
const watch = (change: Partial<Watch> = {}): Watch => ({
  ...newWatch('rep' as MemberId),
  ...{ morning: true, quota: 3, digestAt: 0 },
  ...change,
})

test.each([
  ['as they are unasked', 21, 9, '09:00'],
  ['none', 0, 0, '07:00'],
  ['only at noon', 12, 14, '07:00'],
  ['until six', 22, 6, '07:00'],
  ['the whole morning', 5, 13, '13:00'],
  ['all but the night', 6, 22, null],
])('quiet hours %s: at %s–%s the morning is %s', (_, quietFrom, quietTo, time) => {
  expect(morningOf({ quietFrom, quietTo }, DAY)).toBe(time && at(time))
})

test.each<[string, Partial<Watch>, string, object]>([
  ['she does not want it', { morning: false }, '09:00', { at: null }],
  ['it is her time', {}, '09:00', { channel: 'subscribe' }],
  ['she wants nothing of readings', { on: false }, '09:00', { channel: 'subscribe' }],
  ['it is earlier', {}, '08:59', { at: at('09:00') }],
  ['it is two hours late', {}, '11:30', { channel: 'subscribe' }],
  ['it is too late', {}, '12:00', { at: at('09:00', '2026-11-23') }],
  ['it was told', { digestDay: DAY }, '09:10', { at: at('09:00', '2026-11-23') }],
  ['it was told yesterday', { digestDay: '2026-11-21' }, '09:10', { channel: 'subscribe' }],
  ['another message has just gone out', { sentAt: at('08:55') }, '09:00', { at: at('09:05') }],
  ['no message is left', { quota: 0 }, '09:00', { at: at('09:00', '2026-11-23') }],
  ['the day is full', { sentDay: DAY, sentToday: 20 }, '09:00', { at: at('00:00', '2026-11-23') }],
  ['she has no quiet hours, at night', { quietFrom: 3, quietTo: 3 }, '03:00', { at: at('07:00') }],
  ['she has no hour for it', { quietFrom: 6, quietTo: 22 }, '09:00', { at: null }],
])('%s', (_, change, time, step) => {
  expect(stepDigest(watch(change), ['subscribe'], at(time))).toEqual(step)
})

test('on from now on: the next morning is the first, and off is never', () => {
  expect(setMorning(watch(), true, at('10:00'))).toMatchObject({ morning: true, digestAt: at('09:00', '2026-11-23') })
  expect(setMorning(watch(), true, at('08:00'))).toMatchObject({ digestAt: at('09:00') })
  expect(setMorning(watch(), false, at('08:00'))).toMatchObject({ morning: false, digestAt: null })
})

const notice = (outcome: NoticeOutcome): Notice =>
  ({
    channel: 'subscribe',
    at: at('09:00'),
    readings: 0,
    digest: true,
    upTo: 0,
    told: [],
    morning: true,
    outcome,
  }) as unknown as Notice

test.each<[NoticeOutcome, object]>([
  ['delivered', { digestDay: DAY, digestAt: at('09:00', '2026-11-23'), quota: 2, sentToday: 1 }],
  ['unknown', { digestDay: DAY, digestAt: at('09:00', '2026-11-23'), quota: 2 }],
  ['refused', { digestAt: at('10:00') }],
  ['exhausted', { digestAt: at('09:00'), quota: 0 }],
  ['unbound', { digestAt: at('09:00'), employee: false }],
])('%s: what it leaves', (outcome, change) => {
  const before = watch({ notifiedAt: 77, told: ['x'] })
  const after = { ...before, ...afterDigest(before, notice(outcome), at('09:00')) }
  expect(after).toMatchObject({ round: 1, notifiedAt: 77, told: ['x'], waitingSince: null, ...change })
})

test('minute by minute through days of any quiet hours: at most one a day, never at night, never in quiet hours', () => {
  const hour = fc.integer({ min: 0, max: 23 })
  const step = fc.integer({ min: 1, max: 50 }).map((minutes) => minutes * 60_000)
  fc.assert(
    fc.property(hour, hour, step, (quietFrom, quietTo, stepMs) => {
      let now = at('00:00')
      let mine = setMorning(watch({ quietFrom, quietTo, quota: 50 }), true, now)
      const sent: number[] = []
      for (; now < at('00:00', '2026-11-26'); now += stepMs) {
        if (mine.digestAt == null || mine.digestAt > now) continue
        const next = stepDigest(mine, ['subscribe'], now)
        if ('channel' in next) {
          sent.push(now)
          mine = { ...mine, ...afterDigest(mine, { ...notice('delivered'), at: now }, now) }
        } else mine = { ...mine, digestAt: next.at }
      }
      expect(new Set(sent.map(dayOf)).size).toBe(sent.length)
      for (const each of sent) {
        expect(hourOf(each)).toBeGreaterThanOrEqual(7)
        expect(hourOf(each)).toBeLessThan(21)
        expect(isQuiet({ quietFrom, quietTo }, each)).toBe(false)
      }
      if (nextMorning({ quietFrom, quietTo }, at('00:00')) !== null) expect(sent.length).toBeGreaterThanOrEqual(3)
    }),
    { numRuns: 200 },
  )
})

test('what is told of is not counted; what is put off to later is', () => {
  const list = {
    day: DAY,
    talks: ['a', 'b', 'c', 'd'].map((contactId) => ({ contactId })),
    told: [
      { contactId: 'a', end: 'talked' },
      { contactId: 'b', end: 'later' },
      { contactId: 'c', end: null },
    ],
  } as unknown as TalkDay
  expect(countDay(list, [{ dueDay: '2026-10-01' }, { dueDay: DAY }, { dueDay: '2026-11-23' }])).toEqual({
    talks: 3,
    due: 2,
  })
})

test.each([
  [{ talks: 6, due: 2 }, '6 位可以聊，2 个承诺到期'],
  [{ talks: 6, due: 0 }, '6 位可以聊'],
  [{ talks: 0, due: 1 }, '1 个承诺到期'],
  [{ talks: 12, due: 999 }, '12 位可以聊，999 个承诺到期'],
])('%j reads %s, with nobody’s name and within WeChat’s twenty characters', (counts, news) => {
  expect(wordDigest(counts, at('09:00'))).toEqual({ title: '今天的沟通', news, time: '2026年11月22日 09:00' })
  expect(news.length).toBeLessThanOrEqual(20)
})
