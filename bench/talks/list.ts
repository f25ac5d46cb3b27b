// How long does a rep with 1,000 contacts wait for her lists? Through the local cloud, as her phone asks.

import type { Part } from '../part'
import { type Caller, callersOf, quantile } from '../reading/callers'
import { Cloud } from '../reading/cloud'
import { repOpenid } from '../reading/population'
import type { Metric } from '../report'

const CONTACTS = 1_000
const REPS = 3
const CALLS = 60
const WARM_UPS = 5
const GOAL_MS = 300

type Ask = { name: string; action: string; payload: object }
const ASKS: readonly Ask[] = [
  { name: "the day's list", action: 'talk.list', payload: {} },
  { name: 'contacts, latest first, a page', action: 'contact.list', payload: {} },
  { name: 'contacts, warmest first, a page', action: 'contact.list', payload: { order: 'warm' } },
  { name: 'reminders of two weeks', action: 'reminder.list', payload: {} },
]

const timed = async (caller: Caller, action: string, payload: object, openid: string): Promise<number> => {
  const began = performance.now()
  const reply = await caller.call('rep', action, payload, openid)
  const ms = performance.now() - began
  if (!reply.ok) throw new Error(`${action}: ${JSON.stringify(reply)}`)
  return ms
}

const measure = async (caller: Caller, { name, action, payload }: Ask): Promise<Metric[]> => {
  const times: number[] = []
  for (let i = 0; i < WARM_UPS + CALLS; i++) {
    const ms = await timed(caller, action, payload, repOpenid(i % REPS))
    if (i >= WARM_UPS) times.push(ms)
  }
  return [
    { metric: `${name}: p50`, value: quantile(times, 0.5), unit: 'ms' },
    { metric: `${name}: p95`, value: quantile(times, 0.95), unit: 'ms', goal: { atMost: GOAL_MS } },
  ]
}

export const list: Part = {
  name: 'list',
  run: async ({ say }) => {
    const cloud = await Cloud.open('talks-list')
    try {
      const docs = await cloud.ask<number>('days', {
        reps: REPS,
        contacts: CONTACTS,
        now: Date.now(),
        withReadings: true,
      })
      say(`${docs.toLocaleString('en')} documents: ${REPS} reps with ${CONTACTS.toLocaleString('en')} contacts each`)
      const caller = callersOf(cloud.url, 1)
      await timed(caller, 'me.see', {}, repOpenid(0)) // the function is warm
      const first: number[] = []
      for (let rep = 0; rep < REPS; rep++) first.push(await timed(caller, 'talk.list', {}, repOpenid(rep)))
      const metrics: Metric[] = [
        { metric: "the day's list, made while she waits: median", value: quantile(first, 0.5), unit: 'ms' },
      ]
      for (const ask of ASKS) metrics.push(...(await measure(caller, ask)))
      caller.close()
      return metrics
    } finally {
      await cloud.close()
    }
  },
}
