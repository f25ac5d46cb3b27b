// Who agreed to what? Consents by person and rep, and the proofs that remain of those that ended.
import { type Consent, isConsentFor, isSpreadAgreed, PROOF_DAYS } from '@shared/domain/consent'
import { type MemberId, type PersonId, type ReaderId, readerIdOf } from '@shared/domain/ids'
import { above, below, collection, FIND_MAX } from '../collection'
import { readAll } from '../page'
import { findCompanies } from './members'

const DAY_MS = 86_400_000
const HALF_WITHDRAWN_MAX = 20

/** That someone agreed and withdrew, kept three years as the law asks, with nothing left that says who. */
type ConsentProof = Pick<
  Consent,
  '_id' | 'policyVersion' | 'company' | 'brand' | 'franchise' | 'purposes' | 'givenAt' | 'withdrawnAt'
> & { keptUntil: number }
/** A person as one rep may know her. */
export type Pair = { personId: PersonId; repId: MemberId }

const consents = collection<Consent & { keptUntil?: number }>('consents')
const proofs = collection<ConsentProof>('consents')

export const findConsent = (personId: PersonId, repId: MemberId): Promise<Consent | null> =>
  consents.get(readerIdOf(repId, personId))

export const listConsents = (personId: PersonId): Promise<Consent[]> => consents.find({ personId })

/** The proof's id is drawn when consent is given, so keeping it twice leaves one proof, and it leads back to nobody. */
const keepProof = async (consent: Consent, endedAt: number): Promise<void> => {
  const { proofId, policyVersion, company, brand, franchise, purposes, givenAt, withdrawnAt } = consent
  const _id = `proof.${proofId}` as ReaderId
  const keptUntil = endedAt + PROOF_DAYS * DAY_MS
  await proofs.insertIfAbsent({
    ...{ _id, policyVersion, company, brand, franchise, purposes, givenAt, withdrawnAt, keptUntil },
  })
}

/** Of the consent it follows a proof remains. False when another took its place meanwhile: nothing is written then. */
export const putConsent = async (consent: Consent, previous: Consent | null): Promise<boolean> => {
  if (!previous) return consents.insertIfAbsent(consent)
  await keepProof(previous, previous.withdrawnAt ?? consent.givenAt)
  const { _id, ...change } = consent
  return (await consents.change({ _id, proofId: previous.proofId, withdrawnAt: previous.withdrawnAt }, change)) > 0
}

/** How many were in force until now. */
export const withdrawConsents = (personId: PersonId, at: number): Promise<number> =>
  consents.change({ personId, withdrawnAt: null }, { withdrawnAt: at })

/** False when it had ended or changed before. */
export const endConsent = async ({ _id, proofId }: Consent, at: number): Promise<boolean> =>
  (await consents.change({ _id, proofId, withdrawnAt: null }, { withdrawnAt: at })) > 0

/** Persons of whom something may be left: what ended their consent by then died before its proof took its place. */
export const listHalfWithdrawn = async (at: number): Promise<PersonId[]> => {
  const ended = await consents.find(
    { keptUntil: null, withdrawnAt: (_) => _.gt(0).and(_.lte(at)) },
    { limit: HALF_WITHDRAWN_MAX, fields: ['personId'] },
  )
  return [...new Set(ended.map(({ personId }) => personId))]
}

/** Those of these pairs, each by its reader's id, withdrawn ones too. */
export const findConsents = async (pairs: readonly Pair[]): Promise<Map<ReaderId, Consent>> => {
  const found = await consents.findMany(pairs.map(({ personId, repId }) => readerIdOf(repId, personId)))
  return new Map(found.map((consent) => [consent._id, consent]))
}

/** Those that are in force, and whose rep still works for whom they were given to; asked anew for every list. */
export const consentsInForce = async (pairs: readonly Pair[]): Promise<Map<ReaderId, Consent>> => {
  const found = await findConsents(pairs)
  if (found.size === 0) return found // most who read agreed to nothing: no need to ask for whom the reps work
  const companyOf = await findCompanies([...found.values()].map(({ repId }) => repId))
  return new Map([...found].filter(([, consent]) => isConsentFor(companyOf(consent.repId), consent)))
}

export const findConsentInForce = async (pair: Pair): Promise<Consent | null> =>
  (await consentsInForce([pair])).get(readerIdOf(pair.repId, pair.personId)) ?? null

/** Which of these pairs may be shown? So that a withdrawal shows at once. */
export const whoConsents = async (pairs: readonly Pair[]) => {
  const inForce = await consentsInForce(pairs)
  return (personId: PersonId | null, repId: MemberId): boolean =>
    personId !== null && inForce.has(readerIdOf(repId, personId))
}

/** One she has given anew meanwhile stays. */
export const replaceByProof = async (consent: Consent, at: number): Promise<void> => {
  await keepProof(consent, consent.withdrawnAt ?? at)
  await consents.remove({ _id: consent._id, proofId: consent.proofId })
}

/** Noted once for each telling; false when somebody was faster. */
export const noteTold = async (
  { _id, proofId, toldAt }: Consent,
  told: { toldAt: number; toldOf: MemberId },
): Promise<boolean> => (await consents.change({ _id, proofId, withdrawnAt: null, toldAt: toldAt ?? null }, told)) > 0

/** She lets it pass; false when she has said so before, or has withdrawn. */
export const letPass = async ({ _id, proofId }: Consent, passTo: MemberId): Promise<boolean> =>
  (await consents.change({ _id, proofId, withdrawnAt: null, passTo: null }, { passTo })) > 0

const PASSING_MAX = 50
/** Consents that are on their way to another rep, and copies that have not arrived. */
export const listPassingConsents = (): Promise<Consent[]> =>
  consents.find({ passTo: above('') }, { limit: PASSING_MAX })

export const listConsentsOfRep = (repId: MemberId): Promise<Consent[]> =>
  consents.find({ repId }, { limit: PASSING_MAX })

const IN_FORCE = [
  'personId',
  'repId',
  'company',
  'withdrawnAt',
  'policyVersion',
  'purposes',
  'franchise',
  'arriving',
] as const

/** Whom this rep may know, by the readers they are; true: and see in chains. */
export const listKnownTo = async (repId: MemberId): Promise<Map<ReaderId, boolean>> => {
  const company = (await findCompanies([repId]))(repId)
  const all = await readAll(consents, { repId }, IN_FORCE)
  const known = all.filter((consent) => isConsentFor(company, consent))
  return new Map(known.map((consent) => [consent._id, isSpreadAgreed(consent)]))
}

/** Of these, as of now: a withdrawal shows at once. */
export const whoSpreads = async (pairs: readonly Pair[]): Promise<(id: ReaderId) => boolean> => {
  const inForce = new Map<ReaderId, Consent>()
  for (let from = 0; from < pairs.length; from += FIND_MAX)
    for (const [id, consent] of await consentsInForce(pairs.slice(from, from + FIND_MAX))) inForce.set(id, consent)
  return (id) => isSpreadAgreed(inForce.get(id) ?? null)
}

/** False when one of that pair is there. */
export const insertConsent = (consent: Consent): Promise<boolean> => consents.insertIfAbsent(consent)

/** From here on it is in force; false when she has withdrawn meanwhile, or it arrived before. */
export const arriveConsent = async ({ _id, proofId }: Consent): Promise<boolean> =>
  (await consents.change({ _id, proofId, withdrawnAt: null, arriving: true }, { arriving: false, passTo: null })) > 0

export const dropArriving = ({ _id, proofId }: Consent): Promise<number> =>
  consents.remove({ _id, proofId, arriving: true })

/** What passed to it came from there. */
export const changePassed = (
  { _id, proofId }: Consent,
  change: Required<Pick<Consent, 'owns' | 'passedFrom'>>,
): Promise<number> => consents.change({ _id, proofId }, change)

/** It has passed: `proof` where it does not live on under the other rep. */
export const removePassed = async (consent: Consent, at: number, proof: boolean): Promise<void> => {
  if (proof) await keepProof(consent, at)
  await consents.remove({ _id: consent._id, proofId: consent.proofId, withdrawnAt: null })
}

export const removeProofsKeptUntil = (at: number): Promise<number> => proofs.remove({ keptUntil: below(at) })
