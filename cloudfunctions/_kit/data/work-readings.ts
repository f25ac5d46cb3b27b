// Which readings have been given their place in the sums of work? Written while a batch holds them, so that nothing else does.
import type { PersonId, ReadingId } from '@shared/domain/ids'
import type { Reading } from '@shared/domain/reading'
import type { Place } from '@shared/domain/work-sums'
import { above, collection, oneOf } from '../collection'

const readings = collection<Reading>('readings')

/** Of people at once: one of them has a few hundred readings at the very most in the time they are kept. */
const PEOPLE = 20
/** A phone tells of what was read up to so long before. */
const REACHES_BACK_MS = 24 * 3_600_000

export const placeCounted = (counted: number, ids: readonly ReadingId[], { storeId, teamId }: Place): Promise<number> =>
  readings.change({ _id: oneOf(ids), counted }, { storeId, teamId })

export const markNamed = (ids: readonly ReadingId[]): Promise<number> =>
  readings.change({ _id: oneOf(ids) }, { named: true })

type Known = Pick<Reading, 'repId' | 'openedAt'> & { personId: PersonId }

/** Those of these people for these reps that count as the first of their days, about the same time. */
export const listNamed = async (known: readonly Known[]) => {
  const people = [...new Set(known.map(({ personId }) => personId))]
  const repIds = [...new Set(known.map(({ repId }) => repId))]
  const since = Math.min(...known.map(({ openedAt }) => openedAt)) - REACHES_BACK_MS
  const fields = ['personId', 'repId', 'countedFor', 'openedAt'] as const
  const found: Pick<Reading, '_id' | (typeof fields)[number]>[] = []
  for (let from = 0; from < people.length; from += PEOPLE) {
    const some = people.slice(from, from + PEOPLE)
    found.push(
      ...(await readings.find(
        { personId: oneOf(some), repId: oneOf(repIds), lastAt: above(since), named: true },
        { fields },
      )),
    )
  }
  return found
}
