// Through whom does one come to each person, and how surely? The ties of a graph, side by side in columns of numbers.
import type { SpreadEdge, SpreadGraph } from './graph'
import { NONE } from './rows'

const DAY_MS = 86_400_000
const HALF_LIFE_MS = 90 * DAY_MS
/** Of so much evidence a step is half sure; a deep reading counts as two passes. */
const EVIDENCE_HALF = 2
/** Who reads what she passes on knows her, too; asking that way round is less sure. */
export const BACK = 0.5
/** Of whoever is tied to hundreds only the strongest ties are followed, and the rep's. */
const TIES_MAX = 40

/** Costs are whole numbers, so that sums of them are exact: −ln strength, and in the last bits 1 for the step itself. */
const COST_SCALE = 2 ** 32
const STEP_COSTS = 8

/** How sure is it that one may be asked for the other? From 0 to below 1, fading. */
export const stepStrength = ({ passes, deep, lastAt }: Pick<SpreadEdge, 'passes' | 'deep' | 'lastAt'>, now: number) => {
  const evidence = passes + 2 * deep
  const age = lastAt === null ? 0 : Math.max(0, now - lastAt)
  return (evidence / (evidence + EVIDENCE_HALF)) * 2 ** (-age / HALF_LIFE_MS)
}

/** The surer the less; of equally sure ways the one with fewer steps costs less, as long as there are fewer than STEP_COSTS. */
const costOf = (strength: number): number => Math.round(-Math.log(strength) * COST_SCALE) * STEP_COSTS + 1

const BRANCH = 0
const PERSON = 1
const REP = 2

/** Those into one place stand from `start` to before `end`; of several from one place only the surest. */
export class Ties {
  readonly places: number
  private readonly kinds: Uint8Array
  private readonly starts: Int32Array
  private readonly ends: Int32Array
  private readonly froms: Int32Array
  private readonly edges: Int32Array
  private readonly costs: Float64Array

  constructor({ nodes, edges }: SpreadGraph, now: number) {
    this.places = nodes.length
    this.kinds = Uint8Array.from(nodes, ({ kind }) => (kind === 'rep' ? REP : kind === 'person' ? PERSON : BRANCH))
    this.starts = new Int32Array(this.places + 1)
    for (const { from, to } of edges) {
      if (this.isTie(from, to)) this.starts[to + 1] = this.start(to + 1) + 1
      if (this.isTie(to, from)) this.starts[from + 1] = this.start(from + 1) + 1
    }
    for (let place = 0; place < this.places; place++) this.starts[place + 1] = this.start(place + 1) + this.start(place)
    const most = this.start(this.places)
    this.froms = new Int32Array(most)
    this.edges = new Int32Array(most)
    this.costs = new Float64Array(most)
    this.ends = this.starts.slice(0, this.places)
    for (const [n, edge] of edges.entries()) {
      const strength = stepStrength(edge, now)
      if (strength <= 0) continue
      if (this.isTie(edge.from, edge.to)) this.put(edge.from, edge.to, n, costOf(strength))
      if (this.isTie(edge.to, edge.from)) this.put(edge.to, edge.from, n, costOf(strength * BACK))
    }
    const seen = new Int32Array(this.places).fill(NONE)
    for (let place = 0; place < this.places; place++) {
      this.keepSurest(place, seen)
      if (this.end(place) - this.start(place) > TIES_MAX) this.keepStrongest(place)
    }
  }

  isRep(place: number): boolean {
    return this.kinds[place] === REP
  }

  start(place: number): number {
    return this.starts[place] ?? 0
  }

  end(place: number): number {
    return this.ends[place] ?? 0
  }

  from(tie: number): number {
    return this.froms[tie] ?? NONE
  }

  cost(tie: number): number {
    return this.costs[tie] ?? Infinity
  }

  /** Its place in graph.edges. */
  edge(tie: number): number {
    return this.edges[tie] ?? NONE
  }

  private isTie(from: number, to: number): boolean {
    return from !== to && (this.kinds[from] ?? BRANCH) !== BRANCH && this.kinds[to] === PERSON
  }

  private put(from: number, to: number, edge: number, cost: number): void {
    const tie = this.end(to)
    this.ends[to] = tie + 1
    this.froms[tie] = from
    this.edges[tie] = edge
    this.costs[tie] = cost
  }

  private move(tie: number, to: number): void {
    this.froms[to] = this.from(tie)
    this.edges[to] = this.edge(tie)
    this.costs[to] = this.cost(tie)
  }

  /** seen: by whom it comes from, the tie that is kept; whatever is left of other places lies before this one's. */
  private keepSurest(place: number, seen: Int32Array): void {
    const start = this.start(place)
    let end = start
    for (let tie = start; tie < this.end(place); tie++) {
      const from = this.from(tie)
      const had = seen[from] ?? NONE
      if (had < start) {
        seen[from] = end
        this.move(tie, end++)
      } else if (this.cost(tie) < this.cost(had)) this.move(tie, had)
    }
    this.ends[place] = end
  }

  private keepStrongest(place: number): void {
    const strongest: number[] = []
    for (let tie = this.start(place); tie < this.end(place); tie++) {
      const cost = this.cost(tie)
      let at = strongest.length
      while (at > 0 && cost < this.cost(strongest[at - 1] ?? NONE)) at--
      if (at === TIES_MAX) continue
      strongest.splice(at, 0, tie)
      if (strongest.length > TIES_MAX) strongest.pop()
    }
    const kept = new Set(strongest)
    let end = this.start(place)
    for (let tie = end; tie < this.end(place); tie++)
      if (kept.has(tie) || this.isRep(this.from(tie))) this.move(tie, end++)
    this.ends[place] = end
  }
}
