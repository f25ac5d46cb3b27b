// Is every reading reported once it can be, never twice counted, and never lost without signal?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { allMine, forgetReadings, readingsOf, readQueue } from '../../client/features/reading/memory'
import { runReading } from '../../client/features/reading/run-reading'
import type { SectionId, ShareToken } from '../../shared/domain/ids'
import type { ReadingReport } from '../../shared/domain/reading'
import { resetTaro } from '../support/client-taro'
import { answer, asked, callsOf, loseSignal, refuse, resetCloud, settle } from '../support/reader-phone'

const T0 = Date.UTC(2026, 10, 21, 2)
const MINUTE_MS = 60_000
const s1 = 's1' as SectionId
const s2 = 's2' as SectionId
const opened = {
  about: { version: 1, token: 'TokenToken12' as ShareToken, scene: 1007 },
  repId: 'rep1',
  lengths: { s1: 600, s2: 600 } as Record<SectionId, number>,
}

const at = (section: SectionId, picture: SectionId | null = null, depth = 0.5) => ({ section, picture, depth })

const begin = () => {
  const reading = runReading(opened)
  reading.show()
  reading.look(at(s1))
  return reading
}
const sentReadings = (): ReadingReport[] =>
  callsOf('reading.report').flatMap(({ payload }) => payload.readings as ReadingReport[])
const lastReading = () => ((callsOf('reading.report').at(-1)?.payload.readings ?? []) as ReadingReport[])[0]
/** With a touch every four seconds. */
const readFor = async (reading: ReturnType<typeof begin>, seconds: number) => {
  for (let s = 0; s < seconds; s += 4) {
    await settle(4_000)
    reading.touch()
  }
}

const onFreshPhone = () => {
  beforeEach(() => {
    process.env.TARO_ENV = 'h5'
    jest.useFakeTimers({ now: T0 })
    resetTaro()
    forgetReadings()
    resetCloud()
  })
  afterEach(() => jest.useRealTimers())
}

describe('when a running reading reports', () => {
  onFreshPhone()

  test('first report at 5 s, then when the server says, then when she leaves', async () => {
    const reading = begin()
    await settle(5_000)
    expect(callsOf('reading.report')).toHaveLength(1)
    reading.touch()
    await readFor(reading, 64)
    expect(callsOf('reading.report')).toHaveLength(2)
    await settle(3_000)
    reading.hide()
    expect(callsOf('reading.report')).toHaveLength(3)
    expect(lastReading()).toMatchObject({ sections: { s1: 72_000 }, spanMs: 72_000, agoMs: 0 })
    await settle(MINUTE_MS)
    expect(callsOf('reading.report')).toHaveLength(3)
    expect(readQueue()).toEqual([])
  })

  test('sooner at the end of the article, where readers leave', async () => {
    const reading = begin()
    await settle(5_000)
    reading.look(at(s2))
    await readFor(reading, 20)
    expect(callsOf('reading.report')).toHaveLength(2)
  })

  test('the server may ask for fewer', async () => {
    answer('reading.report', ({ readings }) => ({
      accepted: (readings as ReadingReport[]).map((each) => each.readingId),
      later: [],
      nextBeatMs: 240_000,
    }))
    const reading = begin()
    await readFor(reading, 180)
    expect(callsOf('reading.report')).toHaveLength(1)
  })

  test('an idle page costs no calls', async () => {
    begin()
    await settle(10 * MINUTE_MS)
    expect(callsOf('reading.report').length).toBeLessThanOrEqual(2)
  })

  test('hiding and coming back every few seconds is no storm of calls', async () => {
    const reading = begin()
    await settle(6_000)
    for (let i = 0; i < 10; i++) {
      reading.hide()
      await settle(1_500)
      reading.show()
      await settle(500)
    }
    expect(callsOf('reading.report').length).toBeLessThanOrEqual(4)
    expect(readingsOf('rep1')).toHaveLength(1)
  })

  test('a leaving report without an answer is sent once more, unless she is back', async () => {
    const reading = begin()
    await settle(5_000)
    loseSignal('reading.report')
    await readFor(reading, 8)
    reading.hide()
    await settle(10_000)
    expect(callsOf('reading.report')).toHaveLength(3)
    reading.show()
    await readFor(reading, 8)
    reading.hide()
    await settle(1_000)
    reading.show()
    await settle(4_000)
    expect(callsOf('reading.report')).toHaveLength(4)
  })
})

describe('what becomes of a reading', () => {
  onFreshPhone()

  test('without signal it is kept, and sent with the first report of the next opening', async () => {
    loseSignal('reading.report')
    const reading = begin()
    await settle(6_000)
    reading.hide()
    await settle(MINUTE_MS)
    expect(readQueue()).toHaveLength(1)
    asked.length = 0
    resetCloud()
    begin()
    await settle(1_000)
    expect(callsOf('reading.report')).toHaveLength(1)
    expect(sentReadings().map((each) => each.readingId)).toEqual(expect.arrayContaining(readingsOf('rep1')))
    expect(sentReadings()).toHaveLength(2)
  })

  test('more than one call can carry wait no longer than that either', async () => {
    loseSignal('reading.report')
    for (let i = 0; i < 23; i++) {
      const reading = begin()
      await settle(2_000)
      reading.hide()
    }
    await settle(MINUTE_MS)
    resetCloud()
    begin()
    await settle(1_500)
    expect(new Set(sentReadings().map((each) => each.readingId)).size).toBe(24)
    expect(callsOf('reading.report')).toHaveLength(3)
  })

  test.each<[string, number]>([
    ['a kill', 1_000],
    ['a reboot and a week without signal', 7 * 86_400_000],
    ['a kill and a clock set back', -300_000],
  ])('%s loses no more than was not yet written down', async (_name, passes) => {
    loseSignal('reading.report')
    await readFor(begin(), 20)
    // killed: nothing more of that run is heard, only what is stored remains
    const killedAt = Date.now()
    jest.clearAllTimers()
    jest.setSystemTime(killedAt + passes)
    const [killed] = readingsOf('rep1')
    resetCloud()
    begin()
    await settle(1_000)
    const sent = sentReadings().find((each) => each.readingId === killed)
    expect(sent?.sections[s1]).toBeGreaterThanOrEqual(18_000)
    expect(sent?.sections[s1]).toBeLessThanOrEqual(20_000)
    expect(sent?.spanMs).toBeLessThanOrEqual(20_000)
    expect(Math.abs((sent?.agoMs ?? -1) - Math.max(0, passes))).toBeLessThanOrEqual(3_500)
  })

  test.each(['internal', 'too-many'])('%s keeps it too', async (code) => {
    refuse('reading.report', code)
    begin()
    await settle(6_000)
    expect(readQueue()).toHaveLength(1)
  })

  test('what the cloud does not accept is dropped and not sent again', async () => {
    answer('reading.report', () => ({ accepted: [], later: [], nextBeatMs: 15_000 }))
    const reading = begin()
    await settle(6_000)
    await readFor(reading, 30)
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
    expect(lastReading()?.sections).toEqual({ s1: 3_000 })
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

describe('what a report says', () => {
  onFreshPhone()

  test('pictures and coming back are told with it; what there is nothing of is left out', async () => {
    const reading = begin()
    await settle(5_000)
    const told = Object.keys(lastReading() ?? {}).sort()
    expect(told).toEqual(['agoMs', 'depth', 'readingId', 'scene', 'sections', 'seq', 'spanMs', 'token', 'version'])
    reading.touch()
    reading.look(at(s1, s1))
    await readFor(reading, 8)
    reading.look(at(s2))
    await readFor(reading, 12)
    reading.look(at(s1))
    await readFor(reading, 8)
    reading.hide()
    expect(lastReading()).toMatchObject({ images: { s1: 8_000 }, again: { s1: 1 } })
  })

  test('the state of a typical reading of five sections weighs 200 bytes at most', async () => {
    const five = ['s1', 's2', 's3', 's4', 's5'] as SectionId[]
    const reading = runReading({ ...opened, lengths: Object.fromEntries(five.map((id) => [id, 90])) })
    reading.show()
    for (const id of five) {
      reading.look(at(id, null, 0.93))
      await readFor(reading, 16)
    }
    reading.hide()
    expect(Object.keys(lastReading()?.sections ?? {})).toHaveLength(5)
    expect(JSON.stringify(lastReading()).length).toBeLessThanOrEqual(200)
  })
})
