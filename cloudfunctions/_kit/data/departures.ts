// Which readings are about to go? Their part of the sums is set aside first; `by` is what they were counted as.
import type { ReadingId } from '@shared/domain/ids'
import type { ReadBy } from '@shared/domain/reading'
import { collection, EVERYTHING, oneOf } from '../collection'

export type Departure = { _id: ReadingId; by: ReadBy }

const departures = collection<Departure>('departures')

/** As many as one batch sets aside. */
const AT_ONCE = 500

export const putDeparture = (departure: Departure): Promise<void> => departures.put(departure)
export const listDepartures = (): Promise<Departure[]> =>
  departures.find(EVERYTHING, { order: [['_id', 'asc']], limit: AT_ONCE })
export const findDepartures = (ids: readonly ReadingId[]): Promise<Departure[]> => departures.findMany(ids)
export const removeDepartures = async (ids: readonly ReadingId[]): Promise<number> =>
  ids.length ? departures.remove({ _id: oneOf(ids) }) : 0
