// How different do two texts read? Edit distance and shared trigrams.

const WORD = 32

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

type Masks = Map<number, Uint32Array>

/** Where each character stands in the pattern, one bit per place. */
function placesOf(pattern: readonly number[], words: number): Masks {
  const places: Masks = new Map()
  pattern.forEach((unit, at) => {
    const mask = places.get(unit) ?? new Uint32Array(words)
    const word = at >>> 5
    mask[word] = ((mask[word] ?? 0) | (1 << (at & 31))) >>> 0
    places.set(unit, mask)
  })
  return places
}

/**
 * Levenshtein distance over code points: insertions, deletions and replacements cost 1. Bit-parallel, 32 rows of the
 * table at a time (Myers 1999 in Hyyrö's form of 2003).
 */
export function editDistance(a: string, b: string): number {
  const [pattern, text] = differingParts(a, b)
  const rows = pattern.length
  if (rows === 0 || text.length === 0) return rows + text.length
  const words = Math.ceil(rows / WORD)
  const places = placesOf(pattern, words)
  const none = new Uint32Array(words)
  const up = new Uint32Array(words).fill(0xffffffff)
  const down = new Uint32Array(words)
  const last = 1 << ((rows - 1) & 31)
  let distance = rows
  for (const unit of text) {
    const here = places.get(unit) ?? none
    let carryUp = 1
    let carryDown = 0
    for (let word = 0; word < words; word += 1) {
      const vp = up[word] ?? 0
      const vn = down[word] ?? 0
      const eq = (here[word] ?? 0) | carryDown
      const d0 = (((eq & vp) + vp) ^ vp) | eq | vn | 0
      let hp = vn | ~(d0 | vp)
      let hn = d0 & vp
      if (word === words - 1) {
        if (hp & last) distance += 1
        else if (hn & last) distance -= 1
      }
      const nextUp = hp >>> 31
      const nextDown = hn >>> 31
      hp = (hp << 1) | carryUp
      hn = (hn << 1) | carryDown
      up[word] = (hn | ~(d0 | hp)) >>> 0
      down[word] = (hp & d0) >>> 0
      carryUp = nextUp
      carryDown = nextDown
    }
  }
  return distance
}

/** 0 = the same, 1 = nothing in common. */
export function normalisedEditDistance(a: string, b: string): number {
  const longest = Math.max(Array.from(a).length, Array.from(b).length)
  return longest === 0 ? 0 : editDistance(a, b) / longest
}

const TRIGRAM = 3

export function trigramsOf(text: string): Set<string> {
  const grams = new Set<string>()
  for (let at = 0; at + TRIGRAM <= text.length; at += 1) grams.add(text.slice(at, at + TRIGRAM))
  return grams
}

/** Shared trigrams as a part of all: 1 = the same set. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  a.forEach((gram) => {
    if (b.has(gram)) shared += 1
  })
  const all = a.size + b.size - shared
  return all === 0 ? 1 : shared / all
}
