// By whom did each person come, of all who passed on to her? One above each, so that the graph can lie as a forest.
import type { SpreadEdge, SpreadGraph } from '../../domain/spread/graph'

export type Backbone = {
  above: Int32Array // -1: a root
  edge: Int32Array // the edge by which each hangs; -1: a root
  below: number[][]
  order: Int32Array // whoever is above comes first
}

/** What came by an edge: deep readings say most, then how often. */
const weight = ({ deep, passes }: SpreadEdge): number => deep * 4 + passes

/** Only a step nearer the root may be above: then no one is above herself, however the chains run. */
export function backboneOf({ nodes, edges }: SpreadGraph): Backbone {
  const above = new Int32Array(nodes.length).fill(-1)
  const edge = new Int32Array(nodes.length).fill(-1)
  edges.forEach((one, at) => {
    const to = nodes[one.to]
    const from = nodes[one.from]
    if (!to || !from || from.depth >= to.depth) return
    const known = edges[edge[one.to] ?? -1]
    if (known && weight(known) >= weight(one)) return
    above[one.to] = one.from
    edge[one.to] = at
  })
  const below: number[][] = nodes.map(() => [])
  above.forEach((parent, at) => {
    below[parent]?.push(at)
  })
  const order = Int32Array.from(nodes.keys()).sort((a, b) => (nodes[a]?.depth ?? 0) - (nodes[b]?.depth ?? 0) || a - b)
  return { above, edge, below, order }
}
