// She wants to be forgotten: readings, contacts and consents go.
import { now } from '../_kit/clock'
import { listConsents, replaceByProof, withdrawConsents } from '../_kit/data/consents'
import { removeContactsOf } from '../_kit/data/contacts'
import { eraseReadings } from '../_kit/data/readings'
import type { Handler } from '../_kit/serve'

/**
 * Withdrawn first, so nothing new arrives while it runs. What remains of a consent is a proof without a person: that
 * someone agreed to which notice, when, and withdrew — records of providing data must be kept for three years.
 */
export const erasePrivacy: Handler<'reader', 'privacy.erase'> = async ({ readingIds }, { caller: { personId } }) => {
  await withdrawConsents(personId, now())
  const erased = await eraseReadings(personId, readingIds)
  await removeContactsOf(personId)
  const ended = (await listConsents(personId)).filter(({ withdrawnAt }) => withdrawnAt !== null)
  for (const consent of ended) await replaceByProof(consent)
  return { erased }
}
