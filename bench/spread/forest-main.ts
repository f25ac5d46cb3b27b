// The process that `forest` measures: grows the world into a forest and scores it, or into graphology's graph beside it.
import { DirectedGraph } from 'graphology'
import { Forest } from '../../shared/domain/spread/forest'
import { Scoring } from '../../shared/domain/spread/score'
import { cpuOfSelfMs } from '../cpu'
import type { Grown, Scored } from './forest'
import { byDeepReadings, byDescendants, byShares, precision } from './rankings'
import { NOW, type Sink, World } from './world'

const ROWS_A_STEP = 20_000
const TOP = 20
const [mode, seed] = [process.argv[2], Number(process.argv[3])]
const ASKED = { shares: 1_000_000, people: 200_000, reps: 2_000, weeks: 26, seed }
/** The general library takes a tenth of that: with all of it, it came to no end within minutes. */
const TENTH = { ...ASKED, shares: 100_000, people: 20_000, reps: 200 }
const mostMb = (): number => process.resourceUsage().maxRSS / 1000

const grow = (sink: Sink, asked = ASKED): { world: World; grown: Grown } => {
  const began = cpuOfSelfMs()
  const world = new World(asked, sink).grow()
  const { shares, readings } = world
  return { world, grown: { shares, readings, growMs: cpuOfSelfMs() - began, rssMb: mostMb() } }
}

const runForest = (): Scored => {
  const forest = new Forest()
  const { world, grown } = grow(forest)
  const { planted } = world
  const staff = new Set(planted.staff)
  const [began, beganAt] = [cpuOfSelfMs(), performance.now()]
  const scoring = new Scoring(forest, { now: NOW, isStaff: (key) => staff.has(key) })
  let longestStepMs = 0
  for (let done = false; !done; ) {
    const before = cpuOfSelfMs()
    done = scoring.step(ROWS_A_STEP)
    longestStepMs = Math.max(longestStepMs, cpuOfSelfMs() - before)
  }
  const [scoreMs, wallMs, rssMb] = [cpuOfSelfMs() - began, performance.now() - beganAt, mostMb()]
  const of = (ranking: readonly string[]): number => precision(ranking, planted.koc)
  const found = of(scoring.top(TOP).map(({ key }) => key))
  const others = {
    shares: of(byShares(forest, TOP)),
    descendants: of(byDescendants(forest, TOP)),
    deep: of(byDeepReadings(forest, TOP)),
  }
  return { ...grown, scoreMs, wallMs, longestStepMs, rssMb, precision: { score: found, ...others } }
}

/** The same shares and readings as nodes and edges of a general graph library. */
const runGraphology = (): Grown => {
  const graph = new DirectedGraph()
  const sink: Sink = {
    putShare: ({ token, parent, person, at }) => {
      graph.mergeNode(token, { person, at })
      if (parent !== null) graph.mergeEdge(parent, token)
    },
    putReading: ({ id, token, ...facts }) => {
      graph.mergeNode(id, facts)
      graph.mergeEdge(token, id)
    },
    agree: () => {},
  }
  return grow(sink, TENTH).grown
}

console.log(JSON.stringify(mode === 'graphology' ? runGraphology() : runForest()))
