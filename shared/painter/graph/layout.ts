// Where does each lie in the picture of a spread? Whoever passes on is the middle of a ripple, those who came by her on its
// rings. The rep lies in the middle of all; a ripple that began later lies further out, near the way to whom it came by.
import type { SpreadGraph, SpreadNode } from '../../domain/spread/graph'
import { type Backbone, backboneOf } from './backbone'
import { type Cores, fillPond, layRound, type Pond } from './ponds'
import { layRings } from './rings'

export type Disc = { x: number; y: number; r: number }
/** All lengths are in world units: a reader who brought nobody has a dot of 3. The middle is 0,0. */
export type Layout = {
  backbone: Backbone
  x: Float64Array
  y: Float64Array
  dot: Float64Array // the radius of her own dot, or of a branch's petal
  core: Float64Array // the radius of her ripple with all on its rings; of one on a ring: her dot
  rings: number[][] // the radii of her rings
  leaves: number[][] // who lies on them
  onRing: Uint8Array // 1: lies on a ring of whoever is above
  ponds: (Pond | undefined)[] // of whoever has a ripple and lies in the pond of no other, or has a pond of her own
  roots: number[]
  all: Disc
}

const DOT = 3
const ROOT_DOT = 10
const DOT_MOST = 15
const PETAL_MOST = 30
const FEW_PETAL = 6
/** Larger ones do not lie on a ring but beside it, like a ripple. */
const ON_RING_MOST = 9

/** Area tells how much, so the radius grows with the root of it. */
export function dotOf({ kind, deep, people, few }: SpreadNode): number {
  if (kind === 'rep') return ROOT_DOT
  if (kind === 'branch') return few ? FEW_PETAL : Math.min(PETAL_MOST, 4.5 + 1.3 * Math.sqrt(people))
  return Math.min(DOT_MOST, DOT + 1.25 * Math.sqrt(deep))
}

const byTime = (nodes: readonly SpreadNode[]) => (a: number, b: number) =>
  (nodes[a]?.firstAt ?? Number.POSITIVE_INFINITY) - (nodes[b]?.firstAt ?? Number.POSITIVE_INFINITY) || a - b

const emptyLayout = (graph: SpreadGraph): Layout => {
  const zeros = () => new Float64Array(graph.nodes.length)
  const dot = Float64Array.from(graph.nodes, dotOf)
  return {
    backbone: backboneOf(graph),
    ...{ x: zeros(), y: zeros(), dot, core: dot.slice(), onRing: new Uint8Array(graph.nodes.length) },
    ...{ rings: graph.nodes.map(() => []), leaves: graph.nodes.map(() => []) },
    ...{ ponds: graph.nodes.map(() => undefined), roots: [], all: { x: 0, y: 0, r: 0 } },
  }
}

/** Who lies on whose ring, seen from the one in the middle of it. */
function layAllRings(graph: SpreadGraph, layout: Layout): void {
  const { below, above } = layout.backbone
  const order = byTime(graph.nodes)
  below.forEach((all, at) => {
    const isLeaf = (one: number) => below[one]?.length === 0 && (layout.dot[one] ?? 0) <= ON_RING_MOST
    const leaves = all.filter(isLeaf).sort(order)
    for (const leaf of leaves) layout.onRing[leaf] = 1
    layout.leaves[at] = leaves
    if (all.length === 0 && above[at] !== -1 && isLeaf(at)) return
    const { radii, reach } = layRings(leaves, layout.dot[at] ?? 0, layout)
    layout.rings[at] = radii
    layout.core[at] = reach
  })
}

/** When each ripple began; one without a time follows whoever is above. */
const begins = (graph: SpreadGraph, { above, order }: Backbone): Float64Array => {
  const at = new Float64Array(graph.nodes.length)
  for (const one of order) {
    const parent = at[above[one] ?? -1] ?? Number.NEGATIVE_INFINITY
    at[one] = Math.max(graph.nodes[one]?.firstAt ?? parent, parent)
  }
  return at
}

/** The area of each ripple with all below it, and under which root it lies. */
function sumUp({ backbone: { order, above }, core, onRing }: Layout): {
  area: Float64Array
  below: Map<number, number[]>
} {
  const area = new Float64Array(core.length)
  const root = new Int32Array(core.length)
  const below = new Map<number, number[]>()
  for (let n = order.length - 1; n >= 0; n -= 1) {
    const at = order[n] ?? 0
    if (onRing[at] === 1) continue
    area[at] = (area[at] ?? 0) + (core[at] ?? 0) ** 2
    const parent = above[at] ?? -1
    if (parent !== -1) area[parent] = (area[parent] ?? 0) + (area[at] ?? 0)
  }
  for (const at of order) {
    const parent = above[at] ?? -1
    root[at] = parent === -1 ? at : (root[parent] ?? at)
    if (parent === -1) below.set(at, [])
    else if (onRing[at] !== 1) below.get(root[at] ?? -1)?.push(at)
  }
  return { area, below }
}

/** Places seen from the middle of a pond become places in the world; so do those on rings, once their middle has one. */
function settle(layout: Layout): void {
  const { x, y, ponds, leaves } = layout
  const move = (at: number, from: number): void => {
    x[at] = (x[at] ?? 0) + (x[from] ?? 0)
    y[at] = (y[at] ?? 0) + (y[from] ?? 0)
    for (const leaf of leaves[at] ?? []) {
      x[leaf] = (x[leaf] ?? 0) + (x[at] ?? 0)
      y[leaf] = (y[leaf] ?? 0) + (y[at] ?? 0)
    }
    for (const one of [...(ponds[at]?.members ?? []), ...(ponds[at]?.around ?? [])]) move(one, at)
  }
  for (const root of layout.roots) move(root, -1)
}

/** A circle round the box in which all ripples lie. */
function circleRound({ x, y, core, onRing }: Layout): Disc {
  let [left, right, top, bottom] = [0, 0, 0, 0]
  core.forEach((r, at) => {
    if (onRing[at] === 1) return
    left = Math.min(left, (x[at] ?? 0) - r)
    right = Math.max(right, (x[at] ?? 0) + r)
    top = Math.min(top, (y[at] ?? 0) - r)
    bottom = Math.max(bottom, (y[at] ?? 0) + r)
  })
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 }
  let reach = 0
  core.forEach((r, at) => {
    if (onRing[at] === 1) return
    reach = Math.max(reach, Math.hypot((x[at] ?? 0) - middle.x, (y[at] ?? 0) - middle.y) + r)
  })
  return { ...middle, r: reach }
}

/** The same graph lies the same way each time. */
export function layOut(graph: SpreadGraph): Layout {
  const layout = emptyLayout(graph)
  layAllRings(graph, layout)
  const { area, below } = sumUp(layout)
  const cores: Cores = { ...layout, began: begins(graph, layout.backbone), area }
  for (const [root, ripples] of below) fillPond(root, ripples, cores)
  layout.roots = [...below.keys()]
  if (layout.roots.length > 1) layRound(-1, layout.roots, 0, cores)
  settle(layout)
  layout.all = circleRound(layout)
  return layout
}
