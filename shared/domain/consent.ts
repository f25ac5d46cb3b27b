// What a reader agreed to: who may know what she read, for what, for how long.
import type { MemberId, PersonId, ReaderId, StoreId } from './ids'

export const POLICY_VERSION = '2026-12'
export const RETENTION_DAYS = 180
export const ASK_AGAIN_AFTER_DAYS = 30
const DAY_MS = 86_400_000

/**
 * reading: the rep may know what she reads · tags: interests may be worked out from it · store: a franchise store, a firm of
 * its own, may be given it (a consent of its own, PIPL 23).
 */
export const PURPOSES = ['reading', 'tags', 'store'] as const
export type Purpose = (typeof PURPOSES)[number]
export type Consent = {
  _id: ReaderId // readerIdOf(repId, personId)
  personId: PersonId
  repId: MemberId
  storeId: StoreId | null
  company: string // the store's firm
  brand: string // headquarters' firm, the same as company for an own store
  franchise: boolean
  policyVersion: string
  purposes: Purpose[]
  scene: number
  givenAt: number
  withdrawnAt: number | null
  proofId: string // random; names the proof that remains when the person is erased
}

/** May this person's readings be stored under her and shown to this rep? Fails closed. */
export const isConsentInForce = (
  consent: Pick<Consent, 'withdrawnAt' | 'policyVersion' | 'purposes' | 'franchise'> | null,
): boolean =>
  consent !== null &&
  consent.withdrawnAt === null &&
  consent.policyVersion === POLICY_VERSION &&
  consent.purposes.includes('reading') &&
  (!consent.franchise || consent.purposes.includes('store'))

/** May this caller agree to this notice? Staff are never recorded, so they have nothing to agree to. */
export const mayGiveConsent = (
  caller: { kind: 'person' | 'member' },
  policyVersion: string,
): { ok: true } | { ok: false; reason: 'staff' | 'policy-changed' } => {
  if (caller.kind === 'member') return { ok: false, reason: 'staff' }
  return policyVersion === POLICY_VERSION ? { ok: true } : { ok: false, reason: 'policy-changed' }
}

/** Agreeing twice changes nothing; agreeing after a withdrawal or to a new notice begins anew. */
export const agree = (previous: Consent | null, fresh: Consent): Consent =>
  previous && isConsentInForce(previous) ? previous : fresh

/** Readings older than this instant have been kept as long as people were told. */
export const retainedSince = (now: number): number => now - RETENTION_DAYS * DAY_MS

/** May the bar be shown? Never again for 30 days after 暂不. */
export const mayAskConsent = (declinedAt: number | null, now: number): boolean =>
  declinedAt === null || now - declinedAt >= ASK_AGAIN_AFTER_DAYS * DAY_MS
