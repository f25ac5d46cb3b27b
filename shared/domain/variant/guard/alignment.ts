// Which characters of the source does the candidate keep, in order, and what stands where others stood?

/** `toCandidate[i]` is where the source's unit i stands in the candidate, or -1. */
export type Alignment = { toCandidate: Int32Array; toSource: Int32Array }
export type Replaced = { from: string; to: string; sourceAt: number; at: number }

export const alignKeys = (source: readonly string[], candidate: readonly string[]): Alignment =>
  alignBy(source, candidate, (a, b) => a === b)

/** Longest common subsequence; ties keep what stands earlier. */
export function alignBy<T>(source: readonly T[], candidate: readonly T[], isSame: (a: T, b: T) => boolean): Alignment {
  const width = candidate.length + 1
  const lengths = new Uint16Array((source.length + 1) * width)
  const same = (i: number, j: number) => isSame(source[i] as T, candidate[j] as T)
  for (let i = source.length - 1; i >= 0; i -= 1) {
    for (let j = candidate.length - 1; j >= 0; j -= 1) {
      const below = lengths[(i + 1) * width + j] ?? 0
      const right = lengths[i * width + j + 1] ?? 0
      const both = same(i, j) ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : 0
      lengths[i * width + j] = Math.max(below, right, both)
    }
  }
  const toCandidate = new Int32Array(source.length).fill(-1)
  const toSource = new Int32Array(candidate.length).fill(-1)
  let i = 0
  let j = 0
  while (i < source.length && j < candidate.length) {
    const here = lengths[i * width + j] ?? 0
    if (same(i, j) && here === (lengths[(i + 1) * width + j + 1] ?? 0) + 1) {
      toCandidate[i] = j
      toSource[j] = i
      i += 1
      j += 1
    } else if (here === (lengths[(i + 1) * width + j] ?? 0)) i += 1
    else j += 1
  }
  return { toCandidate, toSource }
}

/** A long text is aligned only between its common beginning and end, so that typing costs little. */
export function alignTexts(source: string, candidate: string): Alignment {
  let start = 0
  const shorter = Math.min(source.length, candidate.length)
  while (start < shorter && source.charAt(start) === candidate.charAt(start)) start += 1
  let same = 0
  const rest = shorter - start
  const equalAt = (back: number) =>
    source.charAt(source.length - 1 - back) === candidate.charAt(candidate.length - 1 - back)
  while (same < rest && equalAt(same)) same += 1
  const inner = alignKeys(
    source.slice(start, source.length - same).split(''),
    candidate.slice(start, candidate.length - same).split(''),
  )
  const shift = (length: number, otherLength: number, map: Int32Array) =>
    Int32Array.from({ length }, (_, i) => {
      if (i < start) return i
      if (i >= length - same) return i - length + otherLength
      const found = map[i - start] ?? -1
      return found < 0 ? -1 : found + start
    })
  return {
    toCandidate: shift(source.length, candidate.length, inner.toCandidate),
    toSource: shift(candidate.length, source.length, inner.toSource),
  }
}

/** Every place where the texts part, with what stands there in each. */
export function replacedParts(source: string, candidate: string, alignment: Alignment): Replaced[] {
  const parts: Replaced[] = []
  let i = 0
  let j = 0
  while (i < source.length || j < candidate.length) {
    const sourceAt = i
    const at = j
    while (i < source.length && alignment.toCandidate[i] === -1) i += 1
    while (j < candidate.length && alignment.toSource[j] === -1) j += 1
    if (i > sourceAt || j > at) {
      parts.push({ from: source.slice(sourceAt, i), to: candidate.slice(at, j), sourceAt, at })
    } else {
      i += 1
      j += 1
    }
  }
  return parts
}
