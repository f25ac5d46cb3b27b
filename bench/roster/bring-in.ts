// How long does a list of 5,000 people take: sent in portions, looked through, written, taken back? Over HTTP, as the desk asks.
import tcb from '@cloudbase/node-sdk'
import type { Reply } from '../../shared/contracts'
import { manyRows, portionsOf, type Row } from '../../test/support/roster-rows'
import type { Part } from '../part'
import { type Caller, callersOf } from '../reading/callers'
import { Cloud } from '../reading/cloud'
import type { Metric } from '../report'

const PEOPLE = 5_000
const STORES = 300
const GOAL_MS = 20_000
const PORTION = 400
const OPENID = 'oOpenidOfTheBenchEditor'
const CALLS_MAX = 100

const storeNames = Array.from({ length: STORES }, (_, i) => `第${i}店`)

const seed = async (cloud: Cloud): Promise<void> => {
  Object.assign(process.env, cloud.adminEnv)
  const database = tcb.init({ env: 'ripple-local', keepalive: true } as Parameters<typeof tcb.init>[0]).database()
  const firm = { company: '涟漪护肤', brand: '涟漪护肤', kind: 'own' }
  await database.collection('stores').add(storeNames.map((name, i) => ({ _id: `store-${i}`, name, ...firm })))
  await database
    .collection('members')
    .add([{ _id: 'editor', name: '编辑', role: 'editor', storeId: null, tone: 'warm' }])
  await database.collection('identities').add([{ _id: `wx:${OPENID}`, memberId: 'editor' }])
}

type Roster = { state: string; counts: { added: number; changed: number; faults: number } }
const ask = async <T>(caller: Caller, action: string, payload: unknown): Promise<T> => {
  const reply: Reply<T> = await caller.call<T>('hq', action, payload, OPENID)
  if (!reply.ok) throw new Error(`${action}: ${JSON.stringify(reply.error)}`)
  return reply.data
}

const stage = async (caller: Caller, rosterId: string, rows: readonly Row[]): Promise<void> => {
  const portions = portionsOf(rows, PORTION)
  const common = {
    rosterId,
    fileName: '名单.csv',
    print: '0123456789abcdef',
    parts: portions.length,
    rows: rows.length,
  }
  for (const [n, part] of portions.entries()) await ask(caller, 'roster.stage', { ...common, n, part })
}

const carryThrough = async (caller: Caller, action: string, rosterId: string, end: string): Promise<number> => {
  for (let calls = 1; calls <= CALLS_MAX; calls++) {
    const { state } = await ask<Roster>(caller, action, { rosterId })
    if (state === end) return calls
  }
  throw new Error(`${action} came to no end`)
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const measure = async (caller: Caller, of: string, rosterId: string, rows: readonly Row[]): Promise<Metric[]> => {
  const staged = await timed(() => stage(caller, rosterId, rows))
  let counts = ''
  const checked = await timed(async () => {
    const { roster } = await ask<{ roster: Roster }>(caller, 'roster.check', { rosterId })
    counts = `${roster.counts.added} new, ${roster.counts.changed} changed, ${roster.counts.faults} faults`
  })
  const applied = await timed(() => carryThrough(caller, 'roster.apply', rosterId, 'applied'))
  return [
    { metric: `sent, ${of}`, value: staged, unit: 'ms' },
    { metric: `looked through, ${of} (${counts})`, value: checked, unit: 'ms' },
    { metric: `written, ${of}`, value: applied, unit: 'ms' },
    { metric: `in all, ${of}`, value: staged + checked + applied, unit: 'ms', goal: { atMost: GOAL_MS } },
  ]
}

export const bringIn: Part = {
  name: 'bring-in',
  run: async () => {
    const cloud = await Cloud.open('roster')
    const caller = callersOf(cloud.url, 4)
    try {
      await seed(cloud)
      const rows = manyRows(PEOPLE, storeNames)
      const added = await measure(caller, `${PEOPLE} new people`, 'roster-new', rows)
      const moved = rows.map((row) => ({ ...row, tone: row.tone === '专业' ? '活泼' : '专业' }))
      const changed = await measure(caller, `${PEOPLE} changed people`, 'roster-changed', moved)
      const undone = await timed(() => carryThrough(caller, 'roster.undo', 'roster-changed', 'undone'))
      return [
        ...added,
        ...changed,
        { metric: `taken back, ${PEOPLE} changed people`, value: undone, unit: 'ms', goal: { atMost: GOAL_MS } },
      ]
    } finally {
      caller.close()
      await cloud.close()
    }
  },
}
