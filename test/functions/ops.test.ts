// Where calls are measured: is each counted once, is what is amiss told, and does only the approver see it?
import { HOUR_MS, hourStart, quarterOf } from '../../shared/domain/metrics'
import { type Receiver, startReceiver } from '../support/receiver'
import { newReadingId } from '../support/scenes'
import { approver, editor, lin, manager, nobody, READER_URL, startWorld, type World } from '../support/world'

const ENV = {
  ...{ RIPPLE_PERSON_KEY: 'a-key-for-tests-only', RIPPLE_READER_URL: READER_URL },
  ...{ RIPPLE_HOOKS_LOCAL: 'yes', RIPPLE_METRICS: 'on' },
}
let world: World
let receiver: Receiver
beforeAll(async () => {
  world = await startWorld({}, ENV)
  receiver = await startReceiver()
})
afterAll(async () => {
  await receiver.stop()
  await world.stop()
})

const tick = () => world.emulator.fireTimer('jobs')
const seen = () => world.ask('hq', 'ops.see', {}, approver)
const sums = (action: string, calls: number, failed: number) => ({
  ...{ action, calls, refused: 0, failed, cold: 0, requests: 3 * calls, ms: 10 * calls, maxMs: 12 },
  times: [[13, calls]],
})
const quarter = (from: number, instance: string, calls: number, failed = 0) => ({
  ...{ _id: `rep.${from}.${instance}`, span: 'quarter', fn: 'rep', from },
  actions: [sums('rep/talk.list', calls, failed)],
})

/** As an instance fills them in a busy quarter of an hour. */
const buckets = Array.from({ length: 30 }, (_, n) => [n, 1_000_000])

test('an instance writes what it counted, at most once a minute, and the page shows it', async () => {
  for (let call = 0; call < 5; call++) await world.ask('rep', 'me.see', {}, lin)
  const written = (await world.docs('metrics')).filter(({ fn }) => fn === 'rep')
  expect(written).toHaveLength(1)
  // the first call of an instance is written at once, the others wait for the minute to pass
  expect(written[0]?.actions).toEqual([expect.objectContaining({ action: 'rep/me.see', calls: 1, failed: 0, cold: 1 })])
  await tick()
  const { isOn, version, tickAt, jobs, hour, queues } = await seen()
  expect({ isOn, version }).toEqual({ isOn: true, version: expect.stringMatching(/^\d+\.\d+\.\d+\+[0-9a-f]{8}$/) })
  expect(Date.now() - (tickAt ?? 0)).toBeLessThan(60_000)
  expect(jobs.filter(({ isLate }) => isLate)).toEqual([])
  expect(jobs.map(({ job }) => job)).toEqual(expect.arrayContaining(['watch-ops', 'count-readings', 'send-webhooks']))
  expect(hour.find(({ action }) => action === 'rep/me.see')).toMatchObject({ calls: 1, failed: 0, cold: 1 })
  expect(hour.find(({ action }) => action === 'jobs/watch-ops')).toMatchObject({ calls: 1, requests: 9 })
  expect(queues.map(({ queue, waiting, isOld }) => ({ queue, waiting, isOld }))).toEqual(
    ['checks', 'webhooks', 'notices', 'readings'].map((queue) => ({ queue, waiting: 0, isOld: false })),
  )
})

test('only the approver may look', async () => {
  for (const [as, code] of [
    [editor, 'forbidden'],
    [manager, 'forbidden'],
    [lin, 'forbidden'],
    [nobody, 'unauthenticated'],
  ] as const)
    expect(await world.refusal('hq', 'ops.see', {}, as)).toMatchObject({ code })
})

test('an hour that is over is added up once, and its quarters go; the day shows both', async () => {
  const hour = hourStart(Date.now() - 5 * HOUR_MS)
  await world.add('metrics', [quarter(hour, 'one', 10), quarter(hour, 'two', 4), quarter(hour + 900_000, 'one', 6)])
  await Promise.all([tick(), tick()])
  await tick()
  const kept = (await world.docs('metrics')).filter(({ from }) => Number(from) < hour + HOUR_MS)
  expect(kept).toEqual([expect.objectContaining({ _id: `rep.${hour}`, span: 'hour' })])
  const { day, curve } = await seen()
  expect(day.find(({ action }) => action === 'rep/talk.list')).toMatchObject({ calls: 20, failed: 0, requests: 3 })
  expect(curve.find(({ from }) => from === hour)).toMatchObject({ calls: 20, failed: 0 })
})

test('of many instances all are counted, though no one reply could hold them', async () => {
  const [now, old] = [quarterOf(Date.now()), hourStart(Date.now() - 7 * HOUR_MS)]
  const long = Array.from({ length: 60 }, (_, n) => ({ ...sums(`rep/act.${n}`, 1, 0), times: buckets }))
  for (const from of [now, old])
    for (let instance = 10; instance < 60; instance++)
      await world.add('metrics', [{ ...quarter(from, `many-${instance}`, 1), actions: long }])
  expect(await tick()).toMatchObject({ data: { 'watch-ops': { done: 0 } } })
  const { hour, curve } = await seen()
  expect(hour.find(({ action }) => action === 'rep/act.7')).toMatchObject({ calls: 50 })
  expect(curve.find(({ from }) => from === old)).toMatchObject({ calls: 50 * long.length })
  expect(await world.doc('metrics', `rep.${old}`)).toMatchObject({ span: 'hour' })
  await world.database.collection('metrics').where({ span: 'quarter', from: now }).remove()
})

test('what is amiss is told to who asked for it, once, and once more when it is over', async () => {
  const hook = { webhookId: newReadingId(), rev: 0, name: '值班', url: `${receiver.url}/ok`, on: true }
  await world.ask('hq', 'webhook.save', { ...hook, events: ['ops.alert', 'ops.clear'], newSecret: false }, editor)
  await world.add('metrics', [quarter(quarterOf(Date.now()), 'broken', 100, 50)])
  for (const _ of [1, 2, 3]) await tick()
  const told = () => receiver.heard.map(({ body }) => JSON.parse(body))
  expect(told()).toEqual([
    expect.objectContaining({ event: 'ops.alert', data: { kind: 'failing', of: 'rep/talk.list', value: 50 } }),
  ])
  expect((await seen()).alerts).toEqual([expect.objectContaining({ kind: 'failing', of: 'rep/talk.list', value: 50 })])
  await world.database.collection('metrics').where({ fn: 'rep', span: 'quarter' }).remove()
  // minutes pass
  const state = (await world.doc('ops', 'alerts')) as { open: object[] } | null
  const open = (state?.open ?? []).map((one) => ({ ...one, seenAt: 1 }))
  await world.database.collection('ops').doc('alerts').update({ open })
  for (const _ of [1, 2]) await tick()
  expect(told().map(({ event }) => event)).toEqual(['ops.alert', 'ops.clear'])
  expect((await seen()).alerts).toEqual([])
})

test('a monitor hears of a timer that stands still', async () => {
  await world.database
    .collection('ops')
    .doc('runs')
    .update({ at: Date.now() - HOUR_MS })
  const reply = await fetch(`${world.emulator.url}/open/health`)
  expect([reply.status, (await reply.json()).ok]).toEqual([503, false])
})

test('a monitor hears of a timer that has never run', async () => {
  await world.database.collection('ops').doc('runs').remove()
  await world.emulator.crash('open') // an instance says the same for a while
  const reply = await fetch(`${world.emulator.url}/open/health`)
  expect([reply.status, (await reply.json()).ok]).toEqual([503, false])
})
