// How alike do two texts look to a machine? SimHash-64 over character trigrams, and how many bits differ.
import { mixWords } from './hash'

/** 64 bits as two unsigned words. */
export type SimHash = readonly [high: number, low: number]

const TRIGRAM = 3
const WORD = 32

function countBits(counts: Int32Array, word: number, from: number): void {
  for (let bit = 0; bit < WORD; bit += 1) counts[from + bit] = (counts[from + bit] ?? 0) + ((word >>> bit) & 1)
}

function majority(counts: Int32Array, from: number, half: number): number {
  let word = 0
  for (let bit = 0; bit < WORD; bit += 1) if ((counts[from + bit] ?? 0) > half) word |= 1 << bit
  return word >>> 0
}

/** Charikar's SimHash with every trigram of UTF-16 units weighted by how often it occurs. */
export function simHash(text: string): SimHash {
  const counts = new Int32Array(2 * WORD)
  const grams = Math.max(1, text.length - TRIGRAM + 1)
  for (let at = 0; at < grams; at += 1) {
    let gram = 0
    for (let i = at; i < at + TRIGRAM; i += 1) gram = mixWords(gram, i < text.length ? text.charCodeAt(i) : 0)
    countBits(counts, gram, 0)
    countBits(counts, mixWords(gram, 1), WORD)
  }
  return [majority(counts, WORD, grams / 2), majority(counts, 0, grams / 2)]
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
