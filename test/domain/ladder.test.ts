// Does a step stand on what a rep did, grow with it, and stay when she pauses?
import fc from 'fast-check'
import {
  climb,
  LADDER_FACTS,
  LADDER_STEPS,
  type LadderEvidence,
  type LadderFact,
  RUNGS,
  remember,
  STANDS_DAYS,
} from '../../shared/domain/ladder'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 22)
const some = (of: LadderFact, n: number, from = 0): LadderEvidence[] =>
  Array.from({ length: n }, (_, i) => ({ of, id: `${from + i}`, at: NOW - i * DAY, what: '' }))
const rankOf = (facts: readonly LadderEvidence[]): number => {
  const { step } = climb(facts)
  return step === null ? -1 : LADDER_STEPS.indexOf(step)
}
const well = [...some('talk', 3), ...some('promise', 2)]
const heard = [...some('submission', 1), ...some('vote', 2)]

test.each<[string, LadderEvidence[], string | null, LadderFact | null]>([
  ['nothing: a kept promise is the first thing to do', [], null, 'promise'],
  ['many of one kind alone', some('talk', 9), null, 'promise'],
  ['five of two kinds', well, 'achievement', 'submission'],
  ['heard by others, but not yet doing well herself', heard, null, 'promise'],
  ['both', [...well, ...heard], 'presence', 'submission'],
  ['more votes alone', [...well, ...heard, ...some('vote', 9, 9)], 'presence', 'submission'],
  ['and thanked in a post', [...well, ...heard, ...some('credit', 1), ...some('vote', 4, 9)], 'identity', null],
  ['and a mind changed', [...well, ...heard, ...some('moved', 1), ...some('vote', 4, 9)], 'identity', null],
])('%s', (_, facts, step, next) => {
  expect(climb(facts)).toMatchObject({ step, next })
})

test('a step shows what it stands on, the latest first, and each once', () => {
  const [first] = climb([...well, ...well]).rungs
  expect(first?.found).toEqual({ count: 5, kinds: 2 })
  expect(first?.because.map(({ at }) => at)).toEqual(
    [...(first?.because ?? [])].map(({ at }) => at).sort((a, b) => b - a),
  )
})

const evidence = fc.record({
  of: fc.constantFrom(...LADDER_FACTS),
  id: fc.nat(12).map(String),
  at: fc.integer({ min: NOW - 400 * DAY, max: NOW }),
  what: fc.constant(''),
})

test('more evidence never lowers a step', () => {
  fc.assert(
    fc.property(fc.array(evidence), fc.array(evidence), (some, more) => {
      expect(rankOf([...some, ...more])).toBeGreaterThanOrEqual(rankOf(some))
    }),
  )
})

test('no step asks for passing on, for readings brought or for how many somebody knows', () => {
  const barred = /share|forward|spread|read|deep|contact|named|reach|invite|brought|posted/
  expect(RUNGS.flatMap(({ of }) => of).filter((of) => barred.test(of))).toEqual([])
  const shared = ['share', 'deep', 'contacts'].flatMap((of) => some(of as LadderFact, 50))
  expect(climb([...well, ...shared])).toEqual(climb(well))
})

describe('what was seen', () => {
  const seen = (facts: readonly LadderEvidence[]) => remember([], facts, NOW).kept

  test('stays when its source has gone by and she paused for a year', () => {
    const facts = [...well, ...some('vote', 3), ...some('own-words', 2)]
    const later = remember(seen(facts), [], NOW + 365 * DAY)
    expect(rankOf(later.facts)).toBe(rankOf(facts))
    expect(later.kept).toEqual(seen(facts))
    expect(later.facts.every(({ what }) => what === '')).toBe(true)
  })

  test('goes when it is taken back before it has grown old', () => {
    expect(remember(seen(well), well.slice(1), NOW + DAY).facts).toHaveLength(well.length - 1)
  })

  test('of an offer and an exercise nothing is kept: they stand as long as she lets them', () => {
    expect(seen([...some('submission', 2), ...some('credit', 1), ...some('exercise', 2)])).toEqual([])
  })

  test('pausing from any day on loses nothing that was shown', () => {
    const stretch = fc.integer({ min: Math.max(...Object.values(STANDS_DAYS)) + 400, max: 3_000 })
    fc.assert(
      fc.property(fc.array(evidence), stretch, (facts, days) => {
        const own = facts.filter(({ of }) => of !== 'submission' && of !== 'credit' && of !== 'exercise')
        const shown = remember([], own, NOW)
        expect(rankOf(remember(shown.kept, [], NOW + days * DAY).facts)).toBe(rankOf(shown.facts))
      }),
    )
  })
})
