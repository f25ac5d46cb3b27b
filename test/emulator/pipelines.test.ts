// Do aggregations answer, and only from an index?
import { codeOf, type Lab, openLab } from './harness'

let lab: Lab
const notes = () => lab.app.database().collection('notes')
const $ = () => lab.app.database().command.aggregate

beforeAll(async () => {
  lab = await openLab()
  const docs = [1, 2, 3, 4].map((n) => ({
    _id: `n${n}`,
    owner: n % 2 ? 'odd' : 'even',
    state: 'live',
    at: n,
    tags: ['all', `t${n}`],
    person: 'p1',
    when: new Date(Date.UTC(2026, 10, 21, 15 + n)),
  }))
  await notes().add(docs as unknown as object)
  await lab.app.database().collection('people').add({ _id: 'p1', email: 'a@b', name: '小雨' })
})
afterAll(() => lab.close())

it('groups, sorts, limits and projects', async () => {
  const { data } = await notes()
    .aggregate()
    .match({ state: 'live' })
    .group({ _id: '$owner', sum: $().sum('$at'), most: $().max('$at') })
    .sort({ sum: -1 })
    .limit(1)
    .project({ _id: 0, owner: '$_id', sum: 1, most: 1 })
    .end()
  expect(data).toEqual([{ owner: 'even', sum: 6, most: 4 }])
})

it('unwinds and counts', async () => {
  const { data } = await notes()
    .aggregate()
    .match({ state: 'live' })
    .unwind('$tags')
    .sortByCount('$tags')
    .limit(1)
    .end()
  expect(data).toEqual([{ _id: 'all', count: 4 }])
})

it('looks another collection up by _id', async () => {
  const { data } = await notes()
    .aggregate()
    .match({ _id: 'n1' })
    .lookup({ from: 'people', localField: 'person', foreignField: '_id', as: 'who' })
    .project({ 'who.name': 1 })
    .end()
  expect(data).toEqual([{ _id: 'n1', who: [{ name: '小雨' }] }])
})

it('names a day in Shanghai', async () => {
  const { data } = await notes()
    .aggregate()
    .match({ state: 'live' })
    .group({ _id: $().dateToString({ date: '$when', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }), n: $().sum(1) })
    .sort({ _id: 1 })
    .end()
  expect(data).toEqual([{ _id: '2026-11-22', n: 4 }])
})

it('refuses a whole-collection pipeline, an un-indexed lookup and what it does not imitate', async () => {
  expect(await codeOf(notes().aggregate().group({ _id: '$owner' }).end())).toBe('EMULATOR_NO_INDEX')
  const lookup = { from: 'people', localField: 'person', foreignField: 'name', as: 'who' }
  expect(await codeOf(notes().aggregate().match({ state: 'live' }).lookup(lookup).end())).toBe('EMULATOR_NO_INDEX')
  expect(
    await codeOf(
      notes()
        .aggregate()
        .match({ state: 'live' })
        .project({ w: { $week: '$when' } })
        .end(),
    ),
  ).toBe('EMULATOR_UNSUPPORTED')
})
