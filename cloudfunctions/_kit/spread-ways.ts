// Which ways lead to someone through people she knows? Over steps between people who agreed; the surest way first, and whom
// to ask: who stands nearest to her and has a name for the rep.
import type { MemberId } from '@shared/domain/ids'
import type { SpreadGraph } from '@shared/domain/spread/graph'
import { PathFinder, type RankedPath } from '@shared/domain/spread/paths'
import { now } from './clock'
import type { GraphPart } from './data/spreads'
import { findPeople, keysOf, type ShownPerson } from './spread-show'

const WAYS_MAX = 5

const joined = (parts: readonly GraphPart[]): SpreadGraph => ({
  nodes: parts.flatMap(({ nodes }) => nodes),
  edges: parts.flatMap(({ edges }) => edges),
})

/** She finds her in her WeChat, by her own name for her or by the one she gave. */
const isNamed = (person: ShownPerson | null): boolean =>
  person !== null && (person.remark !== null || person.certainty === 'certain')

/** Without the rep herself, who stands at the beginning of every way. */
const show = ({ places, steps, strength, ask }: RankedPath, personAt: (place: number) => ShownPerson | null) => {
  const people = places.slice(1).flatMap((place) => personAt(place) ?? [])
  const asked = personAt(ask)
  if (!asked || people.length !== places.length - 1) return []
  const shown = steps.slice(1).map(({ passes, deep, lastAt }) => ({ passes, deep, lastAt }))
  return [{ ask: asked, people, strength, steps: shown }]
}

/** ends: the readers she is. null: someone in the graph may not be seen any more, and it is being worked out anew. */
export const findWays = async (repId: MemberId, parts: readonly GraphPart[], ends: ReadonlySet<string>) => {
  const graph = joined(parts)
  const people = await findPeople(repId, keysOf(graph.nodes))
  if (!people) return null
  const personAt = (place: number): ShownPerson | null => {
    const node = graph.nodes[place]
    return node?.kind === 'person' ? people.personOf(node.key) : null
  }
  const finder = new PathFinder(graph, { now: now(), isKnown: (place) => isNamed(personAt(place)) })
  const found = graph.nodes.flatMap(({ kind, key }, to) =>
    kind === 'person' && ends.has(key) ? finder.find({ to, count: WAYS_MAX }) : [],
  )
  return found
    .sort((a, b) => b.strength - a.strength)
    .slice(0, WAYS_MAX)
    .flatMap((path) => show(path, personAt))
}
