// What do HQ's pages on what works read and show? Sums only, few documents, a manager's own part, and nothing of fewer than five.
import { seedWork } from '../../bench/work/firm'
import { collection } from '../../cloudfunctions/_kit/collection'
import type { Handler } from '../../cloudfunctions/_kit/serve'
import { seeBoards } from '../../cloudfunctions/hq/see-boards'
import { seeCurve } from '../../cloudfunctions/hq/see-curve'
import { seeFamilies } from '../../cloudfunctions/hq/see-families'
import { seeFunnel } from '../../cloudfunctions/hq/see-funnel'
import { seeHabit } from '../../cloudfunctions/hq/see-habit'
import { seeHealth } from '../../cloudfunctions/hq/see-health'
import { seeShelf } from '../../cloudfunctions/hq/see-shelf'
import { sumHabits } from '../../cloudfunctions/jobs/sum-habits'
import { api } from '../../shared/contracts'
import { POLICY_VERSION } from '../../shared/domain/consent'
import { dayAfter, dayOf, instantOf } from '../../shared/domain/day'
import type { ColumnId, MemberId, PersonId, PostId, StoreId, TeamId } from '../../shared/domain/ids'
import { readerIdOf } from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'
import { type SumsWorld, startSumsWorld } from '../support/sums-world'

jest.setTimeout(180_000)
let world: SumsWorld
beforeAll(async () => {
  world = await startSumsWorld()
  seedWork(world.emulator, { readings: 12_000, now: world.now(), rawOf: 0, alike: 2, posts: 20 })
  // connections that were kept open while that took so long are gone
  await world.docs('columns').catch(() => undefined)
})
afterAll(() => world.stop())

const member = (change: Partial<Member>): Member => ({
  ...{ _id: 'someone' as MemberId, name: '某', storeId: null, tone: 'warm' as const, role: 'editor' as const },
  ...change,
})
const editor = member({})
const ofRegion = member({ role: 'manager', scope: { of: 'region', id: 'region-0' as never } })
const ofTeam = member({ role: 'manager', scope: { of: 'team', id: 'team-0-0' as TeamId } })
const ofStore = member({ role: 'manager', scope: { of: 'store', id: 'store-0' as StoreId } })
const nobody = member({ role: 'manager', scope: null })

type Work = Extract<keyof (typeof api)['hq'], `work.${string}`>
const handlers: { [A in Work]: Handler<'hq', A> } = {
  'work.funnel': seeFunnel,
  'work.curve': seeCurve,
  'work.habit': seeHabit,
  'work.boards': seeBoards,
  'work.families': seeFamilies,
  'work.shelf': seeShelf,
  'work.health': seeHealth,
}

/** As `serve` would: the input and what comes back are held against the contract. */
const see = async <A extends Work>(
  action: A,
  input: object,
  as: Member,
): Promise<Awaited<ReturnType<Handler<'hq', A>>>> => {
  const run = handlers[action] as unknown as (input: unknown, call: object) => Promise<unknown>
  const { input: taken, output } = api.hq[action]
  return output.parse(await run(taken.parse(input), { caller: { kind: 'member', member: as } })) as never
}

const postId = 'post-9' as PostId
const span = 'quarter'
const ASKED: readonly (readonly [Work, object])[] = [
  ['work.funnel', { postId, per: 'store', span }],
  ['work.funnel', { postId, per: 'team', span }],
  ['work.funnel', { postId: null, per: 'region', span }],
  ['work.funnel', { postId: null, per: 'team', span }],
  ['work.curve', { postId, span }],
  ['work.curve', { postId: null, span }],
  ['work.habit', { weeks: 8 }],
  ['work.boards', { of: 'rep', span, storeId: null }],
  ['work.boards', { of: 'store', span, storeId: null }],
  ['work.boards', { of: 'team', span, storeId: null }],
  ['work.families', { postId, by: 'tone' }],
  ['work.shelf', {}],
  ['work.health', { per: 'store', span }],
]

describe.each([
  ['the whole firm', editor],
  ['a region', ofRegion],
  ['a team', ofTeam],
] as const)('for %s', (_, as) => {
  test.each(ASKED)('%s %j reads and examines at most 2,000 documents, and no reading', async (action, input) => {
    const before = world.emulator.meter()
    await see(action, input, as)
    const after = world.emulator.meter()
    expect(after.docsRead - before.docsRead).toBeLessThanOrEqual(2_000)
    expect(after.docsExamined - before.docsExamined).toBeLessThanOrEqual(2_000)
  })
})

test('a manager sees the stores of her part and none else; who looks after nothing sees nothing', async () => {
  const [whole, region, store, none] = await Promise.all(
    [editor, ofRegion, ofStore, nobody].map((as) => see('work.funnel', { postId: null, per: 'store', span }, as)),
  )
  expect(whole?.rows).toHaveLength(300)
  expect(whole?.scope).toBe('firm')
  expect(region?.rows.map(({ id }) => Number(id.slice('store-'.length)) % 12)).toEqual(Array(25).fill(0))
  expect([store?.rows.map(({ id }) => id), store?.scope]).toEqual([['store-0'], ['门店0']])
  expect([none?.rows, none?.whole.steps.posted]).toEqual([[], 0])
})

test("a team's manager sees her team's numbers, less than the store's", async () => {
  const [team, store] = await Promise.all(
    [ofTeam, ofStore].map((as) => see('work.funnel', { postId: null, per: 'team', span }, as)),
  )
  expect(team?.rows.map(({ id }) => id)).toEqual(['team-0-0'])
  expect(store?.rows.map(({ id }) => id).sort()).toEqual(['team-0-0', 'team-0-1'])
  expect(Number(team?.whole.steps.found)).toBeLessThan(Number(store?.whole.steps.found))
  expect(Number(team?.whole.steps.found)).toBeGreaterThan(0)
})

test("a board of another manager's store is refused", async () => {
  const asked = { of: 'rep', span, storeId: 'store-1' }
  await expect(see('work.boards', asked, ofStore)).rejects.toMatchObject({ reason: 'outside-your-scope' })
  const own = await see('work.boards', { ...asked, storeId: 'store-0' }, ofStore)
  expect(own.lines.length + own.few).toBeGreaterThan(0)
})

test('rows of reps’ own counts come to the whole, and no count of customers shown is one of one to four', async () => {
  const { rows, whole } = await see('work.funnel', { postId, per: 'store', span }, editor)
  for (const step of ['found', 'saved', 'posted'] as const)
    expect(rows.reduce((n, { steps }) => n + Number(steps[step]), 0)).toBe(whole.steps[step])
  const shown = [...rows, whole].flatMap(({ steps }) =>
    (['opened', 'deep', 'named', 'talked', 'deals', 'received'] as const).map((step) => steps[step]),
  )
  expect(shown.filter((one) => typeof one === 'number' && one % 5 !== 0)).toEqual([])
  expect(shown).toContain('few')
})

test('every number’s value follows from its own parts', async () => {
  const { forces, loop } = await see('work.health', { per: 'region', span }, editor)
  for (const { value, parts } of [...forces, ...loop]) {
    const [top, below] = parts.map(({ count }) => Number(count))
    expect(value).toBeCloseTo(Number(top) / Number(below), 10)
  }
})

test('an unknown post is refused', async () => {
  await expect(see('work.funnel', { postId: 'none', per: 'store', span }, editor)).rejects.toMatchObject({
    reason: 'no-such-post',
  })
  await expect(see('work.families', { postId: 'none', by: 'tone' }, editor)).rejects.toMatchObject({
    reason: 'no-such-post',
  })
})

describe('a column’s habit', () => {
  const column = 'column-0' as ColumnId
  const person = (n: number) => `habit-person-${n}` as PersonId
  const repId = 'rep-0' as MemberId

  /** Reads at the column's hour on each of these days before today. */
  const plant = async (n: number, daysBack: readonly number[], agreed: boolean): Promise<void> => {
    const today = dayOf(world.now())
    const at = (back: number) => instantOf(dayAfter(today, -back), '08:00') + 30 * 60_000
    const entries = Object.fromEntries(
      daysBack.map((back) => [
        `e${n}x${back}`,
        { postId: 'post-0', at: at(back), ms: 60_000, score: 1, depth: 1, topics: [] },
      ]),
    )
    const _id = readerIdOf(repId, person(n))
    await collection<{ _id: string }>('readers').insertIfAbsent({
      ...{ _id, repId, personId: person(n), lastReadAt: at(Math.min(...daysBack)), entries },
    } as { _id: string })
    if (!agreed) return
    const consent = { personId: person(n), repId, storeId: null, company: '甲', brand: '甲', franchise: false }
    await collection<{ _id: string }>('consents').insertIfAbsent({
      ...{ _id, ...consent, policyVersion: POLICY_VERSION, purposes: ['reading'], scene: 1007 },
      ...{ givenAt: 0, withdrawnAt: null, proofId: `p${n}` },
    } as { _id: string })
  }

  test('counts who came back, only of those who agree, and says nothing of fewer than five', async () => {
    for (let n = 0; n < 7; n++) await plant(n, n < 5 ? [1, 2, 3] : [1], true)
    for (let n = 7; n < 12; n++) await plant(n, [1, 2], false)
    const morning = instantOf(dayOf(world.now()), '04:00')
    const standing = world.now()
    world.setTime(morning)
    await sumHabits(morning)
    world.setTime(standing)
    const { columns } = await see('work.habit', { weeks: 1 }, ofStore)
    const habit = columns.find(({ columnId }) => columnId === column)
    expect(habit?.days.at(-1)).toMatchObject({ day: dayAfter(dayOf(standing), -1), time: '08:00', came: 5, back: 5 })
    expect(habit?.streaks.slice(0, 4)).toEqual([
      { atLeast: 1, readers: 5 },
      { atLeast: 2, readers: 5 },
      { atLeast: 3, readers: 5 },
      { atLeast: 4, readers: 0 },
    ])
    const other = await see(
      'work.habit',
      { weeks: 1 },
      member({ role: 'manager', scope: { of: 'store', id: 'store-1' as StoreId } }),
    )
    expect(other.columns.find(({ columnId }) => columnId === column)?.days.at(-1)).toMatchObject({ came: 0 })
    expect(habit?.days).toHaveLength(6) // today's is told tomorrow
  })

  test('says another night of who no longer agrees that she did not come, in her store and in the firm', async () => {
    const yesterday = dayAfter(dayOf(world.now()), -1)
    const cameTo = async (as: Member): Promise<unknown> =>
      (await see('work.habit', { weeks: 1 }, as)).columns
        .find(({ columnId }) => columnId === column)
        ?.days.find(({ day }) => day === yesterday)?.came
    expect([await cameTo(ofStore), await cameTo(editor)]).toEqual([5, 5])
    const consents = collection<{ _id: string; withdrawnAt: number | null }>('consents')
    for (let n = 0; n < 7; n++) await consents.change({ _id: readerIdOf(repId, person(n)) }, { withdrawnAt: 1 })
    const standing = world.now()
    const nextMorning = instantOf(dayAfter(dayOf(standing), 1), '04:00')
    world.setTime(nextMorning)
    await sumHabits(nextMorning)
    world.setTime(standing)
    expect([await cameTo(ofStore), await cameTo(editor)]).toEqual([0, 0])
  })
})
