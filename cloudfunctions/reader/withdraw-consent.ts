// She takes it back: from now on nothing is stored under her, and no rep sees what was.
import type { PersonId } from '@shared/domain/ids'
import { now } from '../_kit/clock'
import { withdrawConsents } from '../_kit/data/consents'
import { forgetPerson } from '../_kit/forget'
import { takeBackVoices } from '../_kit/poll-voice'
import type { Handler } from '../_kit/serve'

/**
 * The consent ends first: whatever fails after it, nobody may see her any more, and a repeat or the job does the rest. How
 * many were in force until now.
 */
export const withdrawAll = async (personId: PersonId): Promise<number> => {
  const at = now()
  const withdrawn = await withdrawConsents(personId, at)
  await forgetPerson(personId, at)
  await takeBackVoices({ personId })
  return withdrawn
}

export const withdrawConsent: Handler<'reader', 'consent.withdraw'> = async (_, { caller }) => ({
  withdrawn: await withdrawAll(caller.personId),
})
