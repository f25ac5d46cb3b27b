// How did one post travel below many reps at once? Their trees laid over each other, step by step.
import type { Level, SpreadTree } from './tree'

type Shape = Pick<SpreadTree, 'opened' | 'levels' | 'halfLifeMs'>
/** halfLifeMs: the half-life that half of the openings are in trees not slower than. */
export type TreeSum = { levels: Level[]; width: number; halfLifeMs: number | null }

const middle = (trees: readonly Shape[]): number | null => {
  const timed = trees.flatMap(({ halfLifeMs, opened }) => (halfLifeMs === null ? [] : [{ halfLifeMs, opened }]))
  const half = timed.reduce((sum, { opened }) => sum + opened, 0) / 2
  let so = 0
  for (const { halfLifeMs, opened } of timed.sort((a, b) => a.halfLifeMs - b.halfLifeMs)) {
    so += opened
    if (so >= half) return halfLifeMs
  }
  return null
}

export const sumTrees = (trees: readonly Shape[]): TreeSum => {
  const levels: Level[] = []
  for (const tree of trees)
    tree.levels.forEach(({ shares, opened, deep }, step) => {
      const level = levels[step] ?? { shares: 0, opened: 0, deep: 0 }
      levels[step] = { shares: level.shares + shares, opened: level.opened + opened, deep: level.deep + deep }
    })
  return { levels, width: levels.reduce((n, { shares }) => Math.max(n, shares), 0), halfLifeMs: middle(trees) }
}
