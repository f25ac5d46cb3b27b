// That day does not matter to her after all: it goes.
import { findOccasion, removeOccasion } from '../_kit/data/occasions'
import { ensureOwnEntry } from '../_kit/own-entry'
import type { Handler } from '../_kit/serve'

export const dropOccasion: Handler<'rep', 'occasion.drop'> = async ({ occasionId }, { caller: { member } }) => {
  const occasion = await findOccasion(occasionId)
  if (occasion?.repId !== member._id) return { dropped: false }
  await ensureOwnEntry(member._id, occasion)
  return { dropped: (await removeOccasion(occasionId)) > 0 }
}
