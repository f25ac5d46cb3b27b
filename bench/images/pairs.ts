// How far apart are many hashes? Every pair is compared.
import { bitsIn } from '@shared/domain/variant/simhash'
import type { Hash64 } from './dhash'

/** counts[n]: pairs with n bits between them. */
export type PairCounts = { pairs: number; counts: Float64Array }

const HASH64_BITS = 64
const HASH256_BITS = 256

/** Hashes as equally long rows of words. */
const countPairs = (rows: readonly ArrayLike<number>[], words: number, bits: number): PairCounts => {
  const flat = new Uint32Array(rows.length * words)
  rows.forEach((row, at) => {
    flat.set(row, at * words)
  })
  const counts = new Float64Array(bits + 1)
  for (let i = 0; i < rows.length; i += 1)
    for (let j = 0; j < i; j += 1) {
      let apart = 0
      for (let k = 0; k < words; k += 1) apart += bitsIn((flat[i * words + k] ?? 0) ^ (flat[j * words + k] ?? 0))
      counts[apart] = (counts[apart] ?? 0) + 1
    }
  return { pairs: (rows.length * (rows.length - 1)) / 2, counts }
}

export const pairsOf64 = (hashes: readonly Hash64[]): PairCounts => countPairs(hashes, 2, HASH64_BITS)
export const pairsOf256 = (hashes: readonly Uint32Array[]): PairCounts => countPairs(hashes, 8, HASH256_BITS)

/** Percent of the pairs that are at least so many bits apart. */
export const shareFrom = ({ pairs, counts }: PairCounts, bits: number): number => {
  let near = 0
  for (let n = 0; n < bits; n += 1) near += counts[n] ?? 0
  return pairs === 0 ? 100 : (100 * (pairs - near)) / pairs
}

/** The number of bits that half the pairs do not exceed. */
export const medianBits = ({ pairs, counts }: PairCounts): number => {
  let seen = 0
  for (let n = 0; n < counts.length; n += 1) {
    seen += counts[n] ?? 0
    if (seen >= pairs / 2) return n
  }
  return 0
}
