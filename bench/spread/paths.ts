// How long does a rep wait for the ways to a person? All 200,000 people in one graph, far more than any one rep has.
import type { SpreadEdge, SpreadGraph, SpreadNode } from '../../shared/domain/spread/graph'
import { PathFinder } from '../../shared/domain/spread/paths'
import { cpuOfSelfMs } from '../cpu'
import type { Part } from '../part'
import { type Random, randomFrom } from '../reading/random'
import type { Goal, Metric } from '../report'

/** knownTo: whom the rep reaches herself. */
type Size = { people: number; edges: number; knownTo: number }
const EVERYBODY: Size = { people: 200_000, edges: 1_000_000, knownTo: 2_000 }
/** What a rep with many customers has; each time she asks it is taken in anew. */
const ONE_REP: Size = { people: 2_000, edges: 10_000, knownTo: 400 }
/** Of how many people the rep has a name. */
const KNOWN = 0.3
const WAYS = 5
const ASKED = 500
const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 10, 22)

/** In plain objects, as they come out of the database: such as are spread together take several times as long to read. */
const graphOf = (random: Random, { people, edges, knownTo }: Size): SpreadGraph => {
  const node = (n: number): SpreadNode => ({
    key: `p${n}`,
    kind: n === 0 ? 'rep' : 'person',
    score: 0,
    people: 0,
    deep: 0,
    passes: 0,
    few: false,
    firstAt: null,
    lastAt: null,
    depth: 0,
    scenes: {},
  })
  const edge = (from: number): SpreadEdge => ({
    from,
    to: random.int(1, people),
    passes: random.int(1, 4),
    deep: random.int(0, 3),
    lastAt: NOW - random.int(0, 180) * DAY_MS,
  })
  // some pass on far more than others
  const sharer = (): number => Math.ceil(people * random.unit() ** 3)
  return {
    nodes: Array.from({ length: people + 1 }, (_, n) => node(n)),
    edges: Array.from({ length: edges }, (_, n) => edge(n < knownTo ? 0 : sharer())),
  }
}

const takeIn = (graph: SpreadGraph): PathFinder =>
  new PathFinder(graph, { now: NOW, isKnown: (place) => place % 10 < KNOWN * 10 })

const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? 0

type Times = { cpu: number[]; clock: number[] }

const timed = <Result>(times: Times, run: () => Result): Result => {
  const [cpu, clock] = [cpuOfSelfMs(), performance.now()]
  const result = run()
  times.cpu.push(cpuOfSelfMs() - cpu)
  times.clock.push(performance.now() - clock)
  return result
}

const told = (metric: string, { cpu, clock }: Times, goal?: Goal): Metric[] => {
  const at = (times: number[], part: number): number =>
    percentile(
      times.sort((a, b) => a - b),
      part,
    )
  return [
    { metric: `${metric}, p50`, value: at(cpu, 0.5), unit: 'ms CPU' },
    { metric: `${metric}, p95`, value: at(cpu, 0.95), unit: 'ms CPU', ...(goal && { goal }) },
    { metric: `${metric}, p95, as the clock went`, value: at(clock, 0.95), unit: 'ms', ...(goal && { goal }) },
  ]
}

export const paths: Part = {
  name: 'paths',
  run: async ({ say }) => {
    const random = randomFrom(8)
    const [search, request, index]: [Times, Times, Times] = [
      { cpu: [], clock: [] },
      { cpu: [], clock: [] },
      { cpu: [], clock: [] },
    ]
    const everybody = graphOf(random, EVERYBODY)
    const finder = timed(index, () => takeIn(everybody))
    let found = 0
    for (let n = 0; n < ASKED; n++) {
      const to = random.int(1, EVERYBODY.people)
      if (timed(search, () => finder.find({ to, count: WAYS })).length > 0) found++
    }
    say(`${found} of ${ASKED} people have a way`)
    const own = graphOf(random, ONE_REP)
    for (let n = 0; n < ASKED; n++) {
      const to = random.int(1, ONE_REP.people)
      timed(request, () => takeIn(own).find({ to, count: WAYS }))
    }
    return [
      ...told(`${WAYS} ways to one of 200,000`, search, { atMost: 50 }),
      ...told(`2,000 people taken in and ${WAYS} ways, as in one request`, request, { atMost: 50 }),
      { metric: 'the graph of 200,000 taken in, once', value: index.cpu[0] ?? 0, unit: 'ms CPU' },
    ]
  },
}
