// Do sums equal a recount, whatever is read, withdrawn, erased and expired, and wherever a batch is cut off?
import { collection } from '../../cloudfunctions/_kit/collection'
import type { PersonId, ReadingId } from '../../shared/domain/ids'
import type { Reading, ReadingReport } from '../../shared/domain/reading'
import type { Share } from '../../shared/domain/share'
import type { Tally } from '../../shared/domain/tally'
import { recountProfiles } from '../../tools/recount/profiles'
import { recountTallies } from '../../tools/recount/readings'
import { DAY_MS, MINUTE_MS, type SumsWorld, startSumsWorld } from '../support/sums-world'

jest.setTimeout(60_000)
let world: SumsWorld
let own: Share
let below: Share
beforeEach(async () => {
  world = await startSumsWorld()
  const [first, , third] = world.shares
  if (!first || !third) throw new Error('no shares')
  own = first
  below = third
})
afterEach(() => world.stop())

const mei = 'person-mei' as PersonId
let minted = 0
const newId = () => `reading${String(++minted).padStart(13, '0')}` as ReadingId

const reportOf = (share: Share, change: Partial<ReadingReport> = {}): ReadingReport => ({
  readingId: newId(),
  token: share._id,
  version: 1,
  scene: 1007,
  seq: 1,
  agoMs: 0,
  spanMs: 90_000,
  sections: { s1: 40_000, s2: 30_000 } as ReadingReport['sections'],
  depth: 1,
  ...change,
})

/** Everything comes to rest and is counted. */
const settle = async () => {
  world.pass(20 * MINUTE_MS)
  return world.count()
}
const tally = async (id: string): Promise<Tally | undefined> =>
  (await world.docs<Tally>('tallies')).find(({ _id }) => _id === id)
const today = () => new Date(world.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const differences = async () => [...(await recountTallies()), ...(await recountProfiles(world.now()))]

test('readers, and apart from them staff, sharers and crawlers, reach every sum', async () => {
  const day = today()
  await world.report([reportOf(below), reportOf(below)], null)
  await world.report([reportOf(below)], mei, true)
  await world.report([reportOf(below, { by: 'sharer' }), reportOf(below, { scene: 1129 })], null)
  expect(await settle()).toBe(5)
  const sums = { readings: 2, deep: 2, ms: 140_000, apart: { staff: 1, sharer: 1, crawler: 1 } }
  for (const id of [`post.${below.postId}.${day}`, `rep.${below.repId}.${day}`, `all..${day}`, `share.${below._id}.`])
    expect(await tally(id)).toMatchObject(sums)
  expect(await tally(`under.${own._id}.`)).toMatchObject({ readings: 2, apart: { staff: 0, sharer: 0, crawler: 0 } })
  expect(await tally(`under.${below._id}.`)).toBeUndefined()
  expect((await tally(`post.${below.postId}.${day}`))?.sections).toEqual({
    s1: { ms: 80_000, readings: 2 },
    s2: { ms: 60_000, readings: 2 },
  })
  expect(await differences()).toEqual([])
})

test('nothing is counted before it has come to rest, nor in driblets', async () => {
  await world.report([reportOf(own)], null)
  expect(await world.count()).toBe(0)
  world.pass(7 * MINUTE_MS)
  expect(await world.count()).toBe(0)
  world.pass(10 * MINUTE_MS)
  expect(await world.count()).toBe(1)
  expect(await world.count()).toBe(0)
})

test('a reading that grows after it was counted adds what it grew by', async () => {
  const first = reportOf(own, { sections: { s1: 10_000 } as ReadingReport['sections'] })
  await world.report([first], null)
  await settle()
  await world.report([reportOf(own, { readingId: first.readingId, seq: 2, agoMs: 20 * MINUTE_MS })], null)
  await settle()
  expect(await tally(`share.${own._id}.`)).toMatchObject({ readings: 1, deep: 1, ms: 70_000 })
  expect(await differences()).toEqual([])
})

test('withdrawing changes no sum; erasing changes none that is shown, and notes what has gone', async () => {
  await world.agree(own._id, mei)
  await world.report([reportOf(own), reportOf(below)], mei)
  await settle()
  const shown = async () => (await world.docs<Tally>('tallies')).map(({ gone: _, batch: __, ...sums }) => sums)
  const before = await shown()
  await world.withdraw(mei)
  expect(await shown()).toEqual(before)
  await world.agree(
    own._id,
    mei,
    (await world.docs<{ _id: ReadingId }>('readings')).map(({ _id }) => _id),
  )
  expect(await world.erase(mei)).toEqual({ erased: 2 })
  expect(await shown()).toEqual(before)
  expect(await world.docs('readings')).toEqual([])
  expect(await world.docs('departures')).toEqual([])
  expect((await tally(`share.${own._id}.`))?.gone).toMatchObject({ readings: 1, ms: 70_000 })
  expect(await differences()).toEqual([])
})

test('what was never counted goes at once and leaves nothing', async () => {
  await world.agree(own._id, mei)
  await world.report([reportOf(own)], mei)
  await world.erase(mei)
  expect([await world.docs('readings'), await world.docs('departures'), await world.docs('tallies')]).toEqual([
    [],
    [],
    [],
  ])
})

test('erased while sums are being counted: nobody sees it, and the job sets it aside when they are', async () => {
  await world.agree(own._id, mei)
  await world.report([reportOf(own)], mei)
  await settle()
  await world.report([reportOf(own)], null)
  world.pass(20 * MINUTE_MS)
  expect(await world.crashAt(6, false, world.count)).toBe('crashed')
  await world.erase(mei)
  const marked = (await world.docs('readings')).filter(({ by }) => by === 'erased')
  expect(marked).toMatchObject([{ known: false, personId: null }])
  expect(await world.setAside()).toBe(0)
  world.pass(2 * MINUTE_MS)
  expect(await world.setAside()).toBe(1)
  await settle()
  expect(await tally(`share.${own._id}.`)).toMatchObject({ readings: 2, gone: { readings: 1 } })
  expect(await world.docs('readings')).toHaveLength(1)
  expect(await differences()).toEqual([])
})

test('after 180 days readings go, named or not, and the sums stay', async () => {
  await world.report([reportOf(own)], null)
  await settle()
  world.pass(179 * DAY_MS)
  await world.report([reportOf(own)], null)
  await settle()
  expect(await world.expire()).toBe(0)
  world.pass(2 * DAY_MS)
  expect(await world.expire()).toBe(1)
  expect(await world.expire()).toBe(0)
  expect(await world.docs('readings')).toHaveLength(1)
  expect(await tally(`share.${own._id}.`)).toMatchObject({ readings: 2, gone: { readings: 1 } })
  expect(await differences()).toEqual([])
})

test('two timers at once count once', async () => {
  await world.report([reportOf(own), reportOf(below)], null)
  world.pass(20 * MINUTE_MS)
  const counted = await Promise.all([world.count(), world.count(), world.count()])
  expect(counted.reduce((n, each) => n + each, 0)).toBe(2)
  expect(await tally(`share.${own._id}.`)).toMatchObject({ readings: 1 })
  expect(await differences()).toEqual([])
})

test('of two that write a name the counting finds the one without consent', async () => {
  await world.agree(own._id, mei)
  await world.report([reportOf(own)], mei)
  await world.withdraw(mei)
  // what a report under way at that moment would have left
  const [reading] = await world.docs('readings')
  const readings = collection<Reading>('readings')
  await readings.change({ _id: String(reading?._id) as ReadingId }, { known: true, personId: mei })
  await settle()
  expect(await world.docs('readings')).toMatchObject([{ known: false, personId: null }])
  expect(await world.docs('readers')).toEqual([])
})

/** An act is cut off once after each of its writes, and all sums are held against a recount after each. */
const EVERY_WRITE_MS = 300_000

/**
 * After so many writes: the answer to the last gets lost, or the request of the next never arrives. Both leave the same
 * behind, so they take turns.
 */
const crashAfter = (writes: number, act: () => Promise<unknown>): Promise<'crashed' | 'done'> =>
  writes % 2 === 1 ? world.crashAt(writes, true, act) : world.crashAt(writes + 1, false, act)

describe('cut off after any write, resumed after 90 s', () => {
  const cutEverywhere = async (prepare: () => Promise<unknown>, act: () => Promise<unknown>) => {
    for (let writes = 0; ; writes++) {
      await prepare()
      const outcome = await crashAfter(writes, act)
      await world.erase(mei)
      world.pass(2 * MINUTE_MS)
      await world.report([reportOf(own)], null)
      await settle()
      await world.setAside()
      expect({ writes, differences: await differences(), open: (await world.docs('departures')).length }).toEqual({
        writes,
        differences: [],
        open: 0,
      })
      if (outcome === 'done') return writes
    }
  }

  test(
    'counting',
    async () => {
      const writes = await cutEverywhere(async () => {
        await world.agree(own._id, mei)
        await world.report([reportOf(own), reportOf(below)], mei)
        await world.report([reportOf(below)], null)
        world.pass(20 * MINUTE_MS)
      }, world.count)
      expect(writes).toBeGreaterThan(15)
    },
    EVERY_WRITE_MS,
  )

  test(
    'erasing',
    async () => {
      const writes = await cutEverywhere(
        async () => {
          await world.agree(own._id, mei)
          await world.report([reportOf(own), reportOf(below)], mei)
          await settle()
          await world.report([reportOf(below)], mei)
        },
        () => world.erase(mei),
      )
      expect(writes).toBeGreaterThan(15)
    },
    EVERY_WRITE_MS,
  )
})
