// Who was already there by a given time, and how many hang below each? For the slider over the weeks.
import type { SpreadGraph, SpreadNode } from '../../domain/spread/graph'
import type { Layout } from './layout'

const WEEK_MS = 7 * 86_400_000

export type Week = {
  there: Uint8Array
  own: Float64Array // each with those on her rings, as far as they may be counted
  pond: Float64Array // each with all in her pond
  now: number
}

/** When each comes into the picture: never before whoever is above. What has no time of its own comes with that one. */
export function arrivals({ nodes }: SpreadGraph, { backbone }: Layout): Float64Array {
  const at = new Float64Array(nodes.length)
  for (const one of backbone.order) {
    const parent = backbone.above[one] ?? -1
    const own = nodes[one]?.firstAt ?? Number.NEGATIVE_INFINITY
    at[one] = parent === -1 ? Number.NEGATIVE_INFINITY : Math.max(own, at[parent] ?? own)
  }
  return at
}

const headsOf = ({ kind, people }: SpreadNode): number => (kind === 'branch' ? people : kind === 'person' ? 1 : 0)

export function asOf(graph: SpreadGraph, layout: Layout, arrived: Float64Array, now: number): Week {
  const there = new Uint8Array(graph.nodes.length)
  const own = new Float64Array(graph.nodes.length)
  graph.nodes.forEach((node, at) => {
    if ((arrived[at] ?? 0) > now) return
    there[at] = 1
    const holder = layout.onRing[at] === 1 ? (layout.backbone.above[at] ?? at) : at
    own[holder] = (own[holder] ?? 0) + headsOf(node)
  })
  const pond = own.slice()
  const fill = (at: number): number => {
    for (const one of [...(layout.ponds[at]?.members ?? []), ...(layout.ponds[at]?.around ?? [])])
      pond[at] = (pond[at] ?? 0) + fill(one)
    return pond[at] ?? 0
  }
  layout.roots.forEach(fill)
  return { there, own, pond, now }
}

/** The ends of the weeks from the first arrival to `now`, the last one being `now`. At least one. */
export function weekEnds(arrived: Float64Array, now: number): number[] {
  let first = now
  for (const at of arrived) if (Number.isFinite(at) && at < first) first = at
  const weeks = Math.max(1, Math.ceil((now - first) / WEEK_MS))
  return Array.from({ length: weeks }, (_, n) => now - (weeks - 1 - n) * WEEK_MS)
}

/** Of those who had come by then, this part lies within the ring; one that was pushed far out does not draw it out. */
const WITHIN = 0.85
/** Fewer ripples make no picture of time. */
const RIPPLES_LEAST = 12
const RINGS_MOST = 3

/** Rings of the pond that tell time: by `at`, the ripples within `r` had begun. Only below a single root. */
export function timeRings(
  layout: Layout,
  arrived: Float64Array,
  stops: readonly number[],
): { at: number; r: number }[] {
  const [root = -1, other] = layout.roots
  const pond = layout.ponds[root]
  if (!pond || other !== undefined || pond.members.length < RIPPLES_LEAST) return []
  const rings = stops.map((at) => {
    const fars = pond.members
      .filter((one) => (arrived[one] ?? 0) <= at)
      .map((one) => Math.hypot(layout.x[one] ?? 0, layout.y[one] ?? 0))
      .sort((a, b) => a - b)
    return { at, r: fars[Math.floor(fars.length * WITHIN)] ?? 0 }
  })
  const apart = layout.all.r / (RINGS_MOST + 2)
  const kept: { at: number; r: number }[] = []
  for (const ring of rings) {
    const last = kept[kept.length - 1]?.r ?? pond.aroundRadius
    if (ring.r > last + apart && ring.r < layout.all.r * 0.97) kept.push(ring)
  }
  return kept.slice(-RINGS_MOST)
}
