// A day that matters to a contact, by the sun or by the moon, without a year. The same id is the same day, said anew.
import { dayOf } from '@shared/domain/day'
import type { Occasion } from '@shared/domain/occasion'
import { isYearly } from '@shared/domain/yearly'
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { changeOccasion, findOccasion, insertOccasion, removeOccasion } from '../_kit/data/occasions'
import { refusal } from '../_kit/errors'
import { ensureKeepable } from '../_kit/keepable'
import { sameEntry } from '../_kit/own-entry'
import type { Handler } from '../_kit/serve'
import { showOccasion } from '../_kit/show-file'

/** Should the contact have gone while this was stored, it goes too. */
const keep = async (occasion: Occasion): Promise<void> => {
  if (!(await insertOccasion(occasion))) {
    sameEntry(await findOccasion(occasion._id), occasion)
    await changeOccasion(occasion)
  }
  await openContact(occasion.repId, occasion.contactId).catch(async (error: unknown) => {
    await removeOccasion(occasion._id)
    throw error
  })
}

export const saveOccasion: Handler<'rep', 'occasion.save'> = async (
  { occasionId, ...said },
  { caller, checkTexts },
) => {
  const repId = caller.member._id
  await openContact(repId, said.contactId)
  if (!isYearly(said)) throw refusal('no-such-day', 'day')
  await ensureKeepable([said.name], checkTexts, 'name')
  const occasion = { _id: occasionId, repId, ...said }
  await keep(occasion)
  return showOccasion(occasion, dayOf(now()))
}
