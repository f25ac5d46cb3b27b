// She wants to be forgotten: readings, contacts and consents go.
import type { PersonId, ReadingId } from '@shared/domain/ids'
import { now } from '../_kit/clock'
import { withdrawConsents } from '../_kit/data/consents'
import { listErasable } from '../_kit/data/readings'
import type { Handler } from '../_kit/serve'
import { depart } from '../_kit/tally-depart'
import { withdrawAll } from './withdraw-consent'

/** Hers, and those her phone remembers that are nobody's; their sums stay. */
const eraseReadings = async (personId: PersonId, ids: readonly ReadingId[]): Promise<number> => {
  let erased = 0
  for (let found = await listErasable(personId, ids); found.length; found = await listErasable(personId, ids))
    erased += await depart(found)
  return erased
}

/** Her consents end first, so that nothing new arrives while it runs. */
export const erasePrivacy: Handler<'reader', 'privacy.erase'> = async ({ readingIds }, { caller: { personId } }) => {
  await withdrawConsents(personId, now())
  const erased = await eraseReadings(personId, readingIds) // before withdrawing lets go of them
  await withdrawAll(personId)
  return { erased }
}
