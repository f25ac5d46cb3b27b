// Is what waits on the phone kept whole, sent once, and weighed before it grows too much?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { changeQueue, forgetReadings, readQueue } from '../../client/features/reading/memory'
import {
  closeOthers,
  pickDue,
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
import { answerAsked, resetCloud } from '../support/reader-phone'

const T0 = Date.UTC(2026, 10, 21, 2)

const written = (id: string, seq: number): Written => ({
  readingId: id as ReadingId,
  token: 'TokenToken12' as ShareToken,
  version: 1,
  scene: 1007,
  seq,
  openedAt: T0,
  lastAt: T0 + seq,
  sections: {},
  depth: 0,
})
const ids = (queue: Queue) => queue.map((each) => each.report.readingId)
const took = (...accepted: string[]) => ({ accepted, later: [] })

describe('the queue', () => {
  test('holds one whole state per reading, the newest', () => {
    const queue = putReport(putReport([], written('r1', 1), false), written('r1', 2), false)
    expect(pickDue(queue).map((each) => each.seq)).toEqual([2])
  })
  test('accepted and closed is done with; accepted and open waits for news', () => {
    const queue = putReport(putReport([], written('r1', 1), true), written('r2', 1), false)
    const settled = settleReports(queue, pickDue(queue), took('r1', 'r2'))
    expect(ids(settled)).toEqual(['r2'])
    expect(pickDue(settled)).toEqual([])
    expect(pickDue(putReport(settled, written('r2', 2), false))).toHaveLength(1)
  })
  test('what was written while the call was under way stays due', () => {
    const sent = pickDue(putReport([], written('r1', 1), false))
    const settled = settleReports(putReport([], written('r1', 2), true), sent, took('r1'))
    expect(pickDue(settled).map((each) => each.seq)).toEqual([2])
  })
  test('what the cloud wants later stays due; what it never takes is dropped', () => {
    const queue = ['r1', 'r2', 'r3'].reduce<Queue>((all, id) => putReport(all, written(id, 1), true), [])
    const settled = settleReports(queue, pickDue(queue), { accepted: ['r1'], later: ['r3'] })
    expect(pickDue(settled).map((each) => each.readingId)).toEqual(['r3'])
    expect(ids(settled)).toEqual(['r3'])
  })
  test('ten at most in one call, the running one among them', () => {
    let queue: Queue = []
    for (let i = 0; i < 25; i++) queue = putReport(queue, written(`r${i}`, 1), true)
    const due = pickDue(queue, 'r24' as ReadingId)
    expect(due).toHaveLength(10)
    expect(due[0]?.readingId).toBe('r24')
  })
  test('a reading that a killed app left open is over', () => {
    const queue = settleReports(putReport([], written('r1', 1), false), [written('r1', 1)], took('r1'))
    expect(closeOthers(queue, new Set())).toEqual([])
    expect(closeOthers(queue, new Set(['r1' as ReadingId]))).toHaveLength(1)
  })
  test('sixty readings at most wait, the newest', () => {
    let queue: Queue = []
    for (let i = 0; i < 70; i++) queue = putReport(queue, written(`r${i}`, 1), true)
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
  expect(wire).not.toHaveProperty('openedAt')
  expect(wire).not.toHaveProperty('lastAt')
})

test('one report that the contract refuses takes no other with it', async () => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  forgetReadings()
  resetCloud()
  for (const id of ['good', 'bad', 'late']) changeQueue((queue) => putReport(queue, written(id, 1), true))
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
