// Who asked to be forgotten lately? As a mark that leads back to nobody: so that a backup of before, put back, forgets her again.
import { createHmac } from 'node:crypto'
import type { PersonId } from '@shared/domain/ids'
import { below, collection, raisedTo } from '../collection'
import { readAll } from '../page'
import { personKey } from '../settings'

/** at: when she asked last. */
export type Erasure = { _id: string; at: number }

const erasures = collection<Erasure>('erasures')

/** Whoever has the person can find the mark; whoever has the mark finds nobody. */
export const erasureMark = (personId: PersonId): string =>
  createHmac('sha256', personKey()).update(`erased ${personId}`).digest('base64url').slice(0, 22)

export const noteErasure = async (personId: PersonId, at: number): Promise<void> => {
  const _id = erasureMark(personId)
  if (!(await erasures.insertIfAbsent({ _id, at }))) await erasures.change({ _id }, { at: raisedTo(at) })
}

export const listErasures = (): Promise<Pick<Erasure, '_id' | 'at'>[]> =>
  readAll(erasures, { _id: (_) => _.gt('') }, ['at'])

export const removeErasuresBefore = (at: number): Promise<number> => erasures.remove({ at: below(at) })
