// What a reader agreed to: who may know what she read, for what, for how long.
import type { ContactId, MemberId, PersonId, ReaderId, StoreId } from './ids'

export const POLICY_VERSION = '2027-01'
export const RETENTION_DAYS = 180
export const ASK_AGAIN_AFTER_DAYS = 30
const DAY_MS = 86_400_000

/**
 * reading: the rep may know what she reads · tags: interests may be worked out from it · spread: the rep may know what her
 * passing-on brought, and from whom she had it where that one agreed as well · store: a franchise store, a firm of its own,
 * may be given it (a consent of its own, PIPL 23).
 */
export const PURPOSES = ['reading', 'tags', 'spread', 'store'] as const
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
  owns?: ContactId[] // contacts that came into being by it: the first is she until somebody says otherwise
  passedFrom?: MemberId[] // reps who left, from whom it passed to this one
  passTo?: MemberId | null // she lets it pass to this rep; on its way still
  arriving?: boolean // a copy that has not passed yet: in force for nobody
  toldAt?: number | null // when she was told last that her rep left
  toldOf?: MemberId | null // and who was to follow
}

/** May this person's readings be stored under her and shown to this rep? Fails closed. */
export const isConsentInForce = (
  consent: Pick<Consent, 'withdrawnAt' | 'policyVersion' | 'purposes' | 'franchise' | 'arriving'> | null,
): boolean =>
  consent !== null &&
  consent.withdrawnAt === null &&
  consent.arriving !== true &&
  consent.policyVersion === POLICY_VERSION &&
  consent.purposes.includes('reading') &&
  (!consent.franchise || consent.purposes.includes('store'))

/** And may she stand in a chain of who passed on to whom? Each on her own: it takes two who agree to show a step. */
export const isSpreadAgreed = (
  consent: (Parameters<typeof isConsentInForce>[0] & Pick<Consent, 'purposes'>) | null,
): boolean => consent !== null && isConsentInForce(consent) && consent.purposes.includes('spread')

/** And may this rep be told still? Not once she works for another firm than was agreed to, or for none. */
export const isConsentFor = (
  company: string | null,
  consent: Parameters<typeof isConsentInForce>[0] & Pick<Consent, 'company'>,
): boolean => isConsentInForce(consent) && consent.company === company

/**
 * May this caller agree to this notice, for these purposes? Staff are never recorded, so they have nothing to agree to;
 * whom a franchise store may tell nothing must not be asked for the rest.
 */
export const mayGiveConsent = (
  caller: { kind: 'person' | 'member' },
  asked: { policyVersion: string; purposes: readonly Purpose[] },
  franchise: boolean,
): { ok: true } | { ok: false; reason: 'staff' | 'policy-changed' | 'store-consent-needed' } => {
  if (caller.kind === 'member') return { ok: false, reason: 'staff' }
  if (asked.policyVersion !== POLICY_VERSION) return { ok: false, reason: 'policy-changed' }
  if (franchise && !asked.purposes.includes('store')) return { ok: false, reason: 'store-consent-needed' }
  return { ok: true }
}

/** What is agreed to, in one order: reading always; the store only where it is a firm of its own. */
export const purposesOf = (asked: readonly Purpose[], franchise: boolean): Purpose[] =>
  PURPOSES.filter((purpose) => purpose === 'reading' || (asked.includes(purpose) && (purpose !== 'store' || franchise)))

/** Agreeing to the same twice changes nothing; to anything else, or after a withdrawal, it begins anew. */
export const agree = (previous: Consent | null, fresh: Consent): Consent =>
  previous && isConsentInForce(previous) && isSameAgreement(previous, fresh) ? previous : fresh

const isSameAgreement = (a: Consent, b: Consent): boolean =>
  a.company === b.company &&
  a.brand === b.brand &&
  a.franchise === b.franchise &&
  purposesOf(a.purposes, a.franchise).join() === purposesOf(b.purposes, b.franchise).join()

/** Of a consent that ended a proof stays this long (网络数据安全管理条例 12), from the day it ended. */
export const PROOF_DAYS = 3 * 365

/** Readings older than this instant have been kept as long as people were told. */
export const retainedSince = (now: number): number => now - RETENTION_DAYS * DAY_MS

/** May the bar be shown? Never again for 30 days after 暂不. */
export const mayAskConsent = (declinedAt: number | null, now: number): boolean =>
  declinedAt === null || now - declinedAt >= ASK_AGAIN_AFTER_DAYS * DAY_MS
