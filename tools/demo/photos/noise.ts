// Repeatable randomness: the same seed paints the same picture.

/** mulberry32: numbers in 0…1. */
export const random = (seed: number) => {
  let a = (seed * 0x9e3779b1) >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const lattice = (x: number, y: number, seed: number): number => {
  let n = Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(seed, 2147483647)
  n = Math.imul(n ^ (n >>> 13), 1274126177)
  return ((n ^ (n >>> 16)) >>> 0) / 4294967296
}

/** Value noise, 0…1. */
export const noise = (x: number, y: number, seed = 1): number => {
  const xi = Math.floor(x)
  const yi = Math.floor(y)
  const fx = x - xi
  const fy = y - yi
  const u = fx * fx * (3 - 2 * fx)
  const v = fy * fy * (3 - 2 * fy)
  const a = lattice(xi, yi, seed)
  const b = lattice(xi + 1, yi, seed)
  const c = lattice(xi, yi + 1, seed)
  const d = lattice(xi + 1, yi + 1, seed)
  return a + (b - a) * u + (c - a) * v + (a - b - c + d) * u * v
}

/** Noise summed over octaves, 0…1. */
export const fbm = (x: number, y: number, seed = 1, octaves = 4): number => {
  let sum = 0
  let amp = 0.5
  let total = 0
  let f = 1
  for (let i = 0; i < octaves; i++) {
    sum += noise(x * f, y * f, seed + i * 17) * amp
    total += amp
    amp *= 0.5
    f *= 2.03
  }
  return sum / total
}
