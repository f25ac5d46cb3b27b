// Is any report lost where many read and much goes wrong? The soak's own readers, on a clock that runs as fast as they can.

import { type Random, randomFrom } from '../../bench/reading/random'
import { Account } from '../../bench/soak/account'
import { type Clock, Waits } from '../../bench/soak/clock'
import { buildPhones, type Network, Phone } from '../../bench/soak/phone'
import { ReaderLife } from '../../bench/soak/reader'
import { Town } from '../../bench/soak/town'
import { collection } from '../../cloudfunctions/_kit/collection'
import type { FaultRequest } from '../../emulator'
import type { PersonId, ReadingId, ShareToken } from '../../shared/domain/ids'
import type { ReadingReport } from '../../shared/domain/reading'
import { childShare, type Share } from '../../shared/domain/share'
import type { Tally } from '../../shared/domain/tally'
import { recountProfiles } from '../../tools/recount/profiles'
import { recountTallies } from '../../tools/recount/readings'
import { MINUTE_MS, type SumsWorld, startSumsWorld } from '../support/sums-world'

jest.setTimeout(120_000)
const READERS = 16
const MINUTES = 12
const SEED = 7
const CUT_OFF = 6 // times that counting is tried while the database fails
const DOOR_FAULTS = 0.06 // half of them refused, half answered to nobody
const DATABASE_FAULTS = 0.01

/** Acts in the order of their time; each has been answered before the next. */
const fastClock = (world: SumsWorld) => {
  const acts = new Map<number, { at: number; act: () => void }>()
  let last = 0
  const clock: Clock = {
    now: world.now,
    after(ms, act) {
      const id = ++last
      acts.set(id, { at: world.now() + ms, act })
      return () => void acts.delete(id)
    },
  }
  const next = (): [number, { at: number; act: () => void }] | undefined =>
    [...acts].reduce<[number, { at: number; act: () => void }] | undefined>(
      (first, one) => (first && first[1].at <= one[1].at ? first : one),
      undefined,
    )
  const run = async (untilAt: number, settled: () => Promise<void>): Promise<void> => {
    for (let first = next(); first && first[1].at <= untilAt; first = next()) {
      acts.delete(first[0])
      world.setTime(Math.max(world.now(), Math.round(first[1].at)))
      first[1].act()
      await settled()
    }
    world.setTime(untilAt)
  }
  return { clock, run }
}

type Envelope = { action: string; payload: Record<string, unknown> }

/** The reader's actions without the function around them, behind a door that fails now and then. */
const doorOf = (world: SumsWorld, account: Account, random: Random) => {
  const shares = new Map<string, Share>(world.shares.map((share) => [share._id, share]))
  const state = { underWay: 0, faulty: true }
  const shown = (token: string) => {
    const share = shares.get(token)
    const sections = ['s1', 's2', 's3'].map((id) => ({
      id,
      heading: '',
      paragraphs: ['野餐垫。'.repeat(30)],
      image: null,
    }))
    const article = { postId: share?.postId, version: 1, sections }
    return { article, sender: { repId: share?.repId } }
  }
  const passOn = async ({ token, parentToken }: Record<string, unknown>) => {
    const parent = shares.get(String(parentToken))
    if (!parent) throw new Error('no such share')
    const share = childShare(parent, { token: token as ShareToken, channel: 'chat-card', at: world.now() })
    await collection<Share>('shares').insertIfAbsent(share)
    shares.set(share._id, share)
    return {}
  }
  const act = async ({ action, payload }: Envelope, person: PersonId): Promise<unknown> => {
    if (action === 'post.read') return shown(String(payload.token))
    if (action === 'reading.report') return world.report(payload.readings as ReadingReport[], person)
    if (action === 'consent.give')
      return world.agree(payload.token as ShareToken, person, payload.readingIds as ReadingId[])
    if (action === 'consent.withdraw') return world.withdraw(person)
    return passOn(payload)
  }
  const answer = async (envelope: Envelope, person: PersonId): Promise<{ data: unknown }> => {
    const drawn = state.faulty ? random.unit() : 1
    if (drawn < DOOR_FAULTS / 2) throw new Error('refused')
    const data = await act(envelope, person).catch(() => null)
    if (drawn < DOOR_FAULTS) throw new Error('nobody heard')
    if (data === null) return { data: { ok: false, error: { code: 'internal', message: '', trace: '' } } }
    if (envelope.action === 'reading.report')
      account.hear(envelope.payload.readings as ReadingReport[], data as Awaited<ReturnType<SumsWorld['report']>>)
    return { data: { ok: true, data } }
  }
  const network: Network = async ({ data, header }) => {
    const envelope = structuredClone(data) as Envelope
    if (envelope.action === 'reading.report') account.send(envelope.payload.readings as ReadingReport[])
    state.underWay += 1
    try {
      return await answer(envelope, header['X-WX-OPENID'] as PersonId)
    } finally {
      state.underWay -= 1
    }
  }
  const settled = async (): Promise<void> => {
    do await new Promise(setImmediate)
    while (state.underWay > 0)
    await new Promise(setImmediate)
  }
  return { network, settled, state }
}

const faultsOf =
  (random: Random) =>
  ({ action }: FaultRequest) => {
    if (!action.startsWith('database.') || !random.chance(DATABASE_FAULTS)) return 'none' as const
    return (['refuse', 'lose', 'conflict'] as const)[random.int(0, 2)] ?? 'refuse'
  }

const countAll = async (world: SumsWorld): Promise<void> => {
  world.pass(20 * MINUTE_MS)
  for (let more = 1; more > 0; ) more = (await world.count()) + (await world.refresh())
}

test('what was acknowledged is there, once, whatever failed', async () => {
  const world = await startSumsWorld()
  const random = randomFrom(SEED)
  const account = new Account()
  const { network, settled, state } = doorOf(world, account, random)
  const { clock, run } = fastClock(world)
  const waits = new Waits(clock)
  const town = new Town(2)
  for (const { _id, repId } of world.shares) town.put({ token: _id, rep: repId === 'rep-lin' ? 0 : 1 })
  const made = await buildPhones()
  const own = () => randomFrom(random.int(0, 2 ** 31))
  const lives = Array.from({ length: READERS }, (_, n) => {
    const phone = new Phone({ made, clock, random: own(), network, url: 'http://cloud', openid: `person-${n}` })
    return new ReaderLife(phone, own(), waits, { town, rep: n % 2, pace: { gapMs: 20_000 } })
  })
  try {
    world.emulator.faults = faultsOf(random)
    const living = lives.map((life) => life.live())
    for (let minute = 0; minute < MINUTES; minute++) {
      await run(world.now() + MINUTE_MS, settled)
      await world.count().catch(() => undefined) // as the job: tried again a minute later
    }
    waits.end()
    await Promise.all(living)
    await settled()
    for (const { phone } of lives) phone.findSignal()
    await run(world.now() + MINUTE_MS, settled)
    expect(lives.map(({ phone }) => phone.signal)).not.toContain(false) // what is compared from here on can be asked
    world.pass(20 * MINUTE_MS)
    for (let rounds = 0; rounds < CUT_OFF; rounds++) {
      await world.count().catch(() => undefined)
      world.pass(2 * MINUTE_MS)
    }
    world.emulator.faults = undefined
    state.faulty = false
    for (let rounds = 0; rounds < 3; rounds++) {
      await countAll(world) // a batch that was cut off holds what it has begun to count
      for (const { phone } of lives) await phone.parts.sendAllReports()
    }
    await countAll(world)

    expect(account.entries.size).toBeGreaterThan(READERS * 2)
    expect(account.refused).toBe(0)
    const held = account.hold(await world.docs('readings'))
    expect(held).toEqual({ readings: account.entries.size, lost: [], beyond: [], strange: [], unequal: [] })
    const all = (await world.docs<Tally>('tallies')).filter(({ of }) => of === 'all')
    expect(all.reduce((sum, { readings }) => sum + readings, 0)).toBe(account.entries.size)
    expect(all.reduce((sum, { ms }) => sum + ms, 0)).toBe(account.ms)
    expect([await recountTallies(), await recountProfiles(world.now())]).toEqual([[], []])
  } finally {
    await world.stop()
  }
})
