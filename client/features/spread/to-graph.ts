// What came over the wire becomes the graph that is painted. One or two stay "few": no number is made of them.
import type { Output } from '@shared/contracts'
import type { SpreadGraph } from '@shared/domain/spread/graph'

export type SpreadPart = Output<'rep', 'spread.see'>
export type ShownNode = SpreadPart['nodes'][number]
export type ShownPerson = NonNullable<ShownNode['person']>
export type KeyPerson = SpreadPart['keyPeople'][number]
export type ShownSpread = Pick<SpreadPart, 'asOf' | 'nodes' | 'edges' | 'keyPeople' | 'leaders'> & { more: boolean }

/** Drawn as nothing where it is few: a size would tell one from two. */
const drawn = (count: number | 'few'): number => (count === 'few' ? 0 : count)

export const toGraph = ({ nodes, edges }: Pick<ShownSpread, 'nodes' | 'edges'>): SpreadGraph => ({
  nodes: nodes.map(({ person: _, ...node }) => ({
    ...node,
    people: drawn(node.people),
    deep: drawn(node.deep),
    passes: drawn(node.passes),
    few: node.people === 'few',
  })),
  edges: edges.map((edge) => ({ ...edge, passes: drawn(edge.passes), deep: drawn(edge.deep) })),
})

export const joinParts = (parts: readonly SpreadPart[]): ShownSpread => {
  const [first] = parts
  return {
    asOf: first?.asOf ?? null,
    nodes: parts.flatMap(({ nodes }) => nodes),
    edges: parts.flatMap(({ edges }) => edges),
    keyPeople: first?.keyPeople ?? [],
    leaders: first?.leaders ?? [],
    more: parts.length < (first?.parts ?? 0),
  }
}
