// How alike do two texts look to a machine? SimHash-64 over character trigrams, and how many bits differ.
import { mixWords } from './hash'

/** 64 bits as two unsigned words. */
export type SimHash = readonly [high: number, low: number]

const TRIGRAM = 3
/** Counters of 12 bits: a post has at most 2,000 characters. */
const PLANES = 12

/**
 * 32 counters side by side, one per bit of a word: plane k holds bit k of every counter, so that a word is added to all
 * of them at once, as a carry that soon runs out.
 */
class Counters {
  private readonly planes = new Int32Array(PLANES)

  add(word: number): void {
    let carry = word
    for (let k = 0; carry !== 0 && k < PLANES; k += 1) {
      const plane = this.planes[k] ?? 0
      this.planes[k] = plane ^ carry
      carry &= plane
    }
  }

  /** One bit per counter: whether it counted more than `half`. */
  above(half: number): number {
    let above = 0
    let equal = -1
    for (let k = PLANES - 1; k >= 0; k -= 1) {
      const plane = this.planes[k] ?? 0
      if ((half >>> k) & 1) equal &= plane
      else {
        above |= equal & plane
        equal &= ~plane
      }
    }
    return above >>> 0
  }
}

/** Charikar's SimHash with every trigram of UTF-16 units weighted by how often it occurs. */
export function simHash(text: string): SimHash {
  const high = new Counters()
  const low = new Counters()
  const grams = Math.max(1, text.length - TRIGRAM + 1)
  for (let at = 0; at < grams; at += 1) {
    let gram = 0
    for (let i = at; i < at + TRIGRAM; i += 1) gram = mixWords(gram, i < text.length ? text.charCodeAt(i) : 0)
    low.add(gram)
    high.add(mixWords(gram, 1))
  }
  const half = Math.floor(grams / 2)
  return [high.above(half), low.above(half)]
}

/** How many of a word's bits are set (Hacker's Delight, 5-1). */
export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export const simHashDistance = (a: SimHash, b: SimHash): number => bitsIn(a[0] ^ b[0]) + bitsIn(a[1] ^ b[1])

const hex = (word: number) => `0000000${word.toString(16)}`.slice(-8)

/** As 16 hex digits, for storage. */
export const simHashText = ([high, low]: SimHash): string => hex(high) + hex(low)

export const readSimHash = (text: string): SimHash => [parseInt(text.slice(0, 8), 16), parseInt(text.slice(8), 16)]
