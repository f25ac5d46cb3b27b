// She takes it back: from now on nothing is stored under her, and no rep sees what was.
import { now } from '../_kit/clock'
import { withdrawConsents } from '../_kit/data/consents'
import { removeContactsOf } from '../_kit/data/contacts'
import { detachReadings } from '../_kit/data/readings'
import type { Handler } from '../_kit/serve'

/** The consent goes first: whatever fails after it, nobody may see her any more, and a repeat does the rest. */
export const withdrawConsent: Handler<'reader', 'consent.withdraw'> = async (_, { caller }) => {
  const withdrawn = await withdrawConsents(caller.personId, now())
  await removeContactsOf(caller.personId)
  await detachReadings(caller.personId)
  return { withdrawn }
}
