// She wants to be forgotten: readings, contacts and consents go.
import type { PersonId, ReadingId } from '@shared/domain/ids'
import { now } from '../_kit/clock'
import { withdrawConsents } from '../_kit/data/consents'
import { findContacts } from '../_kit/data/contacts'
import { noteErasure } from '../_kit/data/erasures'
import { listReadersOfPerson } from '../_kit/data/readers'
import { listErasable } from '../_kit/data/readings'
import { dropSpread } from '../_kit/data/spreads'
import { forgetFile } from '../_kit/forget-file'
import { forgetPartner } from '../_kit/leave-partner'
import type { Handler } from '../_kit/serve'
import { forgetOffers } from '../_kit/take-out-offer'
import { depart } from '../_kit/tally-depart'
import { withdrawAll } from './withdraw-consent'

/** Hers, and those her phone remembers that are nobody's; their sums stay. */
const eraseReadings = async (personId: PersonId, ids: readonly ReadingId[]): Promise<number> => {
  let erased = 0
  for (let found = await listErasable(personId, ids); found.length; found = await listErasable(personId, ids)) {
    erased += await depart(found)
    for (const repId of new Set(found.flatMap((reading) => reading.repId ?? []))) await dropSpread(repId)
  }
  return erased
}

/** What her reps keep of her where it is certain that it is she; a contact they wrote down stays, by its name alone. */
const eraseFiles = async (personId: PersonId): Promise<void> => {
  const certain = (await listReadersOfPerson(personId)).filter(({ link }) => link.certainty === 'certain')
  for (const contact of await findContacts(certain.map(({ link }) => link.contactId)))
    if (certain.some(({ repId }) => repId === contact.repId)) await forgetFile(contact)
}

/**
 * That she asked is noted first: whatever fails after it, a backup put back forgets her again. What reps keep goes next, while
 * it is known which is hers. Then her consents end, so that nothing new arrives while the rest runs.
 */
export const erasePrivacy: Handler<'reader', 'privacy.erase'> = async ({ readingIds }, { caller: { personId } }) => {
  await noteErasure(personId, now())
  await eraseFiles(personId)
  await forgetPartner(personId, now())
  await forgetOffers(personId, now())
  await withdrawConsents(personId, now())
  const erased = await eraseReadings(personId, readingIds) // before withdrawing lets go of them
  await withdrawAll(personId)
  return { erased }
}
