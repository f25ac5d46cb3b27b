// What a reader agreed to: who may know what she read, for what, for how long.
import type { MemberId, PersonId, StoreId } from './ids'

export const POLICY_VERSION = '2026-11'
export const RETENTION_DAYS = 180
export const ASK_AGAIN_AFTER_DAYS = 30
const DAY_MS = 86_400_000

export type Purpose = 'reading'
export type Consent = {
  _id: string // consentId(personId, repId)
  personId: PersonId
  repId: MemberId
  storeId: StoreId | null
  company: string
  policyVersion: string
  purposes: Purpose[]
  scene: number
  givenAt: number
  withdrawnAt: number | null
}

/** May this person's readings be stored under her and shown to this rep? Fails closed. */
export const isConsentInForce = (
  consent: Pick<Consent, 'withdrawnAt' | 'policyVersion' | 'purposes'> | null,
): boolean =>
  consent !== null &&
  consent.withdrawnAt === null &&
  consent.policyVersion === POLICY_VERSION &&
  consent.purposes.includes('reading')

/** May the bar be shown? Never again for 30 days after 暂不. */
export const mayAskConsent = (declinedAt: number | null, now: number): boolean =>
  declinedAt === null || now - declinedAt >= ASK_AGAIN_AFTER_DAYS * DAY_MS
