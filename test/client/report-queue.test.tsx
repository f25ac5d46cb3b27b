// Is what waits on the phone kept whole, sent once, and weighed before it grows too much?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { changeQueue, forgetReadings, readQueue } from '../../client/features/reading/memory'
import {
  putReport,
  QUEUE_MAX,
  type Queue,
  settleReports,
  toWire,
  type Written,
} from '../../client/features/reading/report-queue'
import { sendAllReports } from '../../client/features/reading/send-reports'
import type { ReadingId, ShareToken } from '../../shared/domain/ids'
import { REPORT_AGE_MAX_MS } from '../../shared/domain/limits'
import type { ReadingReport } from '../../shared/domain/reading'
import { resetTaro } from '../support/client-taro'
import { answerAsked, callsOf, resetCloud } from '../support/reader-phone'

const T0 = Date.UTC(2026, 10, 21, 2)

const written = (id: string, seq: number): Written => ({
  readingId: id as ReadingId,
  token: 'TokenToken12' as ShareToken,
  version: 1,
  scene: 1007,
  seq,
  spanMs: 60_000,
  lastAt: T0 + seq,
  sections: {},
  depth: 0,
})
const ids = (queue: Queue) => queue.map((each) => each.readingId)
const took = (...accepted: string[]) => ({ accepted, later: [] })

const onFreshPhone = () => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  forgetReadings()
  resetCloud()
}

describe('the queue', () => {
  test('holds one whole state per reading, the newest', () => {
    const queue = putReport(putReport([], written('r1', 1)), written('r1', 2))
    expect(queue.map((each) => each.seq)).toEqual([2])
  })
  test('what is accepted is done with, until there is news', () => {
    const queue = putReport(putReport([], written('r1', 1)), written('r2', 1))
    const settled = settleReports(queue, queue, took('r1', 'r2'))
    expect(settled).toEqual([])
    expect(putReport(settled, written('r2', 2))).toHaveLength(1)
  })
  test('what was written while the call was under way stays', () => {
    const sent = putReport([], written('r1', 1))
    const settled = settleReports(putReport(sent, written('r1', 2)), sent, took('r1'))
    expect(settled.map((each) => each.seq)).toEqual([2])
  })
  test('what the cloud wants later stays; what it never takes is dropped, however much it has grown', () => {
    const queue = ['r1', 'r2', 'r3'].reduce<Queue>((all, id) => putReport(all, written(id, 1)), [])
    const grown = putReport(queue, written('r2', 2))
    expect(ids(settleReports(grown, queue, { accepted: ['r1'], later: ['r3'] }))).toEqual(['r3'])
  })
  test('sixty readings at most wait, the newest', () => {
    let queue: Queue = []
    for (let i = 0; i < 70; i++) queue = putReport(queue, written(`r${i}`, 1))
    expect(queue).toHaveLength(QUEUE_MAX)
    expect(ids(queue)[0]).toBe('r10')
  })
})

test.each<[string, number, number]>([
  ['spans by this phone’s own clock', T0 + 65_000, 5_000],
  ['a clock set back since then is no time', T0 - 300_000, 0],
  ['of a year in a drawer as much as is believed', T0 + 365 * 86_400_000, REPORT_AGE_MAX_MS],
])('on the wire: %s', (_name, now, agoMs) => {
  const wire = toWire({ ...written('r1', 1), lastAt: T0 + 60_000 }, now)
  expect(wire).toMatchObject({ agoMs, spanMs: 60_000 })
  expect(wire).not.toHaveProperty('lastAt')
})

test('ten at most in one call, the newest among them', async () => {
  onFreshPhone()
  for (let i = 0; i < 25; i++) changeQueue((queue) => putReport(queue, written(`r${i}`, 1)))
  await sendAllReports()
  const calls = callsOf('reading.report').map(({ payload }) =>
    (payload.readings as ReadingReport[]).map((r) => r.readingId),
  )
  expect(calls.map((each) => each.length)).toEqual([10, 10, 5])
  expect(calls[0]).toContain('r24')
})

test('one report that the contract refuses takes no other with it', async () => {
  onFreshPhone()
  for (const id of ['good', 'bad', 'late']) changeQueue((queue) => putReport(queue, written(id, 1)))
  const accepted: string[] = []
  answerAsked('reading.report', ({ readings }) => {
    const asked = (readings as ReadingReport[]).map((each) => each.readingId as string)
    if (asked.includes('bad')) return { ok: false, error: { code: 'invalid', message: '', trace: '' } }
    accepted.push(...asked)
    return { ok: true, data: { accepted: asked, later: [], nextBeatMs: 60_000 } }
  })
  await sendAllReports()
  expect(accepted).toEqual(['good', 'late'])
  expect(readQueue()).toEqual([])
})
