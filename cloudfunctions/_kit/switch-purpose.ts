// She turns one purpose of her consent on or off: the consent begins anew with a proof of its own, the rest of it stands.
import { randomBytes } from 'node:crypto'
import { agree, type Purpose } from '@shared/domain/consent'
import type { Reader } from '@shared/domain/reader'
import { now } from './clock'
import { findConsentInForce, type Pair } from './data/consents'
import { found } from './errors'
import { knowReader, replaceConsent } from './profiles'

/** She as she is known from now on. */
export const switchPurpose = async (
  pair: Pair,
  { purpose, on }: { purpose: Exclude<Purpose, 'reading' | 'store'>; on: boolean },
): Promise<Reader> => {
  const previous = found(await findConsentInForce(pair), 'no-consent', 'repId')
  const others = previous.purposes.filter((one) => one !== purpose)
  const fresh = { ...previous, givenAt: now(), proofId: randomBytes(12).toString('base64url') }
  const consent = agree(previous, { ...fresh, purposes: on ? [...others, purpose] : others })
  await replaceConsent(consent, previous)
  return found(await knowReader(consent), 'no-consent', 'repId')
}
