// What do the texts of a post look like side by side? A few at random, the most alike, and how far apart they are.
import { hash53 } from './hash'
import type { Dealt } from './ledger'
import { bitsIn } from './simhash'
import { normalisedEditDistance } from './similarity'

export const SAMPLE_SIZE = 20
export const ALIKE_SIZE = 5
/** Pairs that look most alike to a machine, of which the most alike for a person are shown. */
const CANDIDATES = 40
/** How many texts are compared with each other: a long post of 5,000 reps must not keep HQ waiting. */
const COMPARED = 40
/** How many texts' nearest are sought, and among how many that look most alike to a machine. */
const SOUGHT = 20
const LOOKALIKES = 20

export type AlikePair = { a: Dealt; b: Dealt; apart: number; bits: number }
export type PoolReport = {
  sample: Dealt[]
  alike: AlikePair[]
  /** Of any two, and of each text to its nearest; 1 = nothing in common. Null with fewer than two texts. */
  apart: { median: number; nearest: number; bits: number } | null
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0

/** Texts in an order that nobody chose and that is the same every time. */
const shuffled = (dealt: readonly Dealt[]): Dealt[] =>
  dealt
    .map((each) => ({ each, key: hash53(`${each.repId}/${each.text}`) }))
    .sort((a, b) => a.key - b.key)
    .map(({ each }) => each)

type Close = { i: number; j: number; bits: number }

/** The pairs of fewest bits: every pair is looked at, a few are kept. */
function closestByBits(dealt: readonly Dealt[]): Close[] {
  let kept: Close[] = []
  let worst = 65
  dealt.forEach(({ hash: [high, low] }, i) => {
    for (let j = 0; j < i; j += 1) {
      const [otherHigh, otherLow] = (dealt[j] as Dealt).hash
      const bits = bitsIn(high ^ otherHigh) + bitsIn(low ^ otherLow)
      if (bits >= worst) continue
      kept.push({ i, j, bits })
      if (kept.length < 2 * CANDIDATES) continue
      kept = kept.sort((a, b) => a.bits - b.bits).slice(0, CANDIDATES)
      worst = kept[kept.length - 1]?.bits ?? worst
    }
  })
  return kept.sort((a, b) => a.bits - b.bits).slice(0, CANDIDATES)
}

function findAlike(dealt: readonly Dealt[]): { alike: AlikePair[]; bits: number } {
  const close = closestByBits(dealt)
  const pairs = close.map(({ i, j, bits }) => {
    const [a, b] = [dealt[i] as Dealt, dealt[j] as Dealt]
    return { a, b, bits, apart: normalisedEditDistance(a.text, b.text) }
  })
  return { alike: pairs.sort((a, b) => a.apart - b.apart).slice(0, ALIKE_SIZE), bits: close[0]?.bits ?? 64 }
}

/** The nearest of the texts that look most like this one: an upper bound, a fair one where machine and eye agree. */
function nearestTo(each: Dealt, all: readonly Dealt[]): number {
  const [high, low] = each.hash
  const others = all
    .filter((other) => other !== each)
    .map((other) => ({ text: other.text, bits: bitsIn(high ^ other.hash[0]) + bitsIn(low ^ other.hash[1]) }))
    .sort((a, b) => a.bits - b.bits)
    .slice(0, LOOKALIKES)
  return Math.min(...others.map(({ text }) => normalisedEditDistance(each.text, text)))
}

function distances(texts: readonly Dealt[]): { median: number; nearest: number } {
  const compared = texts.slice(0, COMPARED)
  const pairs = compared.flatMap(({ text }, i) =>
    compared.slice(i + 1).map((other) => normalisedEditDistance(text, other.text)),
  )
  return { median: middle(pairs), nearest: middle(compared.slice(0, SOUGHT).map((each) => nearestTo(each, texts))) }
}

export function reportPool(dealt: readonly Dealt[]): PoolReport {
  const texts = shuffled(dealt)
  const sample = texts.slice(0, SAMPLE_SIZE)
  if (texts.length < 2) return { sample, alike: [], apart: null }
  const { alike, bits } = findAlike(texts)
  return { sample, alike, apart: { ...distances(texts), bits } }
}
