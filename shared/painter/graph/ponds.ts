// How do ripples lie round the one they came from? Outward in the order in which they began. Where they are too many to be taken
// in, those of one chain lie in a pond of their own, which is one drop until she comes near.
import type { Backbone } from './backbone'
import { type Discs, relax } from './relax'
import { layRings } from './rings'

/** Of one person: what lies in her pond, seen from herself in its middle. World units. */
export type Pond = {
  radius: number
  members: number[] // ripples, or ponds of others, round her
  around: number[] // small ripples on rings close round her, where her chain has more than PARTS_MOST
  aroundRadius: number
}

export type Cores = {
  backbone: Backbone
  began: Float64Array
  core: Float64Array // the radius of each one's own ripple
  area: Float64Array // of each ripple with all below it
  x: Float64Array // written: seen from the middle of the pond each lies in
  y: Float64Array
  ponds: (Pond | undefined)[] // written
}

/** As many as can be taken in at once. */
export const PARTS_MOST = 260
const MARGIN = 5
/** How much of a pond ripples may cover: discs of all sizes, pushed apart, come to about this. */
const DENSITY = 0.66
const GOLDEN = 0.618_033_988_75

const radiusOf = ({ ponds, core }: Cores, at: number): number => ponds[at]?.radius ?? core[at] ?? 0

/** Early and late take turns round the middle, else time would wind up into a spiral. */
const mixed = (ones: readonly number[]): number[] =>
  ones
    .map((at, n) => ({ at, turn: ((n + 1) * GOLDEN) % 1 }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ at }) => at)

/** In which direction each lies: every chain has its part of the round, as wide as it is large. */
function directions(from: number, parts: readonly number[], { backbone, area }: Cores): Map<number, number> {
  const below = new Map<number, number[]>([[from, []]])
  for (const at of parts) below.set(at, [])
  for (const at of parts) (below.get(backbone.above[at] ?? -1) ?? below.get(from))?.push(at)
  const towards = new Map<number, number>()
  const share = (at: number, start: number, whole: number): void => {
    const ones = below.get(at) ?? []
    const total = ones.reduce((sum, one) => sum + (area[one] ?? 0), 0) || 1
    let next = start
    for (const one of mixed(ones)) {
      const wide = (whole * (area[one] ?? 0)) / total
      towards.set(one, next + wide / 2)
      share(one, next, wide)
      next += wide
    }
  }
  share(from, -Math.PI / 2, 2 * Math.PI)
  return towards
}

/** Puts `parts` round a middle of `middle` units; returns how far they reach. */
export function layRound(from: number, parts: readonly number[], middle: number, cores: Cores): number {
  const { backbone, began, x, y } = cores
  const towards = directions(from, parts, cores)
  const inTime = [...parts].sort((a, b) => (began[a] ?? 0) - (began[b] ?? 0) || a - b)
  const place = new Map(inTime.map((at, n) => [at, n + 1]))
  const size = inTime.length + 1
  const zeros = () => new Float64Array(size)
  const discs: Discs = {
    ...{ x: zeros(), y: zeros(), r: zeros(), want: zeros(), held: new Uint8Array(size) },
    near: Int32Array.from([-1, ...inTime.map((at) => place.get(backbone.above[at] ?? -1) ?? -1)]),
  }
  discs.held[0] = 1
  discs.r[0] = middle > 0 ? middle + MARGIN / 2 : 0
  let filled = (discs.r[0] ?? 0) ** 2
  inTime.forEach((at, before) => {
    const n = before + 1
    const r = radiusOf(cores, at) + MARGIN / 2
    const want = Math.max(Math.sqrt(filled + r * r * 0.5), (discs.r[0] ?? 0) + r)
    filled += (r * r) / DENSITY
    discs.r[n] = r
    discs.want[n] = want
    discs.x[n] = Math.cos(towards.get(at) ?? 0) * want
    discs.y[n] = Math.sin(towards.get(at) ?? 0) * want
  })
  relax(discs)
  let reach = middle
  inTime.forEach((at, before) => {
    x[at] = discs.x[before + 1] ?? 0
    y[at] = discs.y[before + 1] ?? 0
    reach = Math.max(reach, Math.hypot(x[at] ?? 0, y[at] ?? 0) + radiusOf(cores, at))
  })
  return reach
}

/** The widest of `below`, and what of the others belongs to which of them, or to nobody but `from` herself. */
function divide(from: number, below: readonly number[], { area, backbone }: Cores) {
  const parts = [...below].sort((a, b) => (area[b] ?? 0) - (area[a] ?? 0) || a - b).slice(0, PARTS_MOST)
  const of = new Map<number, number[]>(parts.map((at) => [at, []]))
  const around: number[] = []
  for (const at of below) {
    if (of.has(at)) continue
    let up = backbone.above[at] ?? -1
    while (up !== from && up !== -1 && !of.has(up)) up = backbone.above[up] ?? -1
    ;(of.get(up) ?? around).push(at)
  }
  return { parts, of, around }
}

/** Lays all ripples `below` in the pond of `from`. */
export function fillPond(from: number, below: readonly number[], cores: Cores): void {
  const { core, began, ponds } = cores
  const own = core[from] ?? 0
  if (below.length <= PARTS_MOST) {
    const radius = below.length === 0 ? own : layRound(from, below, own, cores) + MARGIN
    ponds[from] = { radius, members: [...below], around: [], aroundRadius: own }
    return
  }
  const { parts, of, around } = divide(from, below, cores)
  for (const [at, inner] of of) fillPond(at, inner, cores)
  around.sort((a, b) => (began[a] ?? 0) - (began[b] ?? 0) || a - b)
  const { reach } = layRings(around, own, { dot: core, x: cores.x, y: cores.y })
  const aroundRadius = around.length > 0 ? reach : own
  const radius = layRound(from, parts, aroundRadius, cores) + MARGIN
  ponds[from] = { radius, members: parts, around, aroundRadius }
}
