// May the steps of a post's way be told beside a graph that shows only who agreed?
import fc from 'fast-check'
import type { MemberId, PostId, ReadingId } from '../../../shared/domain/ids'
import { Forest } from '../../../shared/domain/spread/forest'
import { type Level, spreadTree, tellableLevels } from '../../../shared/domain/spread/tree'
import { tokenAt } from './facts'

const AT = 1_790_000_000_000
const POST = 'post1' as PostId
const REP = 'rep1' as MemberId

const level = (opened: number): Level => ({ shares: 0, opened, deep: 0 })
const told = (seen: number, unseen: number): number | undefined =>
  tellableLevels({ levels: [level(seen + unseen)], unseen: [level(unseen)] })[0]?.opened

it.each([
  ['everybody of a step is seen', 4, 0, 4],
  ['one of a step is not: she is left out, so that nobody can take the others from the sum', 4, 1, 4],
  ['two are not', 4, 2, 4],
  ['three are not: as many as an anonymous branch may be', 4, 3, 7],
  ['nobody of a step is seen: few are told as few', 0, 2, 2],
  ['one seen, one not', 1, 1, 1],
])('%s', (_, seen, unseen, is) => expect(told(seen, unseen)).toBe(is))

it('never lets what is told less the seen be one or two', () =>
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), (seen, unseen) => {
      const left = (told(seen, unseen) ?? 0) - seen
      expect(seen > 0 && (left === 1 || left === 2)).toBe(false)
    }),
  ))

it('keeps apart, step by step, what is by people who agreed to be known and not to be seen in chains', () => {
  const forest = new Forest()
  const share = (n: number, parent: number | null, person: string | null) =>
    forest.putShare({
      ...{ token: tokenAt(n), parent: parent === null ? null : tokenAt(parent), postId: POST, repId: REP },
      ...{ person, at: AT + n },
    })
  const read = (n: number, on: number, person: string | null) =>
    forest.putReading({
      ...{ id: `reading${n}` as ReadingId, token: tokenAt(on), by: 'reader' as const, person },
      ...{ deep: true, scene: 'chat' as const, at: AT + n },
    })
  forest.agree('ann', true)
  share(0, null, null)
  share(1, 0, 'ann')
  share(2, 0, null)
  read(3, 0, 'ann')
  read(4, 0, 'bea')
  read(5, 1, null)
  const { levels, unseen } = spreadTree(forest, { postId: POST, repId: REP })
  expect(levels).toEqual([
    { shares: 1, opened: 2, deep: 2 },
    { shares: 2, opened: 1, deep: 1 },
  ])
  expect(unseen).toEqual([
    { shares: 0, opened: 1, deep: 1 },
    { shares: 1, opened: 1, deep: 1 },
  ])
})
