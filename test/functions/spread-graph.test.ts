// Is what stands in a rep's graph only what may be known? Facts in, graph out, without a cloud.
import { peopleGraph } from '../../cloudfunctions/_kit/spread-graph'
import { leadersOf } from '../../cloudfunctions/_kit/spread-leaders'
import { NODES_A_PART, sliceGraph } from '../../cloudfunctions/_kit/spread-parts'
import type { MemberId, PostId, ReadingId, ShareToken } from '../../shared/domain/ids'
import { Forest } from '../../shared/domain/spread/forest'
import type { SpreadScene } from '../../shared/domain/spread/graph'

const repId = 'rep' as MemberId
let readings = 0

const grow = (agreed: readonly string[], refused: readonly string[] = []) => {
  const forest = new Forest()
  for (const key of agreed) forest.agree(key, true)
  const share = (token: string, parent: string | null, person: string | null, at = 1) =>
    forest.putShare({
      ...{ token: token as ShareToken, parent: parent as ShareToken | null, postId: 'p' as PostId, repId, person, at },
    })
  const read = (token: string, person: string | null, at = 5, scene: SpreadScene = 'chat') =>
    forest.putReading({
      ...{ id: `Reading${readings++}` as ReadingId, token: token as ShareToken, by: 'reader', person, deep: true },
      ...{ scene, at },
    })
  share('root', null, null)
  for (const key of refused) forest.agree(key, false)
  return { forest, share, read }
}
const graphOf = (forest: Forest) => peopleGraph(forest, repId, () => 0)
const steps = (forest: Forest) => {
  const { nodes, edges } = graphOf(forest)
  return edges.map(({ from, to }) => `${nodes[from]?.key} → ${nodes[to]?.key}`).sort()
}

test('from hand to hand between those who agreed, and to the rep where nobody who agreed stood between', () => {
  const { forest, share, read } = grow(['ann', 'cia', 'dan'])
  share('anns', 'root', 'ann')
  share('beas', 'anns', null)
  read('root', 'ann')
  read('anns', 'dan')
  read('beas', 'cia')
  expect(steps(forest)).toEqual(['ann → dan', 'rep → ann', 'rep → cia'])
  // how many steps there really were is not said either
  expect(graphOf(forest).nodes.map(({ key, depth }) => [key, depth])).toEqual(
    expect.arrayContaining([
      ['cia', 1],
      ['dan', 2],
    ]),
  )
})

test.each([
  ['one', 1, { few: true, people: 0, deep: 0, passes: 0 }],
  ['two', 2, { few: true, people: 0, deep: 0, passes: 0 }],
  ['three', 3, { few: false, people: 3, deep: 3 }],
])('%s who agreed to nothing', (_, n, shown) => {
  const { forest, share, read } = grow(['ann'])
  share('anns', 'root', 'ann')
  for (let i = 0; i < n; i++) read('anns', null, 77_000 + i)
  const branch = graphOf(forest).nodes.find(({ kind }) => kind === 'branch')
  expect(branch).toMatchObject({ key: 'ann~', firstAt: null, lastAt: null, scenes: {}, ...shown })
  const { nodes, edges } = graphOf(forest)
  expect(JSON.stringify([nodes, edges])).not.toContain('7700')
  // nor in what ann and the rep reached: less those who are shown it would tell what `few` keeps
  for (const { kind, people, deep } of nodes.slice(0, 2))
    expect({ kind, people, deep }).toEqual({ kind, people: shown.people, deep: shown.deep })
})

test('who is known to read and agreed to nothing more is one of a count, however often she read, and her key is nowhere', () => {
  const { forest, share, read } = grow(['ann'], ['bea', 'eve', 'fay'])
  share('anns', 'root', 'ann')
  share('beas', 'anns', 'bea')
  for (const key of ['bea', 'bea', 'eve', 'fay']) read('anns', key)
  const graph = graphOf(forest)
  expect(graph.nodes.find(({ kind }) => kind === 'branch')).toMatchObject({ people: 3, deep: 4, passes: 1 })
  expect(JSON.stringify(graph)).not.toMatch(/bea|eve|fay/)
})

test('her own reading of what she passed on is nobody’s she reached', () => {
  const { forest, share, read } = grow(['ann'])
  share('anns', 'root', 'ann')
  read('anns', 'ann')
  expect(graphOf(forest).nodes.find(({ key }) => key === 'ann')).toMatchObject({ people: 0 })
  expect(steps(forest)).toEqual([])
})

test('forgotten, she is gone from the graph', () => {
  const { forest, share, read } = grow(['ann', 'dan'])
  share('anns', 'root', 'ann')
  read('anns', 'dan')
  forest.forget('ann')
  expect(JSON.stringify(graphOf(forest))).not.toContain('ann')
  expect(steps(forest)).toEqual(['rep → dan'])
})

test('in portions every node and every step stands once, and a step leads to no later portion', () => {
  const people = Array.from({ length: 2 * NODES_A_PART + 7 }, (_, i) => `person${i}`)
  const { forest, share, read } = grow(people)
  for (const [i, key] of people.entries()) {
    share(`Share${i}`, i === 0 ? 'root' : `Share${Math.floor(i / 2)}`, key)
    read(i === 0 ? 'root' : `Share${Math.floor(i / 2)}`, key)
  }
  const graph = graphOf(forest)
  const parts = sliceGraph(graph, [])
  const nodes = parts.flatMap((part) => part.nodes)
  expect(nodes.map(({ key }) => key).sort()).toEqual(graph.nodes.map(({ key }) => key).sort())
  const named = parts.flatMap(({ edges, from, nodes: own }) =>
    edges.map((edge) => {
      expect(Math.max(edge.from, edge.to)).toBeLessThan(from + own.length)
      return `${nodes[edge.from]?.key} → ${nodes[edge.to]?.key}`
    }),
  )
  expect(named.sort()).toEqual(steps(forest))
})

test('where those came from who came by her; of who agreed to nothing only where they are not few', () => {
  const { forest, share, read } = grow(['ann', 'cia', 'dan', 'eva'])
  share('anns', 'root', 'ann')
  for (const key of ['cia', 'dan', 'eva']) read('anns', key, 5, 'group')
  for (const scene of ['moments', 'moments', 'chat', 'chat', 'chat'] as const) read('anns', null, 5, scene)
  const { nodes } = graphOf(forest)
  expect(nodes.find(({ key }) => key === 'ann')?.scenes).toEqual({ group: 3, chat: 3 })
  expect(nodes.find(({ key }) => key === 'ann~')?.scenes).toEqual({})
})

describe('on what is somebody listened to', () => {
  const about = new Map([['p' as PostId, ['换季护肤', '早八点']]])
  const people = ['ann', 'cia', 'dan', 'eva', 'bob']

  test('by whom most who agreed came to read it deeply, each once, herself never', () => {
    const { forest, share, read } = grow(people)
    share('anns', 'root', 'ann')
    share('cias', 'anns', 'cia')
    for (const key of ['cia', 'cia', 'dan', 'ann']) read('anns', key)
    for (const key of ['eva', 'bob']) read('cias', key)
    expect(leadersOf(forest, about)).toEqual([
      { subject: '换季护肤', key: 'ann', people: 4 },
      { subject: '早八点', key: 'ann', people: 4 },
    ])
    forest.forget('ann')
    expect(leadersOf(forest, about)).toEqual([])
  })

  test('not by two, nor by any number who agreed to nothing, nor where a post is about nothing', () => {
    const { forest, share, read } = grow(people, ['fay', 'gil', 'hal'])
    share('anns', 'root', 'ann')
    for (const key of ['cia', 'dan', 'fay', 'gil', 'hal', null, null]) read('anns', key)
    expect(leadersOf(forest, about)).toEqual([])
    read('anns', 'eva')
    expect(leadersOf(forest, about)).toHaveLength(2)
    expect(leadersOf(forest, new Map())).toEqual([])
  })
})
