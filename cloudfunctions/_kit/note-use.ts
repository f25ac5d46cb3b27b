// Somebody of the staff uses her sign-in: written down once a day, so that one which nobody uses can lapse.
import { isUseDue } from '@shared/domain/sign-in'
import { now } from './clock'
import { type IdentityDoc, keepUse } from './data/members'
import { log } from './log'

/** That it fails is no reason to refuse the call: the next one tries again, and at worst it lapses too early. */
export const noteUse = async (bound: IdentityDoc): Promise<void> => {
  const at = now()
  if (!isUseDue(bound, at)) return
  try {
    await keepUse(bound._id, at)
  } catch (error) {
    log.warn({ event: 'use-not-kept', message: error instanceof Error ? error.message : String(error) })
  }
}
