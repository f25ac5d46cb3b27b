// By whom does a rep come to someone? Several loopless ways through people who agreed, the surest first, and whom to ask:
// 请王姐介绍.
import type { SpreadEdge, SpreadGraph } from './graph'
import { LeastCosts } from './least'
import { BACK, stepStrength, Ties } from './ties'

export const STEPS_MAX = 5
/** As many beginnings of ways are looked at; then it says what it found. */
const LOOKS_MAX = 5_000

/** Places in graph.nodes, the rep's first and hers who is looked for last; steps between them. strength: 0 to 1. */
export type RankedPath = { places: number[]; steps: SpreadEdge[]; strength: number; ask: number }
/** isKnown: has the rep a name for whoever stands at this place? */
export type PathsAsked = { now: number; isKnown: (place: number) => boolean }

/**
 * A way's end: from `place` on to hers who is looked for. least: what the whole of it costs at least. ask: the last one before
 * her whom the rep knows.
 */
type Way = {
  place: number
  edge: number
  rest: Way | null
  cost: number
  steps: number
  least: number
  ask: number | null
}

/** Takes in the graph once, as long as the graph is large; each search then takes little. */
export class PathFinder {
  private readonly ties: Ties
  private readonly least: LeastCosts

  constructor(
    private readonly graph: SpreadGraph,
    private readonly asked: PathsAsked,
  ) {
    this.ties = new Ties(graph, asked.now)
    this.least = new LeastCosts(this.ties, asked.isKnown, STEPS_MAX - 1)
  }

  /** Best first; the way from the rep straight to her is none, nor is one on which the rep knows nobody. */
  find({ to, count }: { to: number; count: number }): RankedPath[] {
    const found: RankedPath[] = []
    const open = new Heap()
    open.push({ place: to, edge: -1, rest: null, cost: 0, steps: 0, least: 0, ask: null })
    for (let looks = 0; looks < LOOKS_MAX && found.length < count; looks++) {
      const way = open.pop()
      if (!way) break
      if (!this.ties.isRep(way.place)) this.lengthen(way, open)
      else if (way.ask !== null) found.push(this.pathOf(way, way.ask))
    }
    return found
  }

  private lengthen(way: Way, open: Heap): void {
    const { ties } = this
    const steps = way.steps + 1
    for (let tie = ties.start(way.place); tie < ties.end(way.place); tie++) {
      const place = ties.from(tie)
      const isRep = ties.isRep(place)
      if (isRep && way.ask === null) continue
      const ask = way.ask ?? (!isRep && this.asked.isKnown(place) ? place : null)
      const cost = way.cost + ties.cost(tie)
      const least = cost + this.least.of(place, STEPS_MAX - steps, ask !== null)
      if (least < Infinity && !isOn(way, place))
        open.push({ place, edge: ties.edge(tie), rest: way, cost, steps, least, ask })
    }
  }

  private pathOf(way: Way, ask: number): RankedPath {
    const [places, steps]: [number[], SpreadEdge[]] = [[], []]
    let strength = 1
    for (let at: Way | null = way; at; at = at.rest) {
      places.push(at.place)
      const edge = this.graph.edges[at.edge]
      if (!edge) continue
      steps.push(edge)
      strength *= stepStrength(edge, this.asked.now) * (edge.from === at.place ? 1 : BACK)
    }
    return { places, steps, strength, ask }
  }
}

const isOn = (way: Way, place: number): boolean => {
  for (let at: Way | null = way; at; at = at.rest) if (at.place === place) return true
  return false
}

/** The cheapest first; of equals the one that has come further. */
const isBefore = (a: Way, b: Way): boolean => a.least < b.least || (a.least === b.least && a.steps > b.steps)

class Heap {
  private readonly ways: Way[] = []

  push(way: Way): void {
    const { ways } = this
    let at = ways.push(way) - 1
    for (let up = (at - 1) >> 1; at > 0; up = (at - 1) >> 1) {
      const above = ways[up]
      if (!above || !isBefore(way, above)) break
      ways[at] = above
      at = up
    }
    ways[at] = way
  }

  pop(): Way | undefined {
    const { ways } = this
    const top = ways[0]
    const last = ways.pop()
    if (!last || ways.length === 0) return top
    let at = 0
    for (;;) {
      const [left, right] = [ways[2 * at + 1], ways[2 * at + 2]]
      const less = left && right && isBefore(right, left) ? right : left
      if (!less || !isBefore(less, last)) break
      ways[at] = less
      at = less === left ? 2 * at + 1 : 2 * at + 2
    }
    ways[at] = last
    return top
  }
}
