// How alike do two pictures look to Meta's machine? PDQ-256 as its paper gives it: tent filter, 64 × 64, cosines, median.
import type { Grey } from './grey'

/** 256 bits, 32 a word, row by row of the 16 × 16 frequencies. Pictures with ≤ 31 bits between them count as one. */
export type Hash256 = Uint32Array

/** Meta's usual limit of a match, bits. */
export const PDQ_MATCH = 31

const SMALL = 64
const FREQUENCIES = 16
const PASSES = 2

/** A line of pixels within a picture: where it starts, how far its pixels are apart, how many there are. */
type Line = { start: number; step: number; length: number }

/** A mean over `window` neighbours, fewer at the ends. An even window reaches one further ahead than back. */
const blurLine = (from: Float64Array, to: Float64Array, { start, step, length }: Line, window: number): void => {
  const ahead = Math.floor(window / 2)
  const back = window - ahead - 1
  let sum = 0
  for (let i = 0; i < Math.min(ahead, length); i += 1) sum += from[start + i * step] ?? 0
  for (let i = 0; i < length; i += 1) {
    const [first, last] = [i - back, i + ahead]
    if (last < length) sum += from[start + last * step] ?? 0
    if (first > 0) sum -= from[start + (first - 1) * step] ?? 0
    to[start + i * step] = sum / (Math.min(last, length - 1) - Math.max(first, 0) + 1)
  }
}

/** Half a cell of the 64 × 64 grid: two passes then gather a whole cell. */
const windowOf = (length: number): number => Math.ceil(length / (2 * SMALL))

const blur = ({ width, height, data }: Grey): Float64Array => {
  const here = Float64Array.from(data)
  const there = new Float64Array(here.length)
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (let y = 0; y < height; y += 1)
      blurLine(here, there, { start: y * width, step: 1, length: width }, windowOf(width))
    for (let x = 0; x < width; x += 1)
      blurLine(there, here, { start: x, step: width, length: height }, windowOf(height))
  }
  return here
}

/** The pixel in the middle of each cell. */
const shrink = (grey: Grey): Float64Array => {
  const blurred = blur(grey)
  return Float64Array.from({ length: SMALL * SMALL }, (_, at) => {
    const y = Math.floor(((Math.floor(at / SMALL) + 0.5) * grey.height) / SMALL)
    const x = Math.floor((((at % SMALL) + 0.5) * grey.width) / SMALL)
    return blurred[y * grey.width + x] ?? 0
  })
}

/** Rows 1 to 16 of the cosine transform; row 0, the mean, is left out. */
const COSINES = Float64Array.from({ length: FREQUENCIES * SMALL }, (_, at) => {
  const [frequency, k] = [Math.floor(at / SMALL) + 1, at % SMALL]
  return Math.sqrt(2 / SMALL) * Math.cos((Math.PI / (2 * SMALL)) * frequency * (2 * k + 1))
})

const frequenciesOf = (small: Float64Array): Float64Array => {
  const half = new Float64Array(FREQUENCIES * SMALL)
  for (let i = 0; i < FREQUENCIES; i += 1)
    for (let k = 0; k < SMALL; k += 1) {
      const weight = COSINES[i * SMALL + k] ?? 0
      for (let j = 0; j < SMALL; j += 1)
        half[i * SMALL + j] = (half[i * SMALL + j] ?? 0) + weight * (small[k * SMALL + j] ?? 0)
    }
  return Float64Array.from({ length: FREQUENCIES ** 2 }, (_, at) => {
    const [i, j] = [Math.floor(at / FREQUENCIES), at % FREQUENCIES]
    let sum = 0
    for (let k = 0; k < SMALL; k += 1) sum += (half[i * SMALL + k] ?? 0) * (COSINES[j * SMALL + k] ?? 0)
    return sum
  })
}

/** A bit is set where the frequency lies above the lower median. */
export const pdq = (grey: Grey): Hash256 => {
  const frequencies = frequenciesOf(shrink(grey))
  const median = [...frequencies].sort((a, b) => a - b)[frequencies.length / 2 - 1] ?? 0
  const hash = new Uint32Array(frequencies.length / 32)
  frequencies.forEach((frequency, at) => {
    if (frequency > median) hash[at >> 5] = ((hash[at >> 5] ?? 0) | (1 << (at & 31))) >>> 0
  })
  return hash
}
