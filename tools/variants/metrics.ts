// How different are the texts of one post? Counts over all of them, distances over pairs drawn with a fixed seed.
import { factsKept } from '@shared/domain/variant/facts'
import { bitsIn, simHash } from '@shared/domain/variant/simhash'
import { jaccard, normalisedEditDistance, trigramsOf } from '@shared/domain/variant/similarity'

export type TextMetrics = {
  texts: number
  duplicates: number
  factsBroken: number
  simHashMin: number
  nedMedian: number
  nedP1: number
  nedNearest: number
  j3Median: number
  lengthMedian: number
  lengthP95: number
}

export const PAIRS = 4_000
/** Texts whose nearest other text is sought among all. */
export const NEAREST_OF = 12

/** mulberry32, by Tommy Ettinger (public domain): the same numbers for the same seed. */
export const randomFrom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}

export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN

/** Fewest differing bits over all pairs. */
const simHashMin = (texts: readonly string[]): number => {
  const hashes = texts.map((text) => simHash(text))
  const highs = Uint32Array.from(hashes, ([high]) => high)
  const lows = Uint32Array.from(hashes, ([, low]) => low)
  let least = 64
  for (let i = 0; i < hashes.length; i += 1)
    for (let j = 0; j < i; j += 1) {
      const bits = bitsIn((highs[i] ?? 0) ^ (highs[j] ?? 0)) + bitsIn((lows[i] ?? 0) ^ (lows[j] ?? 0))
      if (bits < least) least = bits
    }
  return least
}

const pairsOf = (texts: readonly string[], random: () => number): [string, string][] =>
  Array.from({ length: PAIRS }, () => {
    const i = Math.floor(random() * texts.length)
    const step = 1 + Math.floor(random() * (texts.length - 1))
    return [texts[i] ?? '', texts[(i + step) % texts.length] ?? '']
  })

const nearestOf = (texts: readonly string[], random: () => number): number[] =>
  Array.from({ length: Math.min(NEAREST_OF, texts.length) }, () => {
    const at = Math.floor(random() * texts.length)
    let least = 1
    texts.forEach((other, i) => {
      if (i !== at) least = Math.min(least, normalisedEditDistance(texts[at] ?? '', other))
    })
    return least
  })

const lengthOf = (text: string): number => Array.from(text).length

export const measureTexts = (
  texts: readonly string[],
  of: { source: string; facts: readonly string[]; seed: number },
): TextMetrics => {
  const random = randomFrom(of.seed)
  const pairs = pairsOf(texts, random)
  const neds = pairs.map(([a, b]) => normalisedEditDistance(a, b))
  const lengths = texts.map((text) => lengthOf(text) / lengthOf(of.source))
  return {
    texts: texts.length,
    duplicates: texts.length - new Set(texts).size,
    factsBroken: texts.filter((text) => !factsKept(text, of.facts, of.source).ok).length,
    simHashMin: simHashMin(texts),
    nedMedian: quantile(neds, 0.5),
    nedP1: quantile(neds, 0.01),
    nedNearest: quantile(nearestOf(texts, random), 0.5),
    j3Median: quantile(
      pairs.map(([a, b]) => jaccard(trigramsOf(a), trigramsOf(b))),
      0.5,
    ),
    lengthMedian: quantile(lengths, 0.5),
    lengthP95: quantile(lengths, 0.95),
  }
}
