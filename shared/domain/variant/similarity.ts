// How alike are two texts, and which id claims a text for one rep?
import { hashWords } from './hash'

const hex = (word: number) => `0000000${word.toString(16)}`.slice(-8)

/** 64 bits as 16 hex digits: the id under which a rep claims this very text. */
export function hashText(text: string): string {
  const [high, low] = hashWords(text)
  return hex(high) + hex(low)
}

/** Code points without the beginning and the end that both texts share: these never cost anything. */
function differingParts(a: string, b: string): [number[], number[]] {
  const from = Array.from(a, (unit) => unit.codePointAt(0) ?? 0)
  const to = Array.from(b, (unit) => unit.codePointAt(0) ?? 0)
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1
  let same = 0
  const shorter = Math.min(from.length, to.length) - start
  while (same < shorter && from[from.length - 1 - same] === to[to.length - 1 - same]) same += 1
  return [from.slice(start, from.length - same), to.slice(start, to.length - same)]
}

/** Levenshtein distance over code points: insertions, deletions and replacements cost 1. */
export function editDistance(a: string, b: string): number {
  const [from, to] = differingParts(a, b)
  const row = new Uint32Array(to.length + 1).map((_, i) => i)
  for (let i = 1; i <= from.length; i += 1) {
    const unit = from[i - 1]
    let diagonal = i - 1
    let left = i
    row[0] = i
    for (let j = 1; j <= to.length; j += 1) {
      const up = row[j] ?? 0
      const replaced = unit === to[j - 1] ? diagonal : diagonal + 1
      const moved = up < left ? up + 1 : left + 1
      left = replaced < moved ? replaced : moved
      row[j] = left
      diagonal = up
    }
  }
  return row[to.length] ?? 0
}

/** 0 = the same, 1 = nothing in common. */
export function normalisedEditDistance(a: string, b: string): number {
  const longest = Math.max(Array.from(a).length, Array.from(b).length)
  return longest === 0 ? 0 : editDistance(a, b) / longest
}
