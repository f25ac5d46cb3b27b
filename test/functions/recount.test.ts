// Does the recount notice what is wrong? A sum too high, a sum too many, one that is missing, a profile that lacks a reading.
import { addedTo, collection } from '../../cloudfunctions/_kit/collection'
import type { PersonId, ReadingId, SectionId } from '../../shared/domain/ids'
import type { Reader } from '../../shared/domain/reader'
import type { Tally } from '../../shared/domain/tally'
import { recountProfiles } from '../../tools/recount/profiles'
import { recountTallies } from '../../tools/recount/readings'
import { MINUTE_MS, type SumsWorld, startSumsWorld } from '../support/sums-world'

jest.setTimeout(60_000)
const mei = 'person-mei' as PersonId
const tallies = collection<Tally>('tallies')
let world: SumsWorld
let token: string
beforeEach(async () => {
  world = await startSumsWorld()
  const [own] = world.shares
  if (!own) throw new Error('no shares')
  token = own._id
  await world.agree(own._id, mei)
  const sections = { ['s1' as SectionId]: 40_000 }
  const report = { token: own._id, version: 1, scene: 1007, seq: 1, agoMs: 0, spanMs: 90_000, sections, depth: 1 }
  await world.report([{ ...report, readingId: 'reading-0000000000001' as ReadingId }], mei)
  world.pass(20 * MINUTE_MS)
  await world.count()
})
afterEach(() => world.stop())

test('what is right is right', async () => {
  expect([await recountTallies(), await recountProfiles(world.now())]).toEqual([[], []])
})

test('a sum that is too high', async () => {
  await tallies.change({ _id: `share.${token}.` }, { ms: addedTo(5) })
  expect(await recountTallies()).toEqual([`tallies share.${token}.: ms is 40005, the readings say 40000`])
})

test('a part that is said to have gone', async () => {
  await tallies.change({ _id: `share.${token}.` }, { 'gone.readings': addedTo(1) })
  expect(await recountTallies()).toEqual([`tallies share.${token}.: readings is 0, the readings say 1`])
})

test('a sum that is missing', async () => {
  await tallies.remove({ _id: `share.${token}.` })
  expect(await recountTallies()).toEqual([
    `tallies share.${token}.: readings is 0, the readings say 1`,
    `tallies share.${token}.: ms is 0, the readings say 40000`,
    `tallies share.${token}.: sections.s1.ms is 0, the readings say 40000`,
    `tallies share.${token}.: sections.s1.readings is 0, the readings say 1`,
    expect.stringMatching(/: hours\.h\d+ is 0, the readings say 1$/),
    expect.stringMatching(/: days\.\d{4}-\d\d-\d\d is 0, the readings say 1$/),
  ])
})

test('a sum of nothing', async () => {
  const apart = { staff: 0, sharer: 0, crawler: 0 }
  await tallies.put({
    _id: 'all..2020-01-01',
    of: 'all',
    id: '',
    day: '2020-01-01',
    batch: 1,
    readings: 1,
    deep: 0,
    ms: 0,
    apart,
  })
  expect(await recountTallies()).toEqual(['tallies all..2020-01-01: readings is 1, the readings say 0'])
})

test('a profile that lacks a reading', async () => {
  await collection<Reader>('readers').change({ personId: mei }, { entries: {} })
  expect(await recountProfiles(world.now())).toEqual([
    expect.stringMatching(/^readers rep-lin\.person-mei: holds 0 readings, rebuilt 1$/),
  ])
})

test('nothing can be said while a batch is open', async () => {
  await collection<{ _id: string; open: number }>('batches').change({ _id: 'progress' }, { open: 7 })
  expect(await recountTallies()).toEqual([expect.stringContaining('batch 7 is still open')])
})
