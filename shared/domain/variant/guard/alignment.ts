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

/** A clause with its mark, so that equal clauses are matched first and only what lies between is compared by character. */
const CLAUSE = /[^，。！？～；\n]*[，。！？～；\n]|[^，。！？～；\n]+$/g

/**
 * Aligns characters. Clauses that stand in both texts are matched as wholes first: an edit of a long text then costs
 * little while it is typed.
 */
export function alignTexts(source: string, candidate: string): Alignment {
  const from = source.match(CLAUSE) ?? []
  const to = candidate.match(CLAUSE) ?? []
  const clauses = alignKeys(from, to)
  const whole: Alignment = {
    toCandidate: new Int32Array(source.length).fill(-1),
    toSource: new Int32Array(candidate.length).fill(-1),
  }
  const starts = (parts: readonly string[]) => {
    let at = 0
    return parts.map((part) => {
      at += part.length
      return at - part.length
    })
  }
  const [fromStarts, toStarts] = [starts(from), starts(to)]
  let [doneFrom, doneTo] = [0, 0]
  from.forEach((clause, i) => {
    const at = fromStarts[i] ?? 0
    const matched = clauses.toCandidate[i] ?? -1
    if (matched < 0) return
    const other = toStarts[matched] ?? 0
    alignBetween(whole, { source, candidate, from: doneFrom, until: at, to: doneTo, toUntil: other })
    for (let k = 0; k < clause.length; k += 1) {
      whole.toCandidate[at + k] = other + k
      whole.toSource[other + k] = at + k
    }
    doneFrom = at + clause.length
    doneTo = other + clause.length
  })
  const rest = { source, candidate, from: doneFrom, until: source.length, to: doneTo, toUntil: candidate.length }
  alignBetween(whole, rest)
  return whole
}

type Between = { source: string; candidate: string; from: number; until: number; to: number; toUntil: number }

function alignBetween(whole: Alignment, { source, candidate, from, until, to, toUntil }: Between): void {
  const inner = alignKeys(source.slice(from, until).split(''), candidate.slice(to, toUntil).split(''))
  inner.toCandidate.forEach((found, i) => {
    if (found < 0) return
    whole.toCandidate[from + i] = to + found
    whole.toSource[to + found] = from + i
  })
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
