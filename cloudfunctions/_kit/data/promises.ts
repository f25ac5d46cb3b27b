// What did a rep tell her contacts she would do, and has she done it?
import type { ContactId, MemberId, PromiseId } from '@shared/domain/ids'
import type { PromiseMade } from '@shared/domain/note'
import { collection, FIND_MAX } from '../collection'

const promises = collection<PromiseMade>('promises')

export const findPromise = (id: PromiseId): Promise<PromiseMade | null> => promises.get(id)
export const findPromises = (ids: readonly PromiseId[]): Promise<PromiseMade[]> => promises.findMany(ids)

/** False when one of that id is there. */
export const insertPromise = (promise: PromiseMade): Promise<boolean> => promises.insertIfAbsent(promise)

/** Not kept yet, by day; those of one day are fewer than a portion. */
export const listOpenPromises = async (repId: MemberId): Promise<PromiseMade[]> => {
  const all = new Map<PromiseId, PromiseMade>()
  for (let since = ''; ; ) {
    const portion = await promises.find(
      { repId, open: true, dueDay: (_) => _.gte(since) },
      { order: [['dueDay', 'asc']] },
    )
    for (const promise of portion) all.set(promise._id, promise)
    const last = portion.at(-1)?.dueDay
    if (last === undefined || portion.length < FIND_MAX || last === since) return [...all.values()]
    since = last
  }
}

/** By day, kept ones too. */
export const listPromisesOf = (contactId: ContactId): Promise<PromiseMade[]> =>
  promises.find({ contactId }, { order: [['dueDay', 'asc']] })

export const countPromisesOf = (contactId: ContactId): Promise<number> => promises.count({ contactId })

type Kept = Pick<PromiseMade, 'keptAt' | 'open' | 'keptSaidAt' | 'unkeptSaidAt'>

/** False when it is no longer as it was seen. */
export const markPromise = async ({ _id, keptAt, open }: PromiseMade, change: Kept): Promise<boolean> =>
  (await promises.change({ _id, keptAt, open }, change)) > 0

export const removePromise = (id: PromiseId): Promise<number> => promises.remove({ _id: id })
export const removePromisesOf = (contactId: ContactId): Promise<number> => promises.remove({ contactId })
