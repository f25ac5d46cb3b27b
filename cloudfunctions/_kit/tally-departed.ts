// How does a reading go while the sums it was counted in stay? Marked at once, set aside by a batch, then deleted.
import type { Reading } from '@shared/domain/reading'
import { putDeparture } from './data/departures'
import { findReading, markErased, removeUncounted } from './data/readings'
import { inParallel } from './tally-parallel'

/** What it was counted as is kept first; asked again when it became something else between the two. */
export const markDeparted = async (reading: Reading): Promise<void> => {
  for (let seen: Reading | null = reading; seen && seen.by !== 'erased'; seen = await findReading(reading._id)) {
    await putDeparture({ _id: seen._id, by: seen.by })
    if (await markErased(seen)) return
  }
}

/** From here on nobody sees them and they cannot grow. What was never counted is deleted. */
export const markAllDeparted = (readings: readonly Reading[]): Promise<void> =>
  inParallel(readings, async (reading) => {
    if (!(await removeUncounted(reading))) await markDeparted(reading)
  })
