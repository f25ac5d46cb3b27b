// Is every reading reported once it can be, never twice counted, and never lost without signal?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { allMine, forgetReadings, readingsOf, readQueue } from '../../client/features/reading/memory'
import { pangu } from '../../client/features/reading/pangu'
import { closeOthers, pickDue, putReport, type Queue, settleReports } from '../../client/features/reading/report-queue'
import { runReading } from '../../client/features/reading/run-reading'
import { measureDepth, pickMostVisible, type SectionBox } from '../../client/platform/sections'
import type { PostId, ReadingId, SectionId, ShareToken } from '../../shared/domain/ids'
import type { ReadingReport } from '../../shared/domain/reading'
import { resetTaro } from '../support/client-taro'
import { answer, callsOf, loseSignal, refuse, resetCloud, settle } from '../support/reader-phone'

const T0 = Date.UTC(2026, 10, 21, 2)
const MINUTE_MS = 60_000
const s1 = 's1' as SectionId
const opened = {
  postId: 'a01' as PostId,
  version: 1,
  token: 'TokenToken12' as ShareToken,
  scene: 1007,
  repId: 'rep1',
}

const report = (id: string, seq: number): ReadingReport => ({
  ...opened,
  readingId: id as ReadingId,
  seq,
  openedAt: T0,
  lastAt: T0 + seq,
  sections: {},
  depth: 0,
})
const ids = (queue: Queue) => queue.map((each) => each.report.readingId)

describe('the queue', () => {
  test('holds one whole state per reading, the newest', () => {
    const queue = putReport(putReport([], report('r1', 1), false), report('r1', 2), false)
    expect(pickDue(queue).map((each) => each.seq)).toEqual([2])
  })
  test('accepted and closed is done with; accepted and open waits for news', () => {
    const queue = putReport(putReport([], report('r1', 1), true), report('r2', 1), false)
    const settled = settleReports(queue, pickDue(queue), ['r1', 'r2'])
    expect(ids(settled)).toEqual(['r2'])
    expect(pickDue(settled)).toEqual([])
    expect(pickDue(putReport(settled, report('r2', 2), false))).toHaveLength(1)
  })
  test('what was written while the call was under way stays due', () => {
    const sent = pickDue(putReport([], report('r1', 1), false))
    const settled = settleReports(putReport([], report('r1', 2), true), sent, ['r1'])
    expect(pickDue(settled).map((each) => each.seq)).toEqual([2])
  })
  test('not accepted is dropped', () => {
    const queue = putReport(putReport([], report('r1', 1), true), report('r2', 1), true)
    expect(settleReports(queue, pickDue(queue), ['r2'])).toEqual([])
  })
  test('ten at most in one call, the running one among them', () => {
    let queue: Queue = []
    for (let i = 0; i < 25; i++) queue = putReport(queue, report(`r${i}`, 1), true)
    const due = pickDue(queue, 'r24' as ReadingId)
    expect(due).toHaveLength(10)
    expect(due[0]?.readingId).toBe('r24')
  })
  test('a reading that a killed app left open is over', () => {
    const queue = settleReports(putReport([], report('r1', 1), false), [report('r1', 1)], ['r1'])
    expect(closeOthers(queue, new Set())).toEqual([])
    expect(closeOthers(queue, new Set(['r1' as ReadingId]))).toHaveLength(1)
  })
})

describe('a running reading', () => {
  beforeEach(() => {
    process.env.TARO_ENV = 'h5'
    jest.useFakeTimers({ now: T0 })
    resetTaro()
    forgetReadings()
    resetCloud()
  })
  afterEach(() => jest.useRealTimers())

  const begin = () => {
    const reading = runReading(opened)
    reading.show()
    reading.see(s1, true)
    return reading
  }
  const lastReading = () => ((callsOf('reading.report').at(-1)?.payload.readings ?? []) as ReadingReport[])[0]

  test('first report at 5 s, then when the server says, then when she leaves', async () => {
    const reading = begin()
    await settle(5_000)
    expect(callsOf('reading.report')).toHaveLength(1)
    reading.touch()
    await settle(14_000)
    expect(callsOf('reading.report')).toHaveLength(1)
    await settle(1_000)
    expect(callsOf('reading.report')).toHaveLength(2)
    reading.touch()
    await settle(3_000)
    reading.hide()
    expect(callsOf('reading.report')).toHaveLength(3)
    expect(lastReading()?.sections).toEqual({ s1: 23_000 })
    await settle()
    reading.close()
    await settle()
    expect(callsOf('reading.report')).toHaveLength(3)
    expect(readQueue()).toEqual([])
  })

  test('an idle page costs no calls', async () => {
    begin()
    await settle(10 * MINUTE_MS)
    expect(callsOf('reading.report').length).toBeLessThanOrEqual(2)
  })

  test('without signal it is kept, and sent at the next opening', async () => {
    loseSignal('reading.report')
    const reading = begin()
    await settle(6_000)
    reading.hide()
    reading.close()
    await settle()
    expect(readQueue()).toHaveLength(1)
    answer('reading.report', (payload) => ({
      accepted: (payload.readings as ReadingReport[]).map((each) => each.readingId),
      nextBeatMs: 15_000,
    }))
    begin()
    await settle()
    expect(readQueue()).toEqual([])
  })

  test.each(['internal', 'too-many'])('%s keeps it too', async (code) => {
    refuse('reading.report', code)
    begin()
    await settle(6_000)
    expect(readQueue()).toHaveLength(1)
  })

  test('what the cloud does not accept is dropped and not sent again', async () => {
    answer('reading.report', () => ({ accepted: [], nextBeatMs: 15_000 }))
    const reading = begin()
    await settle(6_000)
    reading.touch()
    await settle(30_000)
    reading.hide()
    expect(callsOf('reading.report')).toHaveLength(1)
    expect(readQueue()).toEqual([])
  })

  test('back within 30 minutes is the same reading, later a new one', async () => {
    const reading = begin()
    await settle(6_000)
    reading.hide()
    await settle(29 * MINUTE_MS)
    reading.show()
    await settle(6_000)
    expect(readingsOf('rep1')).toHaveLength(1)
    reading.hide()
    await settle(31 * MINUTE_MS)
    reading.show()
    await settle(6_000)
    expect(readingsOf('rep1')).toHaveLength(2)
    expect(lastReading()?.sections).toEqual({ s1: 5_000 })
  })

  test('after she erased everything, going back to the page begins a new reading', async () => {
    const reading = begin()
    await settle(6_000)
    reading.hide()
    const [before] = allMine()
    forgetReadings()
    reading.show()
    await settle(6_000)
    expect(allMine()).toHaveLength(1)
    expect(allMine()[0]).not.toBe(before)
  })
})

test('the section with most of the screen is read, the upper one when they are even', () => {
  const box = (top: number, height: number, seenTop: number, seenHeight: number): SectionBox => ({
    top,
    height,
    seenTop,
    seenHeight,
  })
  const order = ['s1', 's2', 's3'] as SectionId[]
  const boxes = new Map<SectionId, SectionBox>([
    ['s1' as SectionId, box(-2000, 2400, 0, 400)],
    ['s2' as SectionId, box(400, 900, 400, 400)],
  ])
  expect(pickMostVisible(order, boxes)).toBe('s1')
  boxes.set('s2' as SectionId, box(300, 900, 300, 500))
  expect(pickMostVisible(order, boxes)).toBe('s2')
  expect(measureDepth(order, boxes)).toBeCloseTo((1 + 500 / 900) / 3, 3)
  expect(pickMostVisible(order, new Map())).toBeNull()
})

test.each([
  ['洗完脸等20分钟，看三个位置', '洗完脸等 20 分钟，看三个位置'],
  ['写着6M、12M', '写着 6M、12M'],
  ['不到1%的可以', '不到 1% 的可以'],
  ['我A你B他', '我 A 你 B 他'],
  ['已经 3 天', '已经 3 天'],
])('pangu: %s', (text, spaced) => {
  expect(pangu(text)).toBe(spaced)
})
