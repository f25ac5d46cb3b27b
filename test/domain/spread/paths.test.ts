// Are the ways to a person those that looking at all of them would find, and is the right one asked?
import fc from 'fast-check'
import { DirectedGraph } from 'graphology'
import { allSimplePaths } from 'graphology-simple-path'
import type { SpreadEdge, SpreadGraph, SpreadNode } from '../../../shared/domain/spread/graph'
import { PathFinder, STEPS_MAX } from '../../../shared/domain/spread/paths'
import { BACK, stepStrength } from '../../../shared/domain/spread/ties'
import { DAY_MS } from './facts'

const NOW = 1000 * DAY_MS
const node = (key: string, kind: SpreadNode['kind']): SpreadNode => ({
  ...{ key, kind, score: 0, people: 0, deep: 0, passes: 0, few: false },
  ...{ firstAt: null, lastAt: null, depth: 0, scenes: {} },
})
const edge = (from: number, to: number, deep: number, daysAgo = 0): SpreadEdge => ({
  ...{ from, to, passes: 1, deep },
  lastAt: NOW - daysAgo * DAY_MS,
})

const graphOfChance: fc.Arbitrary<SpreadGraph> = fc
  .record({
    people: fc.integer({ min: 2, max: 7 }),
    edges: fc.uniqueArray(fc.record({ from: fc.nat(7), to: fc.nat(7), deep: fc.nat(5), ago: fc.nat(200) }), {
      selector: ({ from, to }) => `${from}.${to}`,
      maxLength: 24,
    }),
  })
  .map(({ people, edges }) => ({
    nodes: [node('rep', 'rep'), ...Array.from({ length: people }, (_, n) => node(`p${n}`, 'person'))],
    edges: edges
      .filter(({ from, to }) => from !== to && from <= people && to <= people && to !== 0)
      .map(({ from, to, deep, ago }) => edge(from, to, deep, ago)),
  }))

type Asked = { to: number; isKnown: (place: number) => boolean }
type Told = { strength: number; ask: number }

/** All ways at all, by a library, then sorted. */
const bruteForce = ({ nodes, edges }: SpreadGraph, { to, isKnown }: Asked): Told[] => {
  const graph = new DirectedGraph<Record<string, never>, { strength: number }>()
  for (const place of nodes.keys()) graph.addNode(place)
  const strengthen = (a: number, b: number, strength: number): void => {
    const had = graph.hasEdge(a, b) ? graph.getEdgeAttribute(graph.edge(a, b), 'strength') : 0
    graph.mergeEdge(a, b, { strength: Math.max(strength, had) })
  }
  for (const one of edges) {
    strengthen(one.from, one.to, stepStrength(one, NOW))
    if (one.from !== 0) strengthen(one.to, one.from, stepStrength(one, NOW) * BACK)
  }
  return allSimplePaths(graph, '0', String(to), { maxDepth: STEPS_MAX })
    .flatMap((path) => {
      const ask = path.slice(1, -1).map(Number).filter(isKnown).at(-1)
      const strength = path
        .slice(1)
        .reduce((n, next, i) => n * graph.getEdgeAttribute(graph.edge(path[i], next), 'strength'), 1)
      return ask === undefined ? [] : [{ strength, ask }]
    })
    .sort((a, b) => b.strength - a.strength)
}

const finderOf = (graph: SpreadGraph, isKnown: (place: number) => boolean): PathFinder =>
  new PathFinder(graph, { now: NOW, isKnown })

describe('ways to a person', () => {
  it('are the strongest of all there are on which the rep knows somebody, and none goes in a circle', () =>
    fc.assert(
      fc.property(graphOfChance, fc.integer({ min: 1, max: 6 }), fc.array(fc.boolean()), (graph, count, known) => {
        const to = graph.nodes.length - 1
        const isKnown = (place: number): boolean => known[place] ?? true
        const found = finderOf(graph, isKnown).find({ to, count })
        const all = bruteForce(graph, { to, isKnown })
        const wanted = all.slice(0, count)
        expect(found.length).toBe(wanted.length)
        for (const [i, { strength, places, ask }] of found.entries()) {
          expect(strength).toBeCloseTo(wanted[i]?.strength ?? Number.NaN, 9)
          expect(all.filter((way) => Math.abs(way.strength - strength) < 1e-9).map((way) => way.ask)).toContain(ask)
          expect(new Set(places).size).toBe(places.length)
          expect([places[0], places.at(-1)]).toEqual([0, to])
        }
      }),
      { seed: 8, numRuns: 500 },
    ))

  it('take of several steps between two the surest, and of equally sure ways the one with fewer steps', () => {
    const nodes = Array.from({ length: 5 }, (_, n) => node(`p${n}`, n === 0 ? 'rep' : 'person'))
    const sure = { ...edge(0, 1, 0), passes: Number.MAX_SAFE_INTEGER } // as good as certain
    const edges = [sure, { ...sure, from: 1, to: 2 }, edge(1, 4, 0), edge(1, 4, 3), edge(2, 4, 3), edge(0, 2, 3, 400)]
    const [first, second] = finderOf({ nodes, edges }, () => true).find({ to: 4, count: 2 })
    expect([first?.places, first?.steps.at(-1)?.deep]).toEqual([[0, 1, 4], 3])
    expect(second?.places).toEqual([0, 1, 2, 4])
    expect(second?.strength).toBeCloseTo(first?.strength ?? 0, 9)
  })

  it('follow of whoever is tied to hundreds the strongest forty, and always the rep', () => {
    const many = Array.from({ length: 100 }, (_, n) => n + 2)
    const nodes = Array.from({ length: 103 }, (_, n) => node(`p${n}`, n === 0 ? 'rep' : 'person'))
    const edges = [
      edge(0, 1, 0, 300),
      edge(1, 102, 5),
      ...many.flatMap((n) => (n < 102 ? [edge(0, n, 5), edge(n, 1, 5, n)] : [])),
    ]
    const asked = finderOf({ nodes, edges }, () => true)
      .find({ to: 102, count: 200 })
      .map(({ places }) => places)
    expect(asked).toContainEqual([0, 1, 102])
    const through = asked.filter((places) => places.length === 4).map((places) => places[1] ?? 0)
    expect(through.sort((a, b) => a - b)).toEqual(many.slice(0, 40))
  })

  const people = ['rep', '李姐', '王姐', '她'].map((key, i) => node(key, i === 0 ? 'rep' : 'person'))
  const chain: SpreadGraph = { nodes: people, edges: [edge(0, 1, 3), edge(1, 2, 3), edge(2, 3, 3)] }
  const ask = (graph: SpreadGraph, known: number[]) =>
    finderOf(graph, (place) => known.includes(place)).find({ to: 3, count: 3 })

  it('ask the last one before her whom the rep knows', () => {
    expect(ask(chain, [1, 2]).map((path) => path.ask)).toEqual([2])
    expect(ask(chain, [1]).map((path) => path.ask)).toEqual([1])
  })

  it('are none where the rep knows nobody on them, or reaches her herself', () => {
    expect(ask(chain, [3])).toEqual([])
    expect(ask({ nodes: people, edges: [edge(0, 3, 5)] }, [1, 2, 3])).toEqual([])
  })

  it('never lead through those who did not agree', () => {
    const nodes = people.map((one, i) => (i === 2 ? node('王姐~', 'branch') : one))
    expect(ask({ nodes, edges: chain.edges }, [1, 2])).toEqual([])
  })

  it('rank what is fresh and often above what is old and rare', () => {
    const edges = [edge(0, 1, 3), edge(0, 2, 3), edge(1, 3, 3, 300), edge(2, 3, 3, 3)]
    expect(
      ask({ nodes: people, edges }, [1, 2])
        .map((path) => path.ask)
        .slice(0, 2),
    ).toEqual([2, 1])
  })
})
