// Who agreed to what? Consents by person and rep, and the proofs that remain of those that ended.
import { type Consent, isConsentInForce } from '@shared/domain/consent'
import { consentId, type MemberId, type PersonId } from '@shared/domain/ids'
import { collection } from '../collection'

/** That someone agreed and withdrew, kept three years as the law asks, with nothing left that says who. */
type ConsentProof = Pick<Consent, '_id' | 'policyVersion' | 'company' | 'givenAt' | 'withdrawnAt'>

const consents = collection<Consent>('consents')
const proofs = collection<ConsentProof>('consents')

export const findConsent = (personId: PersonId, repId: MemberId): Promise<Consent | null> =>
  consents.get(consentId(personId, repId))

export const listConsents = (personId: PersonId): Promise<Consent[]> => consents.find({ personId })

/** The proof's id is drawn when consent is given, so keeping it twice leaves one proof, and it leads back to nobody. */
const keepProof = async ({ proofId, policyVersion, company, givenAt, withdrawnAt }: Consent): Promise<void> => {
  await proofs.insertIfAbsent({ _id: `proof.${proofId}`, policyVersion, company, givenAt, withdrawnAt })
}

/** Of the consent it follows a proof remains. */
export const putConsent = async (consent: Consent, previous: Consent | null): Promise<void> => {
  if (previous) await keepProof(previous)
  await consents.put(consent)
}

/** How many were in force until now. */
export const withdrawConsents = (personId: PersonId, at: number): Promise<number> =>
  consents.change({ personId, withdrawnAt: null }, { withdrawnAt: at })

/** Which of these pairs may be shown? Asked anew for every list, so that a withdrawal shows at once. */
export const whoConsents = async (pairs: readonly { personId: PersonId; repId: MemberId }[]) => {
  const asked = await consents.findMany(pairs.map(({ personId, repId }) => consentId(personId, repId)))
  const inForce = new Set(asked.filter(isConsentInForce).map(({ _id }) => _id))
  return (personId: PersonId | null, repId: MemberId): boolean =>
    personId !== null && inForce.has(consentId(personId, repId))
}

/** One she has given anew meanwhile stays. */
export const replaceByProof = async (consent: Consent): Promise<void> => {
  await keepProof(consent)
  await consents.remove({ _id: consent._id, proofId: consent.proofId })
}
