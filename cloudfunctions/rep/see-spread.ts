// Who passes on to whom among her contacts who agreed, and whose passing-on brings others to read? Part by part; everybody
// else is a count below someone.
import type { ReaderId } from '@shared/domain/ids'
import { FEW, type SpreadNode } from '@shared/domain/spread/graph'
import type { ScoreTerms } from '@shared/domain/spread/score'
import { tellCount } from '@shared/domain/spread/tree'
import { readerKeyOf } from '../_kit/alias'
import { findGraphPart, findSpread, type GraphPart } from '../_kit/data/spreads'
import type { Handler } from '../_kit/serve'
import { findPeople, keysOf, type People } from '../_kit/spread-show'

const aliasFor = (key: string): string => readerKeyOf(key as ReaderId)

/** A branch is named after whom it hangs below. */
const keyFor = ({ kind, key }: Pick<SpreadNode, 'kind' | 'key'>, repId: string): string => {
  if (kind === 'person') return aliasFor(key)
  if (kind === 'rep') return key
  const above = key.slice(0, -1)
  return `${above === repId ? above : aliasFor(above)}~`
}

const showNode = (node: SpreadNode, people: People, repId: string) => {
  const { kind, score, people: n, deep, passes, few, firstAt, lastAt, depth, scenes } = node
  return {
    ...{ key: keyFor(node, repId), kind, score, depth, scenes, firstAt, lastAt },
    person: kind === 'person' ? people.personOf(node.key) : null,
    people: few ? ('few' as const) : tellCount(n),
    deep: few ? ('few' as const) : tellCount(deep),
    passes: kind === 'branch' ? (few ? ('few' as const) : tellCount(passes)) : passes,
  }
}

/** Between two who agreed it is theirs to tell; towards a branch it is a count of others. */
const showEdges = ({ edges }: GraphPart, isBranch: (place: number) => boolean) =>
  edges.map(({ from, to, passes, deep, lastAt }) =>
    isBranch(to)
      ? { from, to, passes: tellCount(passes), deep: tellCount(deep), lastAt: null }
      : { from, to, passes, deep, lastAt },
  )

/** So coarse that no term gives away when one of those who are counted read. */
const coarse = (n: number): number => Math.round(n * 10) / 10

const showTerms = ({ readers, posts, weeks, lost, ...terms }: ScoreTerms) => ({
  ...{ readers, posts, weeks },
  lost: { time: coarse(lost.time), rings: coarse(lost.rings), repeats: coarse(lost.repeats) },
  ...{ near: coarse(terms.near), far: coarse(terms.far), unknown: coarse(terms.unknown), value: coarse(terms.value) },
  ...{ evidence: coarse(terms.evidence), steadiness: coarse(terms.steadiness), score: coarse(terms.score) },
})

/** Terms of who reached one or two would be of those. */
const showKeyPeople = ({ keyPeople, nodes }: GraphPart, people: People) =>
  keyPeople.flatMap(({ key, terms }) => {
    const person = people.personOf(key)
    const reached = nodes.find((node) => node.key === key)?.people ?? 0
    return person && reached >= FEW
      ? [{ key: aliasFor(key), person, score: coarse(terms.score), terms: showTerms(terms) }]
      : []
  })

export const seeSpread: Handler<'rep', 'spread.see'> = async ({ part: n }, { caller: { member } }) => {
  const nothing = { asOf: null, part: n, parts: 0, from: 0, nodes: [], edges: [], keyPeople: [], leaders: [] }
  const [head, part] = await Promise.all([findSpread(member._id), findGraphPart(member._id, n)])
  if (!head || head.asOf === null || !part) return { ...nothing, asOf: head?.asOf ?? null, parts: head?.parts ?? 0 }
  // a person stands in the part of her branch, and an edge may lead to an earlier part
  const people = await findPeople(member._id, keysOf(part.nodes))
  if (!people) return nothing
  const { from, nodes } = part
  const isBranch = (place: number): boolean => nodes[place - from]?.kind === 'branch'
  return {
    ...{ asOf: head.asOf, part: n, parts: head.parts, from },
    nodes: nodes.map((node) => showNode(node, people, member._id)),
    edges: showEdges(part, isBranch),
    keyPeople: n === 0 ? showKeyPeople(part, people) : [],
    leaders: (part.leaders ?? []).flatMap(({ subject, key, people: n }) => {
      const person = people.personOf(key)
      return person ? [{ subject, key: aliasFor(key), person, people: n }] : []
    }),
  }
}
