// Do voices add up whatever their order, does a changed mind count once, and is nobody to be seen among a few?
import fc from 'fast-check'
import { dayOf } from '../../shared/domain/day'
import type { PersonId, PollId } from '../../shared/domain/ids'
import {
  type Ballot,
  ballotIdOf,
  choiceOf,
  findEndPollFault,
  findPollFault,
  isTelling,
  mayVote,
  move,
  movedOf,
  type Poll,
  type PollState,
  stateAt,
} from '../../shared/domain/poll'
import { leaderOf, pictureOf, storyOf } from '../../shared/domain/poll-picture'
import { countsOf, joinSums, NO_SUMS, PARTS, partOf, sumsOf, waitsOf } from '../../shared/domain/poll-sums'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const START = Date.parse('2026-11-02T01:00:00Z')
const END = START + 20 * DAY_MS
const IDS = ['a', 'b', 'c']
const poll: Poll = {
  ...{
    _id: 'poll-1' as PollId,
    firm: '东方母婴有限公司',
    question: '周末带孩子去哪儿',
    whoMayVote: 'all',
    state: 'open',
    rev: 2,
    sweepAt: null,
  },
  ...{ options: IDS.map((id) => ({ id, text: `选项 ${id}` })), opensAt: START, closesAt: END, at: START },
}
type Said = readonly (readonly [hours: number, optionId: string])[]
const ballot = (n: number, said: Said, reason: string | null = null): Ballot => {
  const personId = `person-${n}` as PersonId
  const moves = said.map(([hours, optionId]) => ({ at: START + hours * HOUR_MS, optionId }))
  return {
    ...{ _id: ballotIdOf(poll._id, { memberId: null, personId }), pollId: poll._id, part: 0, memberId: null, personId },
    ...{ moves, reason, isReasonShown: reason !== null, at: moves.at(-1)?.at ?? START, agreement: null },
  }
}
const sums = (ballots: readonly Ballot[], through = END) => sumsOf(ballots, poll, through)
const picture = (ballots: readonly Ballot[]) => pictureOf(sums(ballots), IDS.length)
const many = (n: number, said: Said, from = 0) => Array.from({ length: n }, (_, i) => ballot(from + i, said))

const someBallots = fc
  .array(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.constantFrom(...IDS)), { minLength: 1, maxLength: 5 }),
    {
      maxLength: 60,
    },
  )
  .map((all) =>
    all.map((said, n) =>
      ballot(
        n,
        [...said].sort(([a], [b]) => a - b),
        n % 3 ? null : `因为 ${n}`,
      ),
    ),
  )

describe('a voice', () => {
  test('that changes keeps what it was before, and the same said again is no change', () => {
    const first = ballot(1, [[0, 'a']])
    const second = move(first, 'b', START + HOUR_MS)
    expect([move(first, 'a', END), choiceOf(second), movedOf(second)]).toEqual([first, 'b', 1])
    expect(second.moves.map(({ optionId }) => optionId)).toEqual(['a', 'b'])
  })

  test.each<[string, Partial<Poll>, 'rep' | 'customer', string, string]>([
    ['is heard while it is open', {}, 'customer', 'a', 'yes'],
    ['is heard of a rep, too', {}, 'rep', 'a', 'yes'],
    ['has to name an option', {}, 'rep', 'z', 'no-such-option'],
    ['comes too late at the end', { closesAt: START + HOUR_MS }, 'rep', 'a', 'poll-not-open'],
    ['does not come before it opens', { state: 'draft' }, 'customer', 'a', 'no-such-poll'],
    ['is gone with what was withdrawn', { state: 'withdrawn' }, 'customer', 'a', 'no-such-poll'],
    ['of a customer is not asked of reps', { whoMayVote: 'customers' }, 'rep', 'a', 'poll-not-for-you'],
    ['of a rep is not shown to customers', { whoMayVote: 'reps' }, 'customer', 'a', 'no-such-poll'],
  ])('%s', (_, change, as, optionId, says) => {
    const decision = mayVote({ ...poll, ...change }, as, { optionId, before: null, now: START + HOUR_MS })
    expect(decision.ok ? 'yes' : decision.reason).toBe(says)
  })

  test('cannot be changed for ever', () => {
    const before = ballot(
      1,
      Array.from({ length: 40 }, (_, i) => [i, i % 2 ? 'a' : 'b'] as const),
    )
    const decision = mayVote(poll, 'rep', { optionId: 'c', before, now: START + 50 * HOUR_MS })
    expect(decision).toEqual({ ok: false, reason: 'too-many-changes' })
  })

  test.each<[PollState, number, PollState]>([
    ['draft', END + 1, 'draft'],
    ['open', END - 1, 'open'],
    ['open', END, 'closed'],
    ['withdrawn', END, 'withdrawn'],
  ])('finds what is stored as %s to be what it is by then', (state, now, then) => {
    expect(stateAt({ ...poll, state }, now)).toBe(then)
  })
})

describe('a question', () => {
  const said = (question: string, texts: string[] = ['公园', '博物馆'], closesAt = END) => ({
    ...{ question, closesAt },
    options: texts.map((text, i) => ({ id: `o${i}`, text })),
  })
  test.each<[string, ReturnType<typeof said>, string | null]>([
    ['plain', said('周末带孩子去哪儿'), null],
    ['of gifts to choose from', said('送奶奶哪种礼盒好'), null],
    ['that promises a prize', said('投票有奖：周末去哪儿'), 'poll-reward'],
    ['that promises one in full width and spaces', said('投 票 有 奖'), 'poll-reward'],
    ['that gives something for taking part', said('参与投票就送一份小样'), 'poll-reward'],
    ['that hides a gift in an option', said('去哪儿', ['公园', '投票领红包']), 'poll-reward'],
    ['that asks to pass it on', said('转发集赞，看看谁多'), 'poll-spreading'],
    ['that asks for friends', said('拉人来选'), 'poll-spreading'],
    ['with one option', said('去哪儿', ['公园']), 'poll-options'],
    ['with an empty option', said('去哪儿', ['公园', ' ']), 'poll-options'],
    ['with seven options', said('去哪儿', ['1', '2', '3', '4', '5', '6', '7']), 'poll-options'],
    ['with two alike', said('去哪儿', ['公园', '公 园']), 'poll-options-alike'],
    ['that is over before it begins', said('去哪儿', undefined, START), 'poll-days'],
    ['that never ends', said('去哪儿', undefined, START + 61 * DAY_MS), 'poll-days'],
  ])('%s is judged', (_, question, fault) => {
    expect(findPollFault(question, START)?.fault ?? null).toBe(fault)
  })

  test.each([
    ['加我微信号', true],
    ['打 138 0013 8000', true],
    ['孩子喜欢，离家近', false],
    ['票价 30 元', false],
  ])('has a reason %s that leads to somebody: %s', (reason, tells) => {
    expect(isTelling(reason)).toBe(tells)
  })
})

describe('a question at the end of an article', () => {
  const fault = (change: Partial<Poll>, outAt: number | null = START) => findEndPollFault({ ...poll, ...change }, outAt)

  test('is one that customers may answer at the moment it goes out', () => {
    expect(fault({})).toBeNull()
    expect(fault({ whoMayVote: 'customers' })).toBeNull()
    expect(fault({ whoMayVote: 'reps' })).toBe('poll-not-for-readers')
    expect(fault({}, END - 1)).toBeNull()
    expect(fault({}, END)).toBe('poll-not-open-then')
    for (const state of ['closed', 'withdrawn'] as const) expect(fault({ state })).toBe('poll-not-open-then')
    expect(findEndPollFault(null, START)).toBe('no-such-poll')
  })

  test('stays in a draft once it is over, and is never one that may still be reworded', () => {
    for (const state of ['open', 'closed', 'withdrawn'] as const) expect(fault({ state }, null)).toBeNull()
    expect(fault({ state: 'draft', opensAt: null }, null)).toBe('poll-not-open-then')
    expect(fault({ whoMayVote: 'reps' }, null)).toBe('poll-not-for-readers')
  })
})

describe('the sums', () => {
  test('are the same in whatever order voices came, and however they are parted', () => {
    fc.assert(
      fc.property(someBallots, fc.integer({ min: 1, max: 7 }), (ballots, parts) => {
        const parted = Array.from({ length: parts }, (_, n) => sums(ballots.filter((_one, i) => i % parts === n)))
        expect(sums([...ballots].reverse())).toEqual(sums(ballots))
        expect(joinSums(parted)).toEqual(sums(ballots))
      }),
    )
  })

  test('end where the ballots are now, and no change of mind raises their total', () => {
    fc.assert(
      fc.property(someBallots, (ballots) => {
        const now = IDS.map((id) => ballots.filter((one) => choiceOf(one) === id).length)
        expect(countsOf(sums(ballots), IDS.length)).toEqual(now)
        expect(sums(ballots).voices).toBe(ballots.length)
        const again = ballots.map((one) => move(one, 'c', END))
        expect(sums(again).voices).toBe(ballots.length)
      }),
    )
  })

  test('are those of that time when asked for an earlier one', () => {
    fc.assert(
      fc.property(someBallots, fc.integer({ min: 0, max: 400 }), (ballots, hours) => {
        const through = START + hours * HOUR_MS
        const then = ballots.flatMap((one) => {
          const moves = one.moves.filter(({ at }) => at <= through)
          return moves.length ? [{ ...one, moves, reason: one.at <= through ? one.reason : null }] : []
        })
        expect(sums(ballots, through)).toEqual(sums(then))
      }),
    )
  })

  test('count who changed her mind once, from where she began to where she is', () => {
    const there = sums([
      ...many(3, [
        [0, 'a'],
        [30, 'b'],
        [60, 'c'],
      ]),
      ...many(
        2,
        [
          [0, 'a'],
          [30, 'b'],
          [60, 'a'],
        ],
        10,
      ),
    ])
    expect(there.flows).toEqual([{ from: 0, to: 2, people: 3 }])
  })

  test('know since when each waits who spoke after the last picture', () => {
    const ballots = [
      ballot(1, [[0, 'a']]),
      ballot(2, [
        [0, 'a'],
        [5, 'b'],
      ]),
      ballot(3, [[7, 'a']]),
    ]
    expect(waitsOf(ballots, START + HOUR_MS, 5)).toEqual([START + 5 * HOUR_MS, START + 7 * HOUR_MS])
    expect(waitsOf(ballots, START + HOUR_MS, 1)).toEqual([START + 5 * HOUR_MS])
  })

  test('of 100,000 voices lie in parts that one request can read', () => {
    const sizes = new Array<number>(PARTS).fill(0)
    for (let n = 0; n < 100_000; n++)
      sizes[partOf(`poll-1.person-${n}`)] = (sizes[partOf(`poll-1.person-${n}`)] ?? 0) + 1
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1_000)
    expect(Math.min(...sizes)).toBeGreaterThan(0)
  })
})

describe('the picture', () => {
  test('shows nothing of four voices, and all of five', () => {
    expect([picture([]), picture(many(4, [[0, 'a']])), pictureOf(NO_SUMS, 3)]).toEqual([null, null, null])
    expect(picture(many(5, [[0, 'a']]))?.steps).toEqual([{ day: dayOf(START), by: [5, 0, 0] }])
  })

  test('tells a day with few new voices together with the next, and the last few with the day before', () => {
    const days = [6, 2, 3, 7, 1].flatMap((n, day) => many(n, [[24 * day, day % 2 ? 'b' : 'a']], 100 * day))
    const at = (day: number) => dayOf(START + day * DAY_MS)
    expect(picture(days)?.steps).toEqual([
      { day: at(0), by: [6, 0, 0] },
      { day: at(2), by: [9, 2, 0] },
      { day: at(4), by: [10, 9, 0] },
    ])
  })

  test('never adds fewer than five voices from one day to the next, and loses none', () => {
    fc.assert(
      fc.property(someBallots, (ballots) => {
        const shown = picture(ballots)
        expect(shown === null).toBe(ballots.length < 5)
        if (!shown) return
        const totals = [0, ...shown.steps.map(({ by }) => by.reduce((all, n) => all + n, 0))]
        const added = totals.slice(1).map((n, i) => n - (totals[i] ?? 0))
        expect(Math.min(...added)).toBeGreaterThanOrEqual(5)
        expect(totals.at(-1)).toBe(ballots.length)
        expect(shown.steps.at(-1)?.by).toEqual(countsOf(sums(ballots), IDS.length))
      }),
    )
  })

  test('tells a way that fewer than five went neither by itself nor by what is left of the total', () => {
    const stay = many(10, [[0, 'a']])
    const some = (n: number, from: string, to: string, at: number) =>
      many(
        n,
        [
          [0, from],
          [30, to],
        ],
        at,
      )
    const four = picture([...stay, ...some(6, 'a', 'b', 20), ...some(4, 'b', 'a', 40)])
    expect([four?.moved, four?.flows]).toEqual([6, [{ from: 0, to: 1, people: 6 }]])
    const seven = picture([...stay, ...some(6, 'a', 'b', 20), ...some(4, 'b', 'a', 40), ...some(3, 'c', 'a', 60)])
    expect([seven?.moved, seven?.flows.length]).toEqual([13, 1])
  })

  test('says why only where others chose the same, in nobody’s name', () => {
    const why = (n: number, option: string, text: string) => ballot(n, [[0, option]], text)
    const shown = picture([...many(6, [[0, 'a']]), why(50, 'a', '离家近'), why(51, 'b', '下雨也能去')])
    expect(shown?.reasons).toEqual([{ option: 0, text: '离家近' }])
    expect(JSON.stringify(shown)).not.toContain('person')
  })

  test('tells in a sentence what most thought at first and now', () => {
    const changed = [
      ...many(8, [
        [0, 'a'],
        [30, 'b'],
      ]),
      ...many(5, [[0, 'b']], 20),
      ...many(5, [[48, 'b']], 40),
    ]
    const shown = picture(changed)
    expect(shown && storyOf(shown)).toEqual({ first: 0, now: 1, moved: 8, most: { from: 0, to: 1, people: 8 } })
    expect([leaderOf([3, 3, 1]), leaderOf([0, 0]), leaderOf([1, 4])]).toEqual([null, null, 1])
  })
})
