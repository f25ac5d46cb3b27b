// Does HQ see how a post is read and what became of it, with nobody to be made out?
import { agree, countReadings, publish, report, reportOf, share } from '../support/scenes'
import { editor, lin, mei, nobody, startWorld, type World, wang } from '../support/world'

let world: World
let postId: string
let token: string
beforeAll(async () => {
  world = await startWorld()
  postId = (await publish(world)).postId
  token = await share(world, postId, lin)
})
afterAll(() => world.stop())

const heat = (days = 7) => world.ask('hq', 'post.heat', { postId, days }, editor)
const adoption = () => world.ask('hq', 'adoption.see', { days: 7 }, editor)
const readPost = (change: object = {}, as: typeof mei | null = nobody) =>
  report(world, [reportOf({ postId, token }, change)], as)

test('one or two who read a section are not broken down, and what is expected of it is said', async () => {
  await agree(world, token, mei)
  await readPost({}, mei)
  await readPost({ sections: { s1: 10_000 } })
  expect(await heat()).toMatchObject({
    title: '周末遛娃清单',
    counted: { readings: 2, ms: 70_000 },
    sections: [
      { sectionId: 's1', heading: '公园', readings: 'few', ms: 0, expectedMs: expect.any(Number) },
      { sectionId: 's2', heading: '河边', readings: 'few', ms: 0 },
    ],
  })
})

test('the last minutes are in it, and counting them changes nothing', async () => {
  await readPost({ sections: { s1: 30_000 } })
  const now = await heat()
  expect(now).toMatchObject({
    counted: { readings: 3, ms: 100_000, deep: 1 },
    sections: [
      { readings: 3, ms: 80_000 },
      { readings: 'few', ms: 0 },
    ],
  })
  expect(now.sections[0]?.expectedMs).toBeGreaterThan(now.sections[1]?.expectedMs ?? 0)
  await countReadings(world)
  expect({ ...(await heat()), asOf: 0 }).toEqual({ ...now, asOf: 0 })
})

test('a reading that goes on after it was counted adds what it grew by', async () => {
  const reading = reportOf({ postId, token })
  await report(world, [reading], nobody)
  await countReadings(world)
  const before = (await heat()).counted
  await report(world, [{ ...reading, seq: 2, spanMs: 180_000, sections: { s1: 70_000, s2: 20_000 } }], nobody)
  const after = (await heat()).counted
  expect([after.readings - before.readings, after.ms - before.ms]).toEqual([0, 30_000])
})

test('staff, sharers and crawlers count apart and for nothing else', async () => {
  const before = (await heat()).counted
  await readPost({}, wang)
  await readPost({ by: 'sharer' })
  await readPost({ scene: 1129 })
  const expected = { ...before, apart: { staff: 1, sharer: 1, crawler: 1 } }
  expect((await heat()).counted).toEqual(expected)
  await countReadings(world)
  expect((await heat()).counted).toEqual(expected)
})

test('adoption: seven days and what became of the posts', async () => {
  await world.ask('rep', 'kit.open', { postId }, lin)
  await world.ask('rep', 'kit.mark', { postId, version: 1, mark: { mark: 'posted' } }, lin)
  const { counted } = await heat()
  const { days, posts } = await adoption()
  expect(days).toHaveLength(7)
  expect(days.reduce((sum, day) => sum + day.counted.readings, 0)).toBe(counted.readings)
  expect(posts).toEqual([{ postId, title: '周末遛娃清单', dealt: 1, saved: 0, posted: 1, counted }])
})

test('nothing in it says who', async () => {
  const said = JSON.stringify([await heat(), await adoption()])
  for (const reader of await world.docs('readers')) expect(said).not.toContain(reader.personId)
  for (const word of ['repId', 'contactId', 'readerKey', 'remark', token]) expect(said).not.toContain(word)
})

test('an unknown post is not found', async () => {
  expect(await world.refusal('hq', 'post.heat', { postId: 'no-such', days: 7 }, editor)).toMatchObject({
    code: 'not-found',
  })
})
