// Chance that comes out the same on every machine: one seed, one stream.

/** Draws for one trace; each call moves the stream on. */
export type Random = {
  /** From 0 to below 1. */
  unit(): number
  chance(p: number): boolean
  between(low: number, high: number): number
  int(low: number, high: number): number
  normal(): number
  /** Half of the draws lie below `median`. */
  logNormal(median: number, sigma: number): number
}

/** mulberry32: 32 bits of state are plenty for some hundred draws of a trace. */
export const randomFrom = (seed: number): Random => {
  let state = Math.imul(seed, 0x9e3779b1) | 0
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit())
  const between = (low: number, high: number): number => low + (high - low) * unit()
  return {
    unit,
    normal,
    between,
    chance: (p) => unit() < p,
    int: (low, high) => Math.floor(between(low, high + 1)),
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
  }
}
