// Reps from before there were kinds say none, and count as guides: they say so from now on, so that they can be asked by kind.
import { above, collection, type Operator, oneOf } from '../../cloudfunctions/_kit/collection'
import type { Member } from '../../shared/domain/member'
import type { Batch, Migration } from './migration'

const members = collection<Member>('members')
const BATCH = 200
const removed: Operator = (_) => _.remove()

/** Reps by _id, those who left too: served by the index by_role. */
const repsAfter = (after: string | null): Promise<Pick<Member, '_id'>[]> =>
  members.find(
    { role: 'rep', ...(after !== null && { _id: above(after) }) },
    { order: [['_id', 'asc']], limit: BATCH, fields: [] },
  )

/** What is no longer as it was expected, HQ has written meanwhile: it stays. */
const each = async (
  after: string | null,
  kind: 'guide' | null,
  change: { kind: 'guide' | Operator },
): Promise<Batch> => {
  const ids = (await repsAfter(after)).map(({ _id }) => _id)
  const changed = ids.length ? await members.change({ _id: oneOf(ids), kind }, change) : 0
  return { changed, next: ids.length < BATCH ? null : (ids[ids.length - 1] ?? null) }
}

export const kindsOfReps: Migration = {
  id: '0001',
  name: 'kinds of reps',
  up: (after) => each(after, null, { kind: 'guide' }),
  // code from before takes who says none for a guide: nobody loses anything
  down: (after) => each(after, 'guide', { kind: removed }),
}
