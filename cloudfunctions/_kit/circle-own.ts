// Which of a rep's contacts are in which circle just now? Gathered anew each time, so that a withdrawal shows at once.
import { type Circle, leavesOfRule } from '@shared/domain/circle'
import type { ContactId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import { type Known, loadCircleFacts, loadCircleFactsOf } from './circle-facts'
import { type Sorted, sortInto } from './circle-sort'
import { now } from './clock'
import { listCircles } from './data/circles'
import { findStores } from './data/members'
import { findTeams } from './data/org'

export type OwnCircles = { at: number; circles: Circle[]; people: Known[]; sorted: Sorted[] }

export const loadOwnCircles = async (rep: Member): Promise<OwnCircles> => {
  const at = now()
  const [circles, people] = await Promise.all([listCircles(), loadCircleFacts(rep, at)])
  return { at, circles, people, sorted: sortInto(circles, people, at) }
}

/** Of one of hers, at the cost of one. */
export const loadCirclesOf = async (
  rep: Member,
  contactId: ContactId,
): Promise<{ level: number; circles: Circle[] }> => {
  const at = now()
  const [circles, known] = await Promise.all([listCircles(), loadCircleFactsOf(rep, contactId, at)])
  if (!known) return { level: 0, circles: [] }
  const slots = sortInto(circles, [known], at)[0]?.slots ?? []
  return { level: known.facts.level, circles: circles.filter(({ slot }) => slots.includes(slot)) }
}

const named = (circles: readonly Circle[], of: 'storeId' | 'teamId'): string[] =>
  circles.flatMap(({ rule }) =>
    leavesOfRule(rule).flatMap((leaf) => ('oneOf' in leaf && leaf.fact === of ? leaf.oneOf : [])),
  )

/** How the stores and teams are called that rules name. */
export const placesOf = async (circles: readonly Circle[]): Promise<{ id: string; name: string }[]> => {
  const [stores, teams] = await Promise.all([
    findStores(named(circles, 'storeId') as never[]),
    findTeams(named(circles, 'teamId') as never[]),
  ])
  return [...stores, ...teams].map(({ _id, name }) => ({ id: _id, name }))
}

export const nameCircle = ({ _id, name, about, rule }: Circle) => ({ circleId: _id, name, about, rule })
