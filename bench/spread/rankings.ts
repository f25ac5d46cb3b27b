// Whom would simpler rules call key people? Most shares, most descendants, most deep readings below.
import type { Forest } from '../../shared/domain/spread/forest'
import { isDeep, NONE } from '../../shared/domain/spread/rows'

/** Best first. */
export type Ranking = readonly string[]

const ranked = (forest: Forest, score: Float64Array, count: number): Ranking =>
  [...score.keys()]
    .filter((place) => (score[place] ?? 0) > 0)
    .sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || a - b)
    .slice(0, count)
    .map((place) => forest.people.keys[place] ?? '')

const add = (score: Float64Array, place: number, more: number): void => {
  score[place] = (score[place] ?? 0) + more
}

export const byShares = (forest: Forest, count: number): Ranking => {
  const score = new Float64Array(forest.people.keys.length)
  for (let row = 0; row < forest.shares.ids.count; row++) {
    const person = forest.shares.person.get(row)
    if (person !== NONE) add(score, person, 1)
  }
  return ranked(forest, score, count)
}

/** of: what a share that hangs below counts. own: do her own shares count, too? */
const byBelow = (forest: Forest, count: number, of: (share: number) => number, own: boolean): Ranking => {
  const { shares, people } = forest
  const score = new Float64Array(people.keys.length)
  for (let row = 0; row < shares.ids.count; row++) {
    const more = of(row)
    for (let up = own ? row : shares.parent.get(row); up !== NONE; up = shares.parent.get(up)) {
      const person = shares.person.get(up)
      if (person !== NONE) add(score, person, more)
    }
  }
  return ranked(forest, score, count)
}

export const byDescendants = (forest: Forest, count: number): Ranking => byBelow(forest, count, () => 1, false)

export const byDeepReadings = (forest: Forest, count: number): Ranking => {
  const { shares, readings } = forest
  const deepOf = (share: number): number => {
    let deep = 0
    for (let r = shares.firstReading.get(share); r !== NONE; r = readings.next.get(r))
      if (isDeep(readings.flags.get(r))) deep++
    return deep
  }
  return byBelow(forest, count, deepOf, true)
}

export const precision = (ranking: Ranking, wanted: readonly string[]): number =>
  ranking.filter((key) => wanted.includes(key)).length / Math.max(1, ranking.length)
