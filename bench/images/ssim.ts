// How alike are two pictures to the eye? SSIM as Wang et al. published it (2004): Gaussian 11 × 11, σ 1.5, luma, full size.
import type { Grey } from './grey'

const WINDOW = 11
const SIGMA = 1.5
const C1 = (0.01 * 255) ** 2
const C2 = (0.03 * 255) ** 2

const gaussian = (): Float64Array => {
  const middle = (WINDOW - 1) / 2
  const weights = Float64Array.from({ length: WINDOW }, (_, i) => Math.exp(-((i - middle) ** 2) / (2 * SIGMA ** 2)))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}
const WEIGHTS = gaussian()

/** Weighted sums down the window, one value per column: of a, b, a², b² and ab. */
type Columns = { a: Float64Array; b: Float64Array; aa: Float64Array; bb: Float64Array; ab: Float64Array }

const columnsFor = (width: number): Columns => ({
  a: new Float64Array(width),
  b: new Float64Array(width),
  aa: new Float64Array(width),
  bb: new Float64Array(width),
  ab: new Float64Array(width),
})

const sumDown = (a: Grey, b: Grey, top: number, into: Columns): void => {
  for (const column of Object.values(into)) column.fill(0)
  for (let k = 0; k < WINDOW; k += 1) {
    const weight = WEIGHTS[k] ?? 0
    const row = (top + k) * a.width
    for (let x = 0; x < a.width; x += 1) {
      const va = a.data[row + x] ?? 0
      const vb = b.data[row + x] ?? 0
      const wa = weight * va
      const wb = weight * vb
      into.a[x] = (into.a[x] ?? 0) + wa
      into.b[x] = (into.b[x] ?? 0) + wb
      into.aa[x] = (into.aa[x] ?? 0) + wa * va
      into.bb[x] = (into.bb[x] ?? 0) + wb * vb
      into.ab[x] = (into.ab[x] ?? 0) + wa * vb
    }
  }
}

const sumAcross = (column: Float64Array, left: number): number => {
  let sum = 0
  for (let k = 0; k < WINDOW; k += 1) sum += (WEIGHTS[k] ?? 0) * (column[left + k] ?? 0)
  return sum
}

/** Luminance term times contrast-and-structure term of one window. */
const windowOf = (columns: Columns, left: number): number => {
  const ma = sumAcross(columns.a, left)
  const mb = sumAcross(columns.b, left)
  const va = sumAcross(columns.aa, left) - ma * ma
  const vb = sumAcross(columns.bb, left) - mb * mb
  const cov = sumAcross(columns.ab, left) - ma * mb
  return ((2 * ma * mb + C1) * (2 * cov + C2)) / ((ma * ma + mb * mb + C1) * (va + vb + C2))
}

/** The mean over all whole windows: 1 = the same picture. Both must have one size, at least 11 × 11. */
export const ssim = (a: Grey, b: Grey): number => {
  if (a.width !== b.width || a.height !== b.height) throw new Error('SSIM compares pictures of one size')
  if (a.width < WINDOW || a.height < WINDOW) throw new Error(`SSIM needs ${WINDOW} × ${WINDOW} pixels`)
  const columns = columnsFor(a.width)
  const across = a.width - WINDOW + 1
  const down = a.height - WINDOW + 1
  let sum = 0
  for (let y = 0; y < down; y += 1) {
    sumDown(a, b, y, columns)
    for (let x = 0; x < across; x += 1) sum += windowOf(columns, x)
  }
  return sum / (across * down)
}
