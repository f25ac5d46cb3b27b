// Chance by name: what happens to one contact on one day is the same whatever was drawn for others, and by whatever list.
import { type Random, randomFrom } from '../reading/random'

/** The same numbers give the same stream. */
export const chanceOf = (...names: readonly number[]): Random => {
  let hash = 0x2545f491
  for (const name of names) {
    hash = Math.imul(hash ^ (name | 0), 0x9e3779b1)
    hash ^= hash >>> 15
    hash = Math.imul(hash, 0x85ebca6b)
    hash ^= hash >>> 13
  }
  return randomFrom(hash | 1)
}

/** What a draw is for: keeps streams of one contact and day apart. */
export const FOR = { person: 1, life: 2, talk: 3, rep: 4, habit: 5, pick: 6, post: 7 } as const

/** Which of several, by weight. */
export const pickBy = (random: Random, weights: readonly number[]): number => {
  let left = random.unit() * weights.reduce((sum, w) => sum + w, 0)
  for (const [i, w] of weights.entries()) {
    left -= w
    if (left < 0) return i
  }
  return weights.length - 1
}
