// Does it grow? The middle of all slopes between two samples (Theil–Sen), with Sen's interval: outliers do not move it.

/** x and y in any units; the slope is in y per x. */
export type Point = { x: number; y: number }
export type Slope = { slope: number; low: number; high: number }

const Z_95 = 1.96

const middle = (sorted: readonly number[]): number => {
  const half = sorted.length / 2
  const [a, b] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]]
  if (a === undefined || b === undefined) throw new Error('a slope needs points')
  return (a + b) / 2
}

/** low and high: 95 %, by the spread of Kendall's S; ties make it a little too wide. Needs three points. */
export const slopeOf = (points: readonly Point[]): Slope => {
  if (points.length < 3) throw new Error('a slope needs three points')
  const slopes: number[] = []
  for (const [i, a] of points.entries())
    for (const b of points.slice(i + 1)) if (b.x !== a.x) slopes.push((b.y - a.y) / (b.x - a.x))
  slopes.sort((a, b) => a - b)
  const n = points.length
  const spread = Z_95 * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)
  const at = (rank: number): number =>
    slopes[Math.max(0, Math.min(slopes.length - 1, Math.round(rank)))] ?? middle(slopes)
  return {
    slope: middle(slopes),
    low: at((slopes.length - spread) / 2 - 1),
    high: at((slopes.length + spread) / 2),
  }
}

/** The median of each `step` of x: what rises and falls within a step, as a heap does, is one point. */
export const mediansBy = (points: readonly Point[], step: number): Point[] => {
  const steps = new Map<number, number[]>()
  for (const { x, y } of points) {
    const at = Math.floor(x / step)
    steps.set(at, [...(steps.get(at) ?? []), y])
  }
  return [...steps].map(([at, values]) => ({ x: (at + 0.5) * step, y: middle(values.sort((a, b) => a - b)) }))
}
