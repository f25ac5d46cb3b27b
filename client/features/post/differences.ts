// Where do two texts differ, character by character? For an eye that compares them side by side.

/** What both say, or what each says instead. */
export type Stretch = { same: boolean; a: string; b: string }

/** A single character in common between two differences only makes the marks flicker. */
const SHORTEST_SAME = 2

/** lengths[i * width + j]: how many characters a from i and b from j on have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
  return lengths
}

const add = (to: Stretch[], same: boolean, part: { a: string; b: string }): void => {
  const last = to[to.length - 1]
  if (last?.same === same) {
    last.a += part.a
    last.b += part.b
  } else to.push({ same, ...part })
}

function align(a: readonly string[], b: readonly string[]): Stretch[] {
  const width = b.length + 1
  const lengths = commonLengths(a, b)
  const stretches: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i] ?? '', b[j] ?? '']
    if (i < a.length && left === right) {
      add(stretches, true, { a: left, b: right })
      i += 1
      j += 1
    } else if (
      j >= b.length ||
      (i < a.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      add(stretches, false, { a: left, b: '' })
      i += 1
    } else {
      add(stretches, false, { a: '', b: right })
      j += 1
    }
  }
  return stretches
}

/** The stretches of both texts in order: their `a` parts are the one text, their `b` parts the other. */
export function markDifferences(a: string, b: string): Stretch[] {
  const marked: Stretch[] = []
  const aligned = align(Array.from(a), Array.from(b))
  aligned.forEach((stretch, at) => {
    const isInner = at > 0 && at < aligned.length - 1
    const isTooShort = stretch.same && isInner && Array.from(stretch.a).length < SHORTEST_SAME
    add(marked, stretch.same && !isTooShort, stretch)
  })
  return marked
}
