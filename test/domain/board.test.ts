// Does a board count what it says, and set nobody above another on chance alone?
import fc from 'fast-check'
import { boardOf, scoreOf } from '../../shared/domain/board'

describe('boards', () => {
  test('shares count nothing, deals more than talks, and each number is told', () => {
    expect(scoreOf({ named: 10, talked: 5, deals: 0 })).toMatchObject({
      value: 20,
      parts: [{ count: 10 }, { count: 5 }, { count: 0 }],
    })
    expect(Object.keys(scoreOf({ named: 10 }).parts)).toHaveLength(3)
  })

  test('those whose intervals overlap share a band, ties always do, and places go on', () => {
    const { lines, few } = boardOf([
      { id: 'a', named: 200 },
      { id: 'b', named: 195 },
      { id: 'c', named: 20 },
      { id: 'd', named: 20 },
      { id: 'e', named: 3 },
    ])
    expect(lines.map(({ id, band, first, last }) => [id, band, first, last])).toEqual([
      ['a', 1, 1, 2],
      ['b', 1, 1, 2],
      ['c', 2, 3, 4],
      ['d', 2, 3, 4],
    ])
    expect(few).toBe(1)
  })

  test('nobody below stands in a better band, whatever the counts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ named: fc.nat(300), talked: fc.nat(60), deals: fc.nat(20) }), { maxLength: 30 }),
        (all) => {
          const { lines, few } = boardOf(all.map((one, i) => ({ id: `r${i}`, ...one })))
          expect(lines.length + few).toBe(all.length)
          for (let i = 1; i < lines.length; i++) {
            const [above, here] = [lines[i - 1], lines[i]]
            expect(here?.band).toBeGreaterThanOrEqual(above?.band ?? 0)
            if (here?.score.value === above?.score.value) expect(here?.band).toBe(above?.band)
          }
        },
      ),
    )
  })
})
