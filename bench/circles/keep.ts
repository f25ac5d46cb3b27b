// How long does it take to keep 100,000 contacts under 50 rules up to date? Beside it in the same run: asking everybody every
// rule anew. Both must say the same of everybody, or nothing was measured.
import { type CircleFacts, isIn, type Rule } from '../../shared/domain/circle'
import { CircleTable } from '../../shared/domain/circle-table'
import type { Asked, Part } from '../part'
import type { Metric } from '../report'
import { contactOf, drawFrom, NOW, ruleOf } from './people'

const CONTACTS = 100_000
const RULES = 50
const CHANGED = CONTACTS / 100
const GOAL_MS = 5_000
const DAY_MS = 86_400_000

const timed = <T>(work: () => T): { ms: number; gives: T } => {
  const from = performance.now()
  const gives = work()
  return { ms: performance.now() - from, gives }
}

type World = { people: Map<string, CircleFacts>; rules: Rule[]; table: CircleTable }

/** Every rule asked of everybody, straight from the facts: by contact, 1 where she is in. */
const bruteForce = ({ people, rules }: World, now: number): Uint8Array => {
  const held = new Uint8Array(people.size * rules.length)
  let at = 0
  for (const facts of people.values()) for (const rule of rules) held[at++] = isIn(rule, facts, now) ? 1 : 0
  return held
}

/** How many contacts the two disagree about. */
const differences = ({ people, rules, table }: World, held: Uint8Array): number =>
  [...people.keys()].filter((id, i) => {
    const slots = rules.flatMap((_, slot) => (held[i * rules.length + slot] === 1 ? [slot] : []))
    return table.slotsOf(id).join() !== slots.join()
  }).length

const step = (world: World, name: string, now: number, work: () => void, say: Asked['say']): Metric[] => {
  world.table.asked = 0
  const kept = timed(() => {
    work()
    world.table.recompute(now)
  })
  const asked = world.table.asked
  const brute = timed(() => bruteForce(world, now))
  const off = differences(world, brute.gives)
  say(`${name}: ${kept.ms.toFixed(0)} ms, ${asked} questions; brute force ${brute.ms.toFixed(0)} ms; ${off} differ`)
  return [
    { metric: name, value: kept.ms, unit: 'ms', goal: { atMost: GOAL_MS }, anchor: brute.ms },
    { metric: `${name}.asked`, value: asked, unit: 'questions', anchor: CONTACTS * world.rules.length },
    { metric: `${name}.differ`, value: off, unit: 'contacts', goal: { atMost: 0 } },
  ]
}

const run = async ({ say }: Asked): Promise<Metric[]> => {
  const draw = drawFrom(20_261_122)
  const people = new Map(Array.from({ length: CONTACTS }, (_, i) => [`c${i}`, contactOf(draw)]))
  const rules = Array.from({ length: RULES }, () => ruleOf(draw))
  const world: World = { people, rules, table: new CircleTable() }
  const { table } = world
  const change = (): void => {
    for (let n = 0; n < CHANGED; n++) {
      const id = `c${Math.floor(draw() * CONTACTS)}`
      people.set(id, contactOf(draw))
      table.put(id, people.get(id) ?? contactOf(draw))
    }
  }
  const heapBefore = process.memoryUsage().heapUsed
  const all = step(
    world,
    'all',
    NOW,
    () => {
      for (const [slot, rule] of rules.entries()) table.setRule(slot, rule)
      for (const [id, facts] of people) table.put(id, facts)
    },
    say,
  )
  const heap = (process.memoryUsage().heapUsed - heapBefore) / 1_048_576
  return [
    ...all,
    ...step(world, 'one-percent-changed', NOW + 60_000, change, say),
    ...step(
      world,
      'one-rule-changed',
      NOW + 120_000,
      () => {
        const rule = ruleOf(draw)
        rules[7] = rule
        table.setRule(7, rule)
      },
      say,
    ),
    ...step(world, 'a-day-later', NOW + DAY_MS, () => undefined, say),
    { metric: 'heap', value: heap, unit: 'MB' },
  ]
}

export const keep: Part = { name: 'keep', run }
