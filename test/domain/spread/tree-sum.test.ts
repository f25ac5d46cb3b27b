// Are the trees of many reps, laid over each other, what each of them adds up to?
import type { Level, SpreadTree } from '@shared/domain/spread/tree'
import { sumTrees } from '@shared/domain/spread/tree-sum'
import fc from 'fast-check'

type Shape = Pick<SpreadTree, 'opened' | 'levels' | 'halfLifeMs'>
const someLevel: fc.Arbitrary<Level> = fc.record({ shares: fc.nat(9), opened: fc.nat(9), deep: fc.nat(9) })
const someTree: fc.Arbitrary<Shape> = fc
  .record({ levels: fc.array(someLevel, { maxLength: 5 }), halfLifeMs: fc.option(fc.nat(1000)) })
  .map((tree) => ({ ...tree, opened: tree.levels.reduce((sum, { opened }) => sum + opened, 0) }))

const total = (levels: readonly Level[], what: keyof Level): number =>
  levels.reduce((sum, level) => sum + level[what], 0)

test('nothing is lost or counted twice, and in any order it is the same', () => {
  fc.assert(
    fc.property(fc.array(someTree, { maxLength: 6 }), (trees) => {
      const { levels, width } = sumTrees(trees)
      for (const what of ['shares', 'opened', 'deep'] as const)
        expect(total(levels, what)).toBe(trees.reduce((sum, tree) => sum + total(tree.levels, what), 0))
      expect(levels).toHaveLength(Math.max(0, ...trees.map((tree) => tree.levels.length)))
      expect(width).toBe(Math.max(0, ...levels.map(({ shares }) => shares)))
      expect(sumTrees([...trees].reverse())).toEqual(sumTrees(trees))
    }),
  )
})

const tree = (opened: number, halfLifeMs: number | null): Shape => ({ opened, halfLifeMs, levels: [] })
test.each<[string, Shape[], number | null]>([
  ['nobody opened it', [tree(0, null)], null],
  ['one tree says it alone', [tree(4, 70)], 70],
  ['the larger tree has the say', [tree(9, 80), tree(3, 10)], 80],
  ['half of the openings are enough', [tree(5, 10), tree(5, 90)], 10],
])('half-life: %s', (_, trees, said) => {
  expect(sumTrees(trees).halfLifeMs).toBe(said)
})
