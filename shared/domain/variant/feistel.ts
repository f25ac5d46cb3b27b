// How does ordinal n become a digit vector that looks random and yet never repeats?
import { hash32 } from './hash'

const ROUNDS = 4

/** Ordinal → mixed radix, least significant first. Digits beyond the ordinal are 0; the permutation spreads them. */
export function toDigits(ordinal: number, radices: readonly number[]): number[] {
  let rest = ordinal
  return radices.map((radix) => {
    const digit = rest % radix
    rest = Math.floor(rest / radix)
    return digit
  })
}

/**
 * A keyed permutation of the mixed-radix vectors: a Feistel network whose halves are the even and the odd places.
 * Each round adds to one half, place by place and modulo its radix, a hash of the other half: always reversible, so
 * two ordinals never share a vector, for any radices and without big integers.
 */
export function permuteDigits(digits: readonly number[], radices: readonly number[], salt: string): number[] {
  const next = digits.slice()
  for (let round = 0; round < ROUNDS; round += 1) {
    const moving = round % 2
    const other = next.filter((_, place) => place % 2 !== moving).join(',')
    const seed = hash32(`${salt}/${round}/${other}`)
    radices.forEach((radix, place) => {
      if (place % 2 !== moving) return
      next[place] = ((next[place] ?? 0) + (hash32(`${place}`, seed) % radix)) % radix
    })
  }
  return next
}
