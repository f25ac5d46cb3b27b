// She takes it back: from now on nothing is stored under her, and no rep sees what was.
import type { PersonId } from '@shared/domain/ids'
import { now } from '../_kit/clock'
import { listConsents, withdrawConsents } from '../_kit/data/consents'
import { listReadersOfPerson } from '../_kit/data/readers'
import { detachReadings } from '../_kit/data/readings'
import { forgetReader } from '../_kit/forget'
import type { Handler } from '../_kit/serve'

/**
 * The consent goes first: whatever fails after it, nobody may see her any more, and a repeat does the rest. Also for those
 * she withdrew before: a crash may have left something. How many were in force until now.
 */
export const withdrawAll = async (personId: PersonId): Promise<number> => {
  const withdrawn = await withdrawConsents(personId, now())
  const pairs = [...(await listConsents(personId)), ...(await listReadersOfPerson(personId))]
  for (const pair of new Map(pairs.map((one) => [one.repId, one])).values()) await forgetReader(pair)
  await detachReadings(personId)
  return withdrawn
}

export const withdrawConsent: Handler<'reader', 'consent.withdraw'> = async (_, { caller }) => ({
  withdrawn: await withdrawAll(caller.personId),
})
