// What are the circles called that these contacts are in? As they were sorted last; a talk says it beside its reasons.
import type { ContactId, MemberId } from '@shared/domain/ids'
import { findPlaced, listCircles } from './data/circles'

export type CirclesOf = ReadonlyMap<ContactId, string[]>

/** Whoever is in none is not in it. */
export const loadCircleNames = async (repId: MemberId, ids: readonly ContactId[]): Promise<CirclesOf> => {
  const hers = (await findPlaced(ids)).filter((one) => one.repId === repId && one.in.length > 0)
  const circles = hers.length > 0 ? await listCircles() : []
  return new Map(
    hers.flatMap(({ _id, in: isIn }): [ContactId, string[]][] => {
      const names = circles.filter((circle) => isIn.includes(circle._id)).map(({ name }) => name)
      return names.length > 0 ? [[_id, names]] : []
    }),
  )
}
