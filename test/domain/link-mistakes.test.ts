// A mistake that was taken back: is the world as it would be had it never been made?
import fc from 'fast-check'
import {
  act,
  CONTACTS,
  isSettled,
  newWorld,
  type Op,
  READERS,
  takeBack,
  viewOf,
  type World,
} from '../support/link-world'

const reader = fc.constantFrom(...READERS)
const contactId = fc.constantFrom(...CONTACTS)
const said = fc.constantFrom('assign', 'assign', 'own', 'confirm', 'deny', 'also', 'not-also') as fc.Arbitrary<
  'assign' | 'own' | 'confirm' | 'deny' | 'also' | 'not-also'
>
const word: fc.Arbitrary<Op> = fc.oneof(
  { arbitrary: fc.record({ op: fc.constant('say' as const), reader, act: said, contactId }), weight: 5 },
  {
    arbitrary: fc.record({
      op: fc.constant('name' as const),
      contactId,
      remark: fc.constantFrom('优优妈妈', '小美', '乐乐爸爸'),
    }),
    weight: 2,
  },
)
const happening: fc.Arbitrary<Op> = fc.oneof(
  fc.record({ op: fc.constant('introduce' as const), reader, name: fc.constantFrom('小美', '优优妈妈', null) }),
  { arbitrary: fc.record({ op: fc.constant('open' as const), reader, contactId }), weight: 2 },
  fc.record({ op: fc.constant('read' as const), reader, topic: fc.constantFrom('辅食', '早教', '换季') }),
  fc.record({ op: fc.constant('tag' as const), contactId, tag: fc.constantFrom('二胎', '老客') }),
)
/** How many steps a mistake lasts; 0: it is none. */
const step = fc.oneof(
  fc.record({ op: word, lasts: fc.constantFrom(0, 0, 1, 2, 3, 5, 8) }),
  fc.record({ op: happening, lasts: fc.constant(0) }),
)

type Step = { op: Op; lasts: number }
type Run = { world: World; kept: number[]; takenBack: number }

/** Mistakes are taken back when their time has come, or as soon after as they are the last word again. */
const runWithMistakes = (steps: readonly Step[]): Run => {
  let world = newWorld()
  let kept: number[] = []
  const due = new Map<number, number>()
  let takenBack = 0
  const correct = (at: number): boolean => {
    let isDone = false
    for (const [nth, when] of [...due].reverse()) {
      const after = when <= at ? takeBack(world, nth) : null
      if (!after) continue
      world = after
      due.delete(nth)
      kept = kept.filter((each) => each !== nth)
      takenBack++
      isDone = true
    }
    return isDone
  }
  steps.forEach(({ op, lasts }, nth) => {
    correct(nth)
    const after = act(world, op, nth)
    if (!after) return
    world = after
    kept.push(nth)
    if (lasts > 0) due.set(nth, nth + lasts)
  })
  while (correct(Number.POSITIVE_INFINITY));
  return { world, kept, takenBack }
}

const runWithout = (steps: readonly Step[], kept: readonly number[]): World =>
  kept.reduce<World>((world, nth) => {
    const op = steps[nth]?.op
    const after = op && act(world, op, nth)
    if (!after) throw new Error(`${JSON.stringify(op)} is refused where no mistake was made`)
    return after
  }, newWorld())

test('timelines, tags, names and counts equal those of a world where no undone mistake was ever made', () => {
  let takenBack = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
      const run = runWithMistakes(steps)
      takenBack += run.takenBack
      expect(viewOf(run.world)).toEqual(viewOf(runWithout(steps, run.kept)))
    }),
    { numRuns: 1_500 },
  )
  expect(takenBack).toBeGreaterThan(1_500)
})

test('settling only whom an act concerns leaves nobody unsettled', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => isSettled(runWithMistakes(steps).world)),
    { numRuns: 500 },
  )
})

test('all that was said, taken back from the last to the first, is as if nothing was said', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(word, happening), { maxLength: 25 }), (ops) => {
      const steps = ops.map((op) => ({ op, lasts: op.op === 'say' || op.op === 'name' ? 1_000 : 0 }))
      const { world, kept } = runWithMistakes(steps)
      expect(kept.every((nth) => !['say', 'name'].includes(ops[nth]?.op ?? ''))).toBe(true)
      expect(viewOf(world)).toEqual(viewOf(runWithout(steps, kept)))
    }),
    { numRuns: 500 },
  )
})

test('nobody whom the rep named, or who says who she is, is ever moved by what is opened', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.array(happening, { maxLength: 10 }), (steps, later) => {
      const { world } = runWithMistakes(steps)
      const known = [...world.readers.values()].filter(({ link }) => ['named', 'certain'].includes(link.certainty))
      const opened = later.filter(({ op }) => op === 'open')
      const after = opened.reduce<World>((w, op, i) => act(w, op, 100 + i) ?? w, world)
      for (const { _id, link } of known) expect(after.readers.get(_id)?.link.contactId).toBe(link.contactId)
    }),
    { numRuns: 500 },
  )
})

test('in which order cards were opened does not matter', () => {
  const opens = fc.array(fc.record({ op: fc.constant('open' as const), reader, contactId }), { maxLength: 8 })
  fc.assert(
    fc.property(opens, fc.infiniteStream(fc.nat()), (ops, picks) => {
      const numbered = ops.map((op, nth) => ({ op, nth }))
      const shuffled = numbered
        .map((each) => ({ each, key: picks.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ each }) => each)
      const run = (list: typeof numbered) => list.reduce<World>((w, { op, nth }) => act(w, op, nth) ?? w, newWorld())
      expect([...run(shuffled).readers.values()]).toEqual([...run(numbered).readers.values()])
    }),
  )
})
