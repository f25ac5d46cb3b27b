// Which number stands for this text? A pure 2 × 32-bit hash (no BigInt: phones of iOS 12 run it too).

const { imul } = Math

/** Two well-mixed unsigned 32-bit words. Multipliers and final mix follow MurmurHash3's finaliser. */
export function hashWords(text: string, seed = 0): [number, number] {
  let a = 0x811c9dc5 ^ seed
  let b = 0x41c6ce57 ^ seed
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    a = imul(a ^ unit, 0x9e3779b1)
    b = imul(b ^ unit, 0x5f356495)
  }
  a = imul(a ^ (a >>> 16), 0x85ebca6b) ^ imul(b ^ (b >>> 13), 0xc2b2ae35)
  b = imul(b ^ (b >>> 16), 0x85ebca6b) ^ imul(a ^ (a >>> 13), 0xc2b2ae35)
  return [(a ^ (a >>> 15)) >>> 0, (b ^ (b >>> 15)) >>> 0]
}

/** One word from two, well mixed, unsigned: the step of a chain. */
export function mixWords(word: number, next: number): number {
  let mixed = imul(word ^ (next + 0x9e3779b9), 0x85ebca6b)
  mixed = imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

export const hash32 = (text: string, seed = 0): number => hashWords(text, seed)[0]

/** An integer in [0, 2^53): the widest a JavaScript number holds exactly. */
export function hash53(text: string): number {
  const [high, low] = hashWords(text)
  return (high & 0x1fffff) * 0x100000000 + low
}
