// What happens when two hundred people read at once for half a minute? Nothing may be lost, and the slowest must not wait long.
import { setTimeout as sleep } from 'node:timers/promises'
import * as tcb from '@cloudbase/node-sdk'
import type { Metric } from '../report'
import { type Caller, callersOf, quantile } from './callers'
import type { Cloud } from './cloud'
import type { PhoneReading } from './reports'

const READERS = 200
const CROWD_MS = 30_000
/** Denser than the product's own beat (5 s, then a minute and more): the first seconds of everyone at once. */
const PACE_MS = 5_000
const REPORTS_EACH = CROWD_MS / PACE_MS
/** Readers who read alone, one after the other, before the crowd comes. */
const QUIET_READERS = 40
const READ_AT_ONCE = 100

type Stored = { _id: string; seq: number; sections: Record<string, number> }

/** ms until acknowledged; a refusal, `later` or a broken connection is not acknowledged and is sent again with the next. */
const timed = async (caller: Caller, phone: PhoneReading): Promise<number> => {
  const began = performance.now()
  const reply = await caller.call<{ accepted: string[] }>('reader', 'reading.report', phone.next(), phone.openid)
  if (reply.ok && reply.data.accepted[0] === phone.id) phone.acknowledge()
  return performance.now() - began
}

/** As the product does: whoever reports has opened the post before. */
const open = async (caller: Caller, { token, openid }: PhoneReading): Promise<number> => {
  const began = performance.now()
  const reply = await caller.call('reader', 'post.read', { token }, openid)
  if (!reply.ok) throw new Error(`the post was not shown: ${JSON.stringify(reply.error)}`)
  return performance.now() - began
}

/** The same doings as in the crowd, but nobody else is there. */
const quietMs = async (caller: Caller, next: () => PhoneReading): Promise<number> => {
  const taken: number[] = []
  for (let n = 0; n < QUIET_READERS; n++) {
    const phone = next()
    await open(caller, phone)
    for (let sent = 0; sent < REPORTS_EACH; sent++) taken.push(await timed(caller, phone))
  }
  return quantile(taken, 0.5)
}

type Waited = { opening: number; reports: number[] }

const readAlong = async (caller: Caller, phone: PhoneReading, startMs: number): Promise<Waited> => {
  const reports: number[] = []
  await sleep(startMs)
  const opening = await open(caller, phone)
  for (let passed = startMs; passed < CROWD_MS; passed += PACE_MS) {
    await sleep(Math.max(0, PACE_MS - (reports.at(-1) ?? opening)))
    reports.push(await timed(caller, phone))
  }
  return { opening, reports }
}

const storedOf = async (cloud: Cloud, ids: readonly string[]): Promise<Map<string, Stored>> => {
  Object.assign(process.env, cloud.adminEnv)
  const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database()
  const found = new Map<string, Stored>()
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    const some = ids.slice(from, from + READ_AT_ONCE)
    const { data } = await db
      .collection('readings')
      .where({ _id: db.command.in(some) })
      .limit(READ_AT_ONCE)
      .get()
    for (const doc of data as Stored[]) found.set(doc._id, doc)
  }
  return found
}

/** Everything acknowledged is there, and nothing that was never sent. */
const isWhole = ({ acked, sections }: PhoneReading, stored: Stored | undefined): boolean => {
  if (!acked) return true
  if (!stored || stored.seq < acked.seq) return false
  return Object.entries(sections).every(([id, sent]) => {
    const ms = stored.sections[id] ?? 0
    return ms >= (acked.sections[id as keyof typeof acked.sections] ?? 0) && ms <= sent
  })
}

export const crowd = async (cloud: Cloud, next: () => PhoneReading, say: (line: string) => void): Promise<Metric[]> => {
  const caller = callersOf(cloud.url, READERS)
  try {
    const quiet = await quietMs(caller, next)
    const phones = Array.from({ length: READERS }, next)
    const paces = phones.map((phone, i) => readAlong(caller, phone, (i * PACE_MS) / READERS))
    const waited = await Promise.all(paces)
    const taken = waited.flatMap(({ reports }) => reports)
    const openings = waited.map(({ opening }) => opening)
    const stored = await storedOf(
      cloud,
      phones.map(({ id }) => id),
    )
    const lost = phones.filter((phone) => !isWhole(phone, stored.get(phone.id))).length
    say(`crowd: ${READERS} readers, one report every ${PACE_MS / 1000} s each, ${taken.length} reports`)
    return [
      { metric: 'crowd-lost', value: lost, unit: 'readings', goal: { atMost: 0 } },
      { metric: 'crowd-unacknowledged', value: phones.filter(({ acked }) => !acked).length, unit: 'readings' },
      { metric: 'crowd-p99-to-quiet-p50', value: quantile(taken, 0.99) / quiet, unit: '×', goal: { atMost: 5 } },
      { metric: 'crowd-p99', value: quantile(taken, 0.99), unit: 'ms', anchor: quiet },
      { metric: 'crowd-p50', value: quantile(taken, 0.5), unit: 'ms', anchor: quiet },
      { metric: 'crowd-opening-p50', value: quantile(openings, 0.5), unit: 'ms' },
    ]
  } finally {
    caller.close()
  }
}
