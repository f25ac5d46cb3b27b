// Which days matter to whom?
import type { ContactId, MemberId, OccasionId } from '@shared/domain/ids'
import type { Occasion } from '@shared/domain/occasion'
import { collection } from '../collection'
import { readAll } from '../page'

const occasions = collection<Occasion>('occasions')

const FIELDS = [
  ...(['_id', 'repId', 'contactId', 'kind', 'name', 'calendar', 'month', 'day', 'leap', 'leadDays'] as const),
]

export const findOccasion = (id: OccasionId): Promise<Occasion | null> => occasions.get(id)
export const findOccasions = (ids: readonly OccasionId[]): Promise<Occasion[]> => occasions.findMany(ids)

/** All that she keeps, of all her contacts. */
export const listOccasions = (repId: MemberId): Promise<Occasion[]> => readAll(occasions, { repId }, FIELDS)

export const countOccasionsOf = (contactId: ContactId): Promise<number> => occasions.count({ contactId })

export const listOccasionsOf = (contactId: ContactId): Promise<Occasion[]> => occasions.find({ contactId })

/** False when one of that id is there. */
export const insertOccasion = (occasion: Occasion): Promise<boolean> => occasions.insertIfAbsent(occasion)

export const changeOccasion = async ({ _id, contactId, ...to }: Occasion): Promise<boolean> =>
  (await occasions.change({ _id, contactId }, to)) > 0

export const removeOccasion = (id: OccasionId): Promise<number> => occasions.remove({ _id: id })
export const removeOccasionsOf = (contactId: ContactId): Promise<number> => occasions.remove({ contactId })
