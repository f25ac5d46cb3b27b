// She wants to be forgotten: readings, contacts and consents go.
import type { PersonId, ReadingId } from '@shared/domain/ids'
import { now } from '../_kit/clock'
import { listConsents, replaceByProof, withdrawConsents } from '../_kit/data/consents'
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

/**
 * Withdrawn first, so nothing new arrives while it runs. What remains of a consent is a proof without a person: that
 * someone agreed to which notice, when, and withdrew — records of providing data must be kept for three years.
 */
export const erasePrivacy: Handler<'reader', 'privacy.erase'> = async ({ readingIds }, { caller: { personId } }) => {
  await withdrawConsents(personId, now())
  const erased = await eraseReadings(personId, readingIds) // before withdrawing lets go of them
  await withdrawAll(personId)
  const ended = (await listConsents(personId)).filter(({ withdrawnAt }) => withdrawnAt !== null)
  for (const consent of ended) await replaceByProof(consent, now())
  return { erased }
}
