// How does ordinal n become a digit vector that looks random and yet never repeats?
import { mixWords } from './hash'

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

/** One word from every digit of the half that stands still. */
function seedOf(digits: readonly number[], standing: number, seed: number): number {
  let word = seed
  for (let place = standing; place < digits.length; place += 2) word = mixWords(word, digits[place] ?? 0)
  return word
}

/**
 * A keyed permutation of the mixed-radix vectors: a Feistel network whose halves are the even and the odd places.
 * Each round adds to one half, place by place and modulo its radix, a hash of the other half: always reversible, so
 * two ordinals never share a vector, for any radices and without big integers. `salt` is a 32-bit key.
 */
export function permuteDigits(digits: readonly number[], radices: readonly number[], salt: number): number[] {
  const next = digits.slice()
  for (let round = 0; round < ROUNDS; round += 1) {
    const moving = round % 2
    let word = seedOf(next, 1 - moving, mixWords(salt, round))
    for (let place = moving; place < next.length; place += 2) {
      word = mixWords(word, place)
      const radix = radices[place] ?? 1
      next[place] = ((next[place] ?? 0) + (word % radix)) % radix
    }
  }
  return next
}
