// Does the coaching track count what a rep did, hers alone, and nothing else?
import type { CoachFact } from '../../shared/domain/coaching'
import { dayAfter, dayOf, instantOf } from '../../shared/domain/day'
import { lin, linOnWeb, startWorld, type World, wang } from '../support/world'

let world: World
const [REP, today] = ['rep-lin', dayOf(Date.now())]
const ago = (days: number) => instantOf(dayAfter(today, -days), '09:00')
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const see = (as: typeof lin | typeof linOnWeb = lin) => world.ask('rep', 'coach.see', {}, as)
const countOf = async (fact: CoachFact, as: typeof lin = lin) =>
  (await see(as)).steps.flatMap(({ measures }) => measures).find((one) => one.fact === fact)?.count

test('at the start nothing is done but that no promise is late', async () => {
  const { steps } = await see()
  expect(steps.map(({ state }) => state)).toEqual(['now', 'ahead', 'ahead', 'ahead', 'ahead'])
  expect(steps.flatMap(({ measures }) => measures).every(({ count }) => count === 0)).toBe(true)
})

test('her portrait', async () => {
  await world.database.collection('members').doc(REP).update({ avatarId: 'cloud://x/avatar' })
  expect(await countOf('portrait')).toBe(1)
  expect(await countOf('portrait', wang)).toBe(0)
})

test('the days of the last fourteen on which she posted, each once', async () => {
  const kit = (n: number, postedAgo: number | null, repId = REP) => ({
    ...{ _id: `post-${n}.1.${repId}`, postId: `post-${n}`, version: 1, repId, dealtAt: ago(30) },
    postedAt: postedAgo === null ? null : ago(postedAgo),
  })
  await world.add('kits', [
    kit(1, 0),
    kit(2, 0),
    kit(3, 1),
    kit(4, 13),
    kit(5, 14),
    kit(6, null),
    kit(7, 2, 'rep-wang'),
  ])
  expect(await countOf('posted-days')).toBe(3)
})

test('the contacts she gave a name', async () => {
  const contact = (n: number, remark: string | null, repId = REP) => ({
    ...{ _id: `contact-${repId}-${n}`, repId, remark, createdAt: ago(3), namedAt: null, origin: 'rep' },
    ...{ readers: 0, tags: [], homeId: null },
  })
  await world.add('contacts', [
    contact(1, '优优妈妈'),
    contact(2, '老陈'),
    contact(3, null),
    contact(4, 'x', 'rep-wang'),
  ])
  expect(await countOf('named')).toBe(2)
})

test('the talks she told of in fourteen days; 稍后 and what was taken back are none', async () => {
  const told = (contactId: string, end: string | null, reason = 'hot') => ({
    ...{ contactId, reason, playbookId: null, end, at: Date.now() },
  })
  const day = (daysAgo: number, all: object[]) => ({
    ...{ _id: `${REP}.${dayAfter(today, -daysAgo)}`, repId: REP, day: dayAfter(today, -daysAgo), madeAt: ago(daysAgo) },
    ...{ talks: [], rest: [], told: all, rev: 1 },
  })
  await world.add('talkdays', [
    day(1, [told('a', 'talked'), told('b', 'silent'), told('c', 'later'), told('d', null)]),
    day(13, [told('a', 'dealt'), told('e', 'silent', 'thanks')]),
    day(14, [told('a', 'talked', 'thanks')]),
  ])
  expect(await countOf('talks')).toBe(4)
  expect(await countOf('thanked')).toBe(1)
})

test('promises past their day', async () => {
  const promise = (n: number, dueIn: number, open = true) => ({
    ...{ _id: `promise-${n}`, repId: REP, contactId: 'contact-1', text: '发尺码表', madeAt: ago(5) },
    ...{ dueDay: dayAfter(today, dueIn), keptAt: open ? null : ago(1), open },
  })
  await world.add('promises', [promise(1, -1), promise(2, 0), promise(3, -3, false)])
  expect(await countOf('overdue')).toBe(1)
})

test('her cards that were read deeply', async () => {
  const share = (n: number, depth: number, repId = REP) => ({
    ...{ _id: `Share000000${n}`, repId, postId: 'post-1', depth, contactId: '', createdAt: ago(2), path: [] },
  })
  const tally = (n: number, deep: number) => ({
    ...{ _id: `share.Share000000${n}.`, of: 'share', id: `Share000000${n}`, day: '', batch: 1 },
    ...{ readings: 3, deep, ms: 1, apart: { staff: 0, sharer: 0, crawler: 0 } },
  })
  await world.add('shares', [share(1, 0), share(2, 0), share(3, 0), share(4, 1), share(5, 0, 'rep-wang')])
  await world.add('tallies', [tally(1, 2), tally(2, 0), tally(4, 5), tally(5, 5)])
  expect(await countOf('brought')).toBe(1)
})

test('what she ticks off herself stays on all her phones, twice is once, and it can be taken back', async () => {
  const tick = (exercise: string, on: boolean, as: typeof lin | typeof linOnWeb = lin) =>
    world.ask('rep', 'coach.tick', { exercise, on }, as)
  const ticked = ({ steps }: Awaited<ReturnType<typeof see>>) =>
    steps.flatMap(({ exercises }) => exercises).flatMap((one) => (one.ticked ? one.id : []))
  await Promise.all([tick('same-hour', true), tick('first-hello', true, linOnWeb)])
  await tick('same-hour', true)
  expect(ticked(await see()).sort()).toEqual(['first-hello', 'same-hour'])
  expect(ticked(await see(wang as typeof lin))).toEqual([])
  expect(ticked(await tick('same-hour', false))).toEqual(['first-hello'])
})

test('favourites and ticks do not overwrite each other', async () => {
  await Promise.all([
    world.ask('rep', 'playbook.favour', { playbookId: 'ripple-thanks', on: true }, wang),
    world.ask('rep', 'coach.tick', { exercise: 'same-hour', on: true }, wang),
  ])
  expect(await world.doc('coachings', 'rep-wang')).toMatchObject({
    favourites: ['ripple-thanks'],
    ticks: ['same-hour'],
  })
})

test('nothing in the answer is anybody else’s', async () => {
  const keys = new Set<string>()
  JSON.stringify(await see(), (key, value: unknown) => {
    if (!/^\d*$/.test(key)) keys.add(key)
    return value
  })
  expect([...keys].sort()).toEqual(
    ['asOf', 'count', 'exercises', 'fact', 'id', 'measures', 'met', 'need', 'state', 'step', 'steps', 'ticked'].sort(),
  )
})
