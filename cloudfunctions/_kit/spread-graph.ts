// Which people stand in the graph, and what hangs below each? A step is drawn only where both agreed, and from hand to hand;
// everybody else is counted with the nearest person above who agreed, or with the rep.
import type { MemberId } from '@shared/domain/ids'
import type { Forest } from '@shared/domain/spread/forest'
import {
  FEW,
  type SceneMix,
  SPREAD_SCENES,
  type SpreadEdge,
  type SpreadGraph,
  type SpreadNode,
} from '@shared/domain/spread/graph'
import { isByReader, isDeep, NONE, scenePlace } from '@shared/domain/spread/rows'
import { mixOf } from '@shared/domain/spread/tree'

type Sums = {
  known: Set<number>
  unknown: number
  deep: number
  passes: number
  firstAt: number
  lastAt: number
  scenes: number[] // readings by place in SPREAD_SCENES
}
const noSums = (): Sums => ({
  ...{ known: new Set<number>(), unknown: 0, deep: 0, passes: 0, scenes: [] },
  ...{ firstAt: Infinity, lastAt: -Infinity },
})
type Step = { passes: Set<number>; deep: number; lastAt: number }
/** The rep stands above everyone; NONE is someone unknown. */
const REP = -2

/** Did she agree to be seen in chains, and is she not forgotten? */
export const isSeenIn = ({ people }: Pick<Forest, 'people'>, person: number): boolean =>
  person !== NONE && people.agreed.get(person) === 1 && people.keys[person] !== ''

class Gathering {
  readonly own = new Map<number, Sums>() // by person: what she did herself
  readonly reached = new Map<number, Sums>() // by person: of those who read below her, who agreed
  readonly unseen = new Map<number, Map<number, Sums>>() // and by person who did not, by whom each is counted with
  readonly branches = new Map<number, Sums>() // by person: of these, who did not agree, nearest to her
  readonly steps = new Map<number, Map<number, Step>>()

  constructor(readonly forest: Forest) {}

  gather(): this {
    const { shares } = this.forest
    for (let row = 0; row < shares.ids.count; row++) if (shares.depth.get(row) !== NONE) this.takeShare(row)
    return this
  }

  isSeen(person: number): boolean {
    return isSeenIn(this.forest, person)
  }

  private takeShare(share: number): void {
    const { shares, readings } = this.forest
    const above = this.seenAbove(share)
    const sharer = shares.person.get(share)
    if (this.isSeen(sharer)) see(at(this.own, sharer), shares.at.get(share)).passes++
    else if (shares.depth.get(share) > 0) at(this.branches, above[0] ?? REP).passes++
    for (let r = shares.firstReading.get(share); r !== NONE; r = readings.next.get(r))
      if (isByReader(readings.flags.get(r))) this.takeReading(share, r, above)
  }

  private takeReading(share: number, reading: number, above: readonly number[]): void {
    const { shares, readings } = this.forest
    const [reader, when] = [readings.person.get(reading), readings.at.get(reading)]
    const flags = readings.flags.get(reading)
    const [deep, scene] = [isDeep(flags) ? 1 : 0, scenePlace(flags)]
    if (!this.isSeen(reader)) {
      const owner = above[0] ?? REP
      count(at(this.branches, owner), { reader, deep, scene })
      for (const person of [...above, REP]) count(at(of(this.unseen, person), owner), { reader, deep, scene })
      return
    }
    for (const person of [...above, REP])
      if (person !== reader) count(at(this.reached, person), { reader, deep, scene })
    see(at(this.own, reader), when)
    const sharer = shares.person.get(share)
    const from = this.isSeen(sharer) ? sharer : REP
    if (from === reader) return
    const steps = this.steps.get(from) ?? new Map<number, Step>()
    this.steps.set(from, steps)
    const step = steps.get(reader) ?? { passes: new Set(), deep: 0, lastAt: -Infinity }
    steps.set(reader, step)
    step.passes.add(share)
    step.deep += deep
    step.lastAt = Math.max(step.lastAt, when)
  }

  /** Those who agreed, of whoever passed it on to here, the nearest first, each once. */
  private seenAbove(share: number): number[] {
    const { shares } = this.forest
    const above = new Set<number>()
    for (let row = share; row !== NONE; row = shares.parent.get(row)) {
      const person = shares.person.get(row)
      if (this.isSeen(person)) above.add(person)
    }
    return [...above]
  }
}

const at = (all: Map<number, Sums>, person: number): Sums => {
  const sums = all.get(person) ?? noSums()
  all.set(person, sums)
  return sums
}
const of = (all: Map<number, Map<number, Sums>>, person: number): Map<number, Sums> => {
  const own = all.get(person) ?? new Map<number, Sums>()
  all.set(person, own)
  return own
}
const see = (sums: Sums, when: number): Sums => {
  sums.firstAt = Math.min(sums.firstAt, when)
  sums.lastAt = Math.max(sums.lastAt, when)
  return sums
}
const count = (sums: Sums, { reader, deep, scene }: { reader: number; deep: number; scene: number }): void => {
  if (reader === NONE) sums.unknown++
  else sums.known.add(reader)
  sums.deep += deep
  sums.scenes[scene] = (sums.scenes[scene] ?? 0) + 1
}
const peopleIn = ({ known, unknown }: Sums): number => known.size + unknown

/** One or two who did not agree are in no number: what she brought in all, less those who are shown, would tell of them. */
const isTold = (sums: Sums): boolean => peopleIn(sums) >= FEW
const total = (all: readonly Sums[], of: (sums: Sums) => number): number => all.reduce((sum, one) => sum + of(one), 0)

/** Where they came from who may be told of; of those who did not agree only as many as are not few in one place. */
const scenesOf = (known: Sums, told: readonly Sums[]): SceneMix => {
  const scenes = SPREAD_SCENES.map(
    (_, place) =>
      (known.scenes[place] ?? 0) +
      total(told, (sums) => ((sums.scenes[place] ?? 0) >= FEW ? (sums.scenes[place] ?? 0) : 0)),
  )
  return mixOf(scenes, FEW)
}

const instant = (n: number): number | null => (Number.isFinite(n) ? n : null)

const BLANK = { score: 0, passes: 0, people: 0, deep: 0, few: false, firstAt: null, lastAt: null, scenes: {} }

/** scoreOf: in tenths, by key. */
export const peopleGraph = (forest: Forest, repId: MemberId, scoreOf: (key: string) => number): SpreadGraph => {
  const all = new Gathering(forest).gather()
  const [nodes, edges]: [SpreadNode[], SpreadEdge[]] = [[], []]
  const placeOf = new Map<number, number>()
  const put = (person: number, node: SpreadNode): void => {
    placeOf.set(person, nodes.push(node) - 1)
  }
  const reachOf = (person: number) => {
    const known = all.reached.get(person) ?? noSums()
    const told = [...(all.unseen.get(person)?.values() ?? [])].filter(isTold)
    const sums = [known, ...told]
    return { people: total(sums, peopleIn), deep: total(sums, ({ deep }) => deep), scenes: scenesOf(known, told) }
  }
  put(REP, { ...BLANK, key: repId, kind: 'rep', depth: 0, ...reachOf(REP) })
  for (const [person, { passes, firstAt, lastAt }] of all.own) {
    const key = forest.people.keys[person] ?? ''
    const own = { passes, firstAt: instant(firstAt), lastAt: instant(lastAt), score: scoreOf(key) }
    put(person, { ...BLANK, key, kind: 'person', depth: 1, ...own, ...reachOf(person) })
  }
  for (const [from, steps] of all.steps)
    for (const [to, { passes, deep, lastAt }] of steps)
      edges.push({ from: placeOf.get(from) ?? 0, to: placeOf.get(to) ?? 0, passes: passes.size, deep, lastAt })
  for (const [person, sums] of all.branches) putBranch({ nodes, edges }, placeOf.get(person) ?? 0, sums)
  setDepths({ nodes, edges })
  return { nodes, edges }
}

/** One or two are few, and nothing more is said of them. */
const putBranch = ({ nodes, edges }: SpreadGraph, above: number, sums: Sums): void => {
  const people = peopleIn(sums)
  if (people === 0) return
  const few = !isTold(sums)
  const counts = few ? {} : { people, deep: sums.deep, passes: sums.passes }
  const to = nodes.push({ ...BLANK, key: `${nodes[above]?.key}~`, kind: 'branch', few, depth: 0, ...counts }) - 1
  edges.push({ from: above, to, passes: 0, deep: few ? 0 : sums.deep, lastAt: null })
}

/** Steps along what is drawn, not along what happened: who stood between is nobody's to know. */
const setDepths = ({ nodes, edges }: SpreadGraph): void => {
  const below = new Map<number, number[]>()
  for (const { from, to } of edges) below.set(from, [...(below.get(from) ?? []), to])
  const seen = new Set([0])
  for (let row = [0], depth = 0; row.length; depth++) {
    for (const place of row) if (nodes[place]) nodes[place].depth = depth
    row = row.flatMap((place) => below.get(place) ?? []).filter((place) => !seen.has(place) && seen.add(place))
  }
}
