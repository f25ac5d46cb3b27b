// Are others told of what happened: once, signed, again when they do not listen, and never where they may not be?
import { createHmac, timingSafeEqual } from 'node:crypto'
import { DEAD_MAX, type HookEvent, TRIES_MAX } from '../../shared/domain/webhook'
import { type Receiver, startReceiver } from '../support/receiver'
import { newReadingId, publish } from '../support/scenes'
import { approver, editor, lin, READER_URL, startWorld, type World } from '../support/world'

const ENV = { RIPPLE_PERSON_KEY: 'a-key-for-tests-only', RIPPLE_READER_URL: READER_URL, RIPPLE_HOOKS_LOCAL: 'yes' }
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
afterEach(async () => {
  for (const { webhookId } of (await world.ask('hq', 'webhook.list', {}, editor)).webhooks)
    await world.ask('hq', 'webhook.drop', { webhookId }, editor)
  receiver.heard.length = 0
})

const hookAt = async (path: string, events: HookEvent[] = ['post.published', 'post.recalled']) => {
  const hook = { webhookId: newReadingId(), rev: 0, name: '数仓', url: receiver.url + path, events, on: true }
  return { ...hook, ...(await world.ask('hq', 'webhook.save', { ...hook, newSecret: false }, editor)) }
}
const tick = () => world.emulator.fireTimer('jobs')
const deliveriesOf = async (webhookId: string) =>
  (await world.ask('hq', 'delivery.list', { webhookId, cursor: undefined }, editor)).deliveries
const soon = (webhookId: string) =>
  world.database.collection('deliveries').where({ webhookId, state: 'waiting' }).update({ nextAt: 1 })

/** As docs/api.md shows it to whoever listens. */
const isSigned = (secret: string, headers: NodeJS.Dict<string | string[]>, body: string): boolean => {
  const [, seconds = '', given = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['ripple-signature'])) ?? []
  if (Math.abs(Date.now() / 1_000 - Number(seconds)) > 300) return false
  const right = createHmac('sha256', secret).update(`${seconds}.${body}`).digest()
  return timingSafeEqual(right, Buffer.from(given, 'hex'))
}

describe('one who listens', () => {
  it('is told of a post that goes out and of one taken back, once, signed, whatever the timer repeats', async () => {
    const hook = await hookAt('/ok')
    await publish(world, {}, 'post-told')
    await tick()
    await Promise.all([tick(), tick()])
    await world.ask('hq', 'post.recall', { postId: 'post-told', reason: '活动结束' }, editor)
    await tick()
    const told = receiver.heard.map(({ headers }) => headers['ripple-event'])
    expect(told).toEqual(['post.published', 'post.recalled'])
    const [first] = receiver.heard
    expect(JSON.parse(first?.body ?? '')).toMatchObject({ event: 'post.published', data: { postId: 'post-told' } })
    expect(JSON.parse(first?.body ?? '').id).toBe(first?.headers['ripple-id'])
    for (const { headers, body } of receiver.heard) {
      expect(isSigned(hook.secret ?? '', headers, body)).toBe(true)
      expect(isSigned(hook.secret ?? '', headers, `${body} `)).toBe(false)
    }
    expect((await deliveriesOf(hook.webhookId)).map(({ state, status }) => [state, status])).toEqual([
      ['sent', 204],
      ['sent', 204],
    ])
    const [shown] = (await world.ask('hq', 'webhook.list', {}, editor)).webhooks
    expect(shown).toMatchObject({ waiting: 0, dead: 0, lastOkAt: expect.any(Number) })
  })

  it('is not told of what happened before it was there', async () => {
    await publish(world)
    await new Promise((resolve) => setTimeout(resolve, 5))
    await hookAt('/ok')
    await tick()
    expect(receiver.heard).toEqual([])
  })

  it('hears of a roster that was applied, in counts, and of none that is not', async () => {
    await hookAt('/ok', ['roster.applied'])
    const counts = { added: 2, changed: 1, leaving: 0, same: 5, faults: 0 }
    const roster = { at: Date.now() - 60_000, signedAt: Date.now(), rows: 8, counts, leaseUntil: 0 }
    await world.add('rosters', [
      { _id: 'roster-1', ...roster, state: 'applied' },
      { _id: 'roster-2', ...roster, state: 'checked' },
    ])
    await tick()
    await tick()
    expect(receiver.heard.map(({ body }) => JSON.parse(body))).toEqual([
      {
        id: 'roster.applied.roster-1',
        event: 'roster.applied',
        at: roster.signedAt,
        data: { rosterId: 'roster-1', ...counts },
      },
    ])
  })

  it('hears the deals of a day as a count, and of fewer than five that they are few', async () => {
    const hook = await hookAt('/ok', ['talk.deals'])
    const day = new Date(Date.now() + 8 * 3_600_000 - 86_400_000).toISOString().slice(0, 10)
    const told = Array.from({ length: 4 }, () => ({ end: 'dealt', contactId: 'c', reason: 'none', at: 1 }))
    await world.add('talkdays', [{ _id: `rep-lin.${day}`, repId: 'rep-lin', day, talks: [], rest: [], told, rev: 0 }])
    await tick()
    await tick()
    const isMorning = (new Date().getUTCHours() + 8) % 24 < 9
    const bodies = receiver.heard.map(({ body }) => JSON.parse(body))
    expect(bodies).toEqual(
      isMorning ? [] : [expect.objectContaining({ id: `talk.deals.${day}`, data: { day, deals: null, few: true } })],
    )
    expect(await deliveriesOf(hook.webhookId)).toHaveLength(bodies.length)
  })
})

describe('one who does not', () => {
  it.each([
    ['/fail', 'refused', 500],
    ['/elsewhere', 'redirect', 302],
    ['/garbage', 'unreachable', null],
    ['/hang', 'timeout', null],
    ['/late', 'timeout', null],
  ] as const)('%s: waits for another try, and is not followed elsewhere', async (path, fault, status) => {
    const hook = await hookAt(path)
    await publish(world)
    await tick()
    const [delivery] = await deliveriesOf(hook.webhookId)
    expect(delivery).toMatchObject({ state: 'waiting', fault, status, tries: 1 })
    expect((delivery?.nextAt ?? 0) - Date.now()).toBeGreaterThan(10_000)
    expect(receiver.heard).toHaveLength(1)
    await tick() // not due yet
    expect(receiver.heard).toHaveLength(1)
  })

  it('a status line is an answer, whatever it says follows', async () => {
    const hook = await hookAt('/lies')
    await publish(world)
    await tick()
    expect((await deliveriesOf(hook.webhookId))[0]).toMatchObject({ state: 'sent', status: 200 })
  })

  it('nobody there at all, and a name that leads into the house: nothing is sent', async () => {
    const hook = await hookAt('/ok')
    // saved when it was public, and pointed elsewhere since
    await world.database.collection('webhooks').doc(hook.webhookId).update({ url: 'https://localhost:8443/' })
    await publish(world)
    await tick()
    expect((await deliveriesOf(hook.webhookId))[0]).toMatchObject({ state: 'waiting', fault: 'not-public' })
    expect(receiver.heard).toEqual([])
  })

  it('is put aside after the last try, played again by hand, once, under the same id', async () => {
    const hook = await hookAt('/fail')
    await publish(world)
    for (let n = 0; n < TRIES_MAX; n++) {
      await tick()
      await soon(hook.webhookId)
    }
    const [dead] = await deliveriesOf(hook.webhookId)
    expect(dead).toMatchObject({ state: 'dead', tries: TRIES_MAX, fault: 'refused' })
    const ids = new Set(receiver.heard.map(({ headers }) => headers['ripple-id']))
    expect([receiver.heard.length, ids.size]).toEqual([TRIES_MAX, 1])
    const replay = { deliveryId: dead?.deliveryId ?? '', replays: 0 }
    await world.ask('hq', 'delivery.replay', replay, approver)
    expect((await world.ask('hq', 'delivery.replay', replay, approver)).delivery.replays).toBe(1)
    const again = { ...replay, replays: 1 }
    expect((await world.refusal('hq', 'delivery.replay', again, approver)).reason).toBe('delivery-waiting')
    await world.database
      .collection('webhooks')
      .doc(hook.webhookId)
      .update({ url: `${receiver.url}/ok` })
    await tick()
    expect((await deliveriesOf(hook.webhookId))[0]).toMatchObject({ state: 'sent', replays: 1 })
    expect(receiver.heard.at(-1)?.headers['ripple-id']).toBe([...ids][0])
  })

  it('is switched off after so many put aside in a row, with a note, and told from then on when on again', async () => {
    const hook = await hookAt('/gone')
    for (let n = 0; n < DEAD_MAX; n++) await publish(world)
    await tick()
    const [off] = (await world.ask('hq', 'webhook.list', {}, editor)).webhooks
    expect(off).toMatchObject({ on: false, dead: DEAD_MAX, offReason: expect.stringContaining('没有送到') })
    await publish(world)
    await tick()
    expect(receiver.heard).toHaveLength(DEAD_MAX)
    const { webhookId, name, events } = hook
    const saved = { webhookId, name, events, rev: off?.rev ?? 0, url: `${receiver.url}/ok`, on: true, newSecret: true }
    const { secret } = await world.ask('hq', 'webhook.save', saved, editor)
    expect(secret).not.toBe(hook.secret)
    await publish(world, {}, 'post-after')
    await tick()
    expect(receiver.heard.slice(DEAD_MAX).map(({ body }) => JSON.parse(body).data.postId)).toEqual(['post-after'])
  })
})

describe('addresses at the desk', () => {
  it('are refused where they may not be, and changed only as they were seen', async () => {
    const hook = {
      webhookId: newReadingId(),
      rev: 0,
      name: 'x',
      events: ['post.published'],
      on: true,
      newSecret: false,
    }
    for (const [url, reason] of [
      ['http://hooks.example.com', 'https-only'],
      ['https://10.0.0.1/', 'private-address'],
      ['nonsense', 'not-an-address'],
    ] as const)
      expect((await world.refusal('hq', 'webhook.save', { ...hook, url }, editor)).reason).toBe(reason)
    const saved = { ...hook, url: 'https://hooks.example.com/' }
    const first = await world.ask('hq', 'webhook.save', saved as never, editor)
    expect(await world.ask('hq', 'webhook.save', saved as never, editor)).toEqual(first)
    const other = { ...saved, name: 'y' }
    expect((await world.refusal('hq', 'webhook.save', other, editor)).reason).toBe('stale-version')
    expect((await world.refusal('hq', 'webhook.save', other, lin)).code).toBe('forbidden')
  })

  it('keep no secret in the database, and stand in the log', async () => {
    const hook = await hookAt('/ok')
    await world.ask('hq', 'webhook.drop', { webhookId: hook.webhookId }, editor)
    const stored = JSON.stringify([
      await world.docs('webhooks'),
      await world.docs('deliveries'),
      await world.docs('audits'),
    ])
    expect(hook.secret).toMatch(/^whsec_/)
    expect(stored).not.toContain(hook.secret)
    const acts = (await world.docs('audits'))
      .filter(({ of }) => of === `webhook.${hook.webhookId}`)
      .map(({ act }) => act)
    expect(acts).toEqual(['webhook.saved', 'webhook.dropped'])
  })
})
