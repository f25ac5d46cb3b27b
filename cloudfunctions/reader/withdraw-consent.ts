// She takes it back: from now on nothing is stored under her, and no rep sees what was.
import type { PersonId } from '@shared/domain/ids'
import { now } from '../_kit/clock'
import { listConsents, replaceByProof, withdrawConsents } from '../_kit/data/consents'
import { listReadersOfPerson } from '../_kit/data/readers'
import { detachReadings } from '../_kit/data/readings'
import { forgetReader } from '../_kit/forget'
import type { Handler } from '../_kit/serve'

/**
 * The consent ends first: whatever fails after it, nobody may see her any more, and a repeat does the rest. What remains of
 * it, last of all, is a proof without a person: that someone agreed to which notice, when, and withdrew — records of
 * providing data must be kept for three years. How many were in force until now.
 */
export const withdrawAll = async (personId: PersonId): Promise<number> => {
  const at = now()
  const withdrawn = await withdrawConsents(personId, at)
  const ended = (await listConsents(personId)).filter(({ withdrawnAt }) => withdrawnAt !== null)
  const pairs = [...ended, ...(await listReadersOfPerson(personId))]
  for (const pair of new Map(pairs.map((one) => [one.repId, one])).values()) await forgetReader(pair)
  await detachReadings(personId)
  for (const consent of ended) await replaceByProof(consent, at)
  return withdrawn
}

export const withdrawConsent: Handler<'reader', 'consent.withdraw'> = async (_, { caller }) => ({
  withdrawn: await withdrawAll(caller.personId),
})
