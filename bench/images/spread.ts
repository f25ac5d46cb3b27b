// Which of the many dealt recipes are painted? A fair sample: early reps had more room than late ones.
import type { Print } from '@shared/domain/picture-model'
import type { Recipe } from '@shared/domain/recipe'
import type { ImageDeal } from './model'

export type Pick = { n: number; recipe: Recipe; print: Print }

/** `count` of the dealt recipes, spread evenly. */
export const spread = ({ sets, index }: ImageDeal, count: number): Pick[] => {
  const taken = Math.min(count, sets.length)
  return Array.from({ length: taken }, (_, i) => {
    const n = Math.floor((i * sets.length) / taken)
    const [recipe, print] = [sets[n]?.recipes[index], sets[n]?.prints[index]]
    if (!recipe || !print) throw new Error(`no recipe for rep ${n}`)
    return { n, recipe, print }
  })
}
