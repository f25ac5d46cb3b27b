// How much processor time does a durable report take, from the socket to the disk, and does anything get lost in a crowd?
import { Calibrator } from '../anchors/calibrator'
import type { Part } from '../part'
import { type Metric, median } from '../report'
import { type Caller, callersOf } from './callers'
import { Cloud } from './cloud'
import { crowd } from './crowd'
import { populationAt } from './population'
import { type PhoneReading, phonesOf, sharesOf } from './reports'

const CLIENTS = 16
const ROUNDS = 3
const ROUND_MS = 8_000
const WARM_UP_MS = 4_000
const REPORTS_PER_READING = 4
/** Readings that lie there already, so that every index has its depth. */
const SEEDED = 100_000
/** Phones that read on and on: what a report costs that is not a reading's first. */
const STEADY_PHONES = 64

type Spent = { whole: number; functions: number; emulator: number; perSecond: number; requests: number }

/** How one report is sent and acknowledged. */
type Send = (phone: PhoneReading) => Promise<void>

const toProduct =
  (caller: Caller): Send =>
  async (phone) => {
    const reply = await caller.call<{ accepted: string[] }>('reader', 'reading.report', phone.next(), phone.openid)
    if (!reply.ok || reply.data.accepted[0] !== phone.id) throw new Error(`not accepted: ${JSON.stringify(reply)}`)
    phone.acknowledge()
  }

const toCalibrator =
  (caller: Caller): Send =>
  async (phone) => {
    const reply = await caller.call('reader', 'reading.report', phone.next(), phone.openid)
    if (!reply.ok) throw new Error(`the calibrator refused: ${JSON.stringify(reply)}`)
  }

/** Sixteen phones after another report without a pause; returns how many reports were accepted. */
const press = async (send: Send, next: () => PhoneReading, ms: number): Promise<number> => {
  const end = performance.now() + ms
  let done = 0
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const phone = next()
      for (let n = 0; n < REPORTS_PER_READING; n++) await send(phone)
      done += REPORTS_PER_READING
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return done
}

const requestsOf = (requests: Readonly<Record<string, number>>): number =>
  Object.values(requests).reduce((sum, n) => sum + n, 0)

const measure = async (cloud: Cloud, caller: Caller, next: () => PhoneReading): Promise<Spent> => {
  const [before, asked] = [await cloud.cpu(), await cloud.meter()]
  const done = await press(toProduct(caller), next, ROUND_MS)
  const [after, answered] = [await cloud.cpu(), await cloud.meter()]
  const functions = (after.functions - before.functions) / done
  const emulator = (after.emulator - before.emulator) / done
  const requests = (requestsOf(answered.dbRequests) - requestsOf(asked.dbRequests)) / done
  return { whole: functions + emulator, functions, emulator, perSecond: (done * 1000) / ROUND_MS, requests }
}

/** ms of processor time per hit of the yardstick. */
const calibrate = async (yardstick: Calibrator, next: () => PhoneReading): Promise<number> => {
  const caller = callersOf(yardstick.url, CLIENTS)
  try {
    const before = yardstick.cpuMs()
    const done = await press(toCalibrator(caller), next, ROUND_MS / 2)
    return (yardstick.cpuMs() - before) / done
  } finally {
    caller.close()
  }
}

/** Each phone in turn, again and again, so that the same one never reports twice at once. */
const steadily = (next: () => PhoneReading): (() => PhoneReading) => {
  const phones = Array.from({ length: STEADY_PHONES }, next)
  let turn = 0
  return () => phones[turn++ % STEADY_PHONES] ?? next()
}

type Rounds = { uniform: readonly Spent[]; viral: readonly Spent[]; steady: Spent; anchors: readonly number[] }

const metricsOf = ({ uniform, viral, steady, anchors }: Rounds): Metric[] => {
  const of = (spent: readonly Spent[], what: keyof Spent): number => median(spent.map((one) => one[what]))
  const ratios = viral.map((one, i) => one.whole / (uniform[i]?.whole ?? one.whole))
  const anchor = anchors.length ? { anchor: median(anchors) } : {}
  return [
    { metric: 'whole-per-report', value: of(uniform, 'whole'), unit: 'ms', goal: { atMost: 2.5 }, ...anchor },
    { metric: 'function-per-report', value: of(uniform, 'functions'), unit: 'ms', goal: { atMost: 0.8 } },
    { metric: 'emulator-per-report', value: of(uniform, 'emulator'), unit: 'ms' },
    { metric: 'requests-per-report', value: of(uniform, 'requests'), unit: 'database requests' },
    { metric: 'whole-per-later-report', value: steady.whole, unit: 'ms' },
    { metric: 'function-per-later-report', value: steady.functions, unit: 'ms' },
    { metric: 'requests-per-later-report', value: steady.requests, unit: 'database requests' },
    { metric: 'reports-per-second', value: of(uniform, 'perSecond'), unit: '1/s' },
    { metric: 'viral-to-uniform', value: median(ratios), unit: '×', goal: { atMost: 1.1 } },
  ]
}

export const cpu: Part = {
  name: 'cpu',
  run: async ({ say }) => {
    const now = Date.now()
    const cloud = await Cloud.open('cpu')
    const caller = callersOf(cloud.url, CLIENTS)
    const yardstick = await Calibrator.start(say)
    try {
      await cloud.ask('seed', { what: 'reports', readings: SEEDED, now })
      const who = populationAt(now)
      const [uniformly, virally] = [phonesOf(sharesOf(who, 'uniform'), 1), phonesOf(sharesOf(who, 'viral'), 2)]
      await press(toProduct(caller), uniformly, WARM_UP_MS)
      const [uniform, viral, anchors]: [Spent[], Spent[], number[]] = [[], [], []]
      for (let round = 0; round < ROUNDS; round++) {
        uniform.push(await measure(cloud, caller, uniformly))
        viral.push(await measure(cloud, caller, virally))
        if (yardstick) anchors.push(await calibrate(yardstick, uniformly))
      }
      const on = steadily(uniformly)
      await press(toProduct(caller), on, WARM_UP_MS / 2)
      const steady = await measure(cloud, caller, on)
      return [...metricsOf({ uniform, viral, steady, anchors }), ...(await crowd(cloud, uniformly, say))]
    } finally {
      caller.close()
      await yardstick?.stop()
      await cloud.close()
    }
  },
}
