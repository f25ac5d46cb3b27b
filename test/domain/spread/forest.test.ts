// Is the forest the same however it was told: late, twice, in any order, or out of its stored parts?
import fc from 'fast-check'
import Graph from 'graphology'
import { allSimplePaths } from 'graphology-simple-path'
import { Forest } from '../../../shared/domain/spread/forest'
import { IdTable } from '../../../shared/domain/spread/id-table'
import { type ForestPart, partKey, StoredForest } from '../../../shared/domain/spread/parts'
import { spreadTree } from '../../../shared/domain/spread/tree'
import { personAt, spreadOfChance, type Told, tell } from './facts'

const SIZES = { shares: 25, readings: 40, people: 6 }
const SEED = { seed: 8, numRuns: 100 }

const treesOf = (forest: Forest) =>
  forest.trees
    .filter(() => true)
    .map((name) => spreadTree(forest, name))
    .filter(({ shares }) => shares > 0)
    .sort((a, b) => (a.postId < b.postId ? -1 : 1))

const shuffled = (all: readonly Told[]): fc.Arbitrary<Told[]> =>
  fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })

const spreadAndOrder = spreadOfChance(SIZES).chain((all) => fc.tuple(fc.constant(all), shuffled(all)))

describe('the forest of shares', () => {
  it('is the same told in any order, with repeats', () =>
    fc.assert(
      fc.property(spreadAndOrder, ([all, mixed]) => {
        const once = treesOf(tell(new Forest(), all))
        expect(treesOf(tell(new Forest(), mixed))).toEqual(once)
        expect(treesOf(tell(tell(new Forest(), mixed), all))).toEqual(once)
      }),
      SEED,
    ))

  it('has the depths and counts that a graph library finds', () =>
    fc.assert(
      fc.property(spreadOfChance(SIZES), (all) => {
        const graph = new Graph()
        const shares = all.flatMap((one) => ('share' in one ? [one.share] : []))
        graph.addNode('all')
        for (const { token, parent } of shares) {
          graph.addNode(token)
          graph.addEdge(parent ?? 'all', token)
        }
        const depth = (token: string): number => (allSimplePaths(graph, 'all', token)[0]?.length ?? 0) - 2
        for (const tree of treesOf(tell(new Forest(), all))) {
          const mine = shares.filter(({ postId }) => postId === tree.postId)
          const depths = mine.map(({ token }) => depth(token))
          expect(tree.depth).toBe(Math.max(...depths))
          expect(tree.levels.map((level) => level.shares)).toEqual(
            tree.levels.map((_, n) => depths.filter((d) => d === n).length),
          )
          const read = all.flatMap((one) =>
            'reading' in one && one.reading.by === 'reader' && mine.some(({ token }) => token === one.reading.token)
              ? [one.reading]
              : [],
          )
          expect([tree.opened, tree.deep]).toEqual([read.length, read.filter(({ deep }) => deep).length])
          const times = read.map(({ at }) => at).sort((a, b) => a - b)
          const half = times[Math.ceil(times.length / 2) - 1]
          const firstAt = Math.min(...mine.map(({ at }) => at))
          expect(tree.halfLifeMs).toBe(half === undefined ? null : Math.max(0, half - firstAt))
        }
      }),
      SEED,
    ))

  it('goes on from its stored parts, of which only the changed are stored again', () =>
    fc.assert(
      fc.property(spreadAndOrder, fc.nat(60), ([all, mixed], cut) => {
        const stored = new Map<string, ForestPart>()
        const keep = (from: StoredForest): void => {
          for (const part of from.takeChanged()) stored.set(partKey(part), JSON.parse(JSON.stringify(part)))
        }
        const first = new StoredForest()
        tell(first.forest, mixed.slice(0, cut))
        keep(first)
        const second = StoredForest.restore(stored.values())
        expect([...second.takeChanged()]).toEqual([])
        tell(second.forest, mixed.slice(cut))
        keep(second)
        expect(treesOf(StoredForest.restore(stored.values()).forest)).toEqual(treesOf(tell(new Forest(), all)))
      }),
      SEED,
    ))

  it('keeps nothing of who is forgotten, and every count', () =>
    fc.assert(
      fc.property(spreadOfChance(SIZES), (all) => {
        const stored = new StoredForest()
        const counted = () => treesOf(stored.forest).map(({ unseen: _, ...counts }) => counts)
        tell(stored.forest, all)
        const before = counted()
        stored.forest.forget(personAt(0))
        expect(counted()).toEqual(before)
        expect(JSON.stringify([...stored.takeChanged()])).not.toContain(`"${personAt(0)}"`)
      }),
      SEED,
    ))
})

describe('the table of ids', () => {
  it('numbers any ids as a map would', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-Za-z]{1,21}$/))), (ids) => {
        const [table, map] = [new IdTable(), new Map<string, number>()]
        for (const id of ids) {
          if (!map.has(id)) map.set(id, map.size)
          expect(table.add(id)).toBe(map.get(id))
        }
        for (const [id, row] of map) expect([table.find(id), table.idAt(row)]).toEqual([row, id])
        expect(table.find('never told')).toBe(-1)
        expect(table.count).toBe(map.size)
      }),
    ))

  it('holds ten thousand of one shape', () => {
    const table = new IdTable()
    for (let n = 0; n < 10_000; n++) table.add(`t${n}`.padEnd(12, 'x'))
    const lost = Array.from({ length: 10_000 }, (_, n) => n).filter((n) => table.find(`t${n}`.padEnd(12, 'x')) !== n)
    expect(lost).toEqual([])
  })
})
