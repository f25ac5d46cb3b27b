// How do those who came by one person lie round her? On rings like those of a drop, the earliest nearest.

/** Places are seen from her; radii of the rings; how far all of it reaches. World units. */
export type Rings = { radii: number[]; reach: number }

const GAP = 3.2 // between two dots of a ring
const RING_GAP = 5 // between two rings
const FILL = 0.98 // of a ring, at most
/** Each ring starts turned by the golden angle, so that no spokes appear. */
const TURN = 2.4

type Ring = { end: number; radius: number; widest: number; width: number }

/** As many of `leaves` from `next` on as one ring takes. */
function ringOf(leaves: readonly number[], next: number, reach: number, dot: Float64Array): Ring {
  const ring = { end: next, radius: 0, widest: 0, width: 0 }
  for (let end = next; end < leaves.length; end += 1) {
    const r = dot[leaves[end] ?? 0] ?? 0
    const widest = Math.max(ring.widest, r)
    const radius = reach + RING_GAP + widest
    if (end > next && ring.width + 2 * r + GAP > 2 * Math.PI * radius * FILL) break
    Object.assign(ring, { end: end + 1, radius, widest, width: ring.width + 2 * r + GAP })
  }
  return ring
}

/** `dot` and the places written to `x`, `y` are by node; `own` is the radius of her own dot. */
export function layRings(
  leaves: readonly number[],
  own: number,
  { dot, x, y }: { dot: Float64Array; x: Float64Array; y: Float64Array },
): Rings {
  const radii: number[] = []
  let reach = own
  for (let next = 0; next < leaves.length; ) {
    const { end, radius, widest, width } = ringOf(leaves, next, reach, dot)
    const spare = (2 * Math.PI * radius - width) / (end - next)
    let along = radii.length * TURN * radius
    for (const leaf of leaves.slice(next, end)) {
      const room = 2 * (dot[leaf] ?? 0) + GAP + spare
      const angle = (along + room / 2) / radius
      x[leaf] = Math.cos(angle) * radius
      y[leaf] = Math.sin(angle) * radius
      along += room
    }
    radii.push(radius)
    reach = radius + widest
    next = end
  }
  return { radii, reach: reach + (leaves.length > 0 ? RING_GAP : 2) }
}
