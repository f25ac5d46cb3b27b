// How is a rep's graph kept? In portions, the weightiest people first, so that the first portion is a picture by itself; with
// the terms of the strongest, so that a page can say why.
import type { MemberId, PostId } from '@shared/domain/ids'
import type { Forest } from '@shared/domain/spread/forest'
import type { SpreadGraph, SpreadNode } from '@shared/domain/spread/graph'
import { type ScoreTerms, Scoring } from '@shared/domain/spread/score'
import type { GraphPart } from './data/spreads'
import { peopleGraph } from './spread-graph'
import { leadersOf } from './spread-leaders'

/** About 80 KB stored, and 120 KB as a reply. */
export const NODES_A_PART = 300
export type KeyPerson = { key: string; terms: ScoreTerms }

const RANK = { rep: 0, person: 1, branch: 2 } as const

/** The rep, then people by score and by whom they reached, each followed by nobody's branch but her own. */
const inOrder = (a: SpreadNode, b: SpreadNode): number =>
  RANK[a.kind] - RANK[b.kind] || b.score - a.score || b.people - a.people || b.deep - a.deep || (a.key < b.key ? -1 : 1)

/** A branch stands with whom it hangs below. */
const order = ({ nodes }: SpreadGraph): number[] => {
  const places = nodes.map((_, place) => place)
  const branchOf = new Map<string, number>()
  for (const place of places) if (nodes[place]?.kind === 'branch') branchOf.set(nodes[place].key, place)
  const heads = places.filter((place) => nodes[place]?.kind !== 'branch')
  const nodeAt = (place: number) => nodes[place] as SpreadNode
  heads.sort((a, b) => inOrder(nodeAt(a), nodeAt(b)))
  return heads.flatMap((place) => [place, branchOf.get(`${nodeAt(place).key}~`) ?? []].flat())
}

export const sliceGraph = (graph: SpreadGraph, keyPeople: readonly KeyPerson[]): GraphPart[] => {
  const places = order(graph)
  const placeOf = new Map(places.map((before, place) => [before, place]))
  const parts: GraphPart[] = []
  for (let from = 0; from < places.length; from += NODES_A_PART) {
    const nodes = places.slice(from, from + NODES_A_PART).flatMap((place) => graph.nodes[place] ?? [])
    parts.push({ n: parts.length, from, nodes, edges: [], keyPeople: from === 0 ? [...keyPeople] : [] })
  }
  for (const edge of graph.edges) {
    const [from, to] = [placeOf.get(edge.from), placeOf.get(edge.to)]
    if (from === undefined || to === undefined) continue
    parts[Math.floor(Math.max(from, to) / NODES_A_PART)]?.edges.push({ ...edge, from, to })
  }
  return parts
}

const KEY_PEOPLE_MAX = 20

/** Scores in tenths, and why, for the strongest. */
export const graphPartsOf = (
  forest: Forest,
  repId: MemberId,
  { at, subjectsOf }: { at: number; subjectsOf: ReadonlyMap<PostId, readonly string[]> },
): GraphPart[] => {
  const scoring = new Scoring(forest, { now: at }).run()
  const tenths = (key: string): number => Math.round((scoring.scores[forest.people.find(key)] ?? 0) * 10)
  const keyPeople = scoring.top(KEY_PEOPLE_MAX).flatMap(({ key }) => {
    const terms = scoring.explain(key)
    return terms ? [{ key, terms }] : []
  })
  const [first, ...others] = sliceGraph(peopleGraph(forest, repId, tenths), keyPeople)
  if (!first) return []
  // whom the first part shows: it is looked up with her whether she agrees still
  const shown = new Set(first.nodes.map(({ key }) => key))
  return [{ ...first, leaders: leadersOf(forest, subjectsOf).filter(({ key }) => shown.has(key)) }, ...others]
}
