// What does she agree to when she agrees to this rep? The whole consent, with the firm that her store belongs to.
import { randomBytes } from 'node:crypto'
import { type Consent, type Purpose, purposesOf } from '@shared/domain/consent'
import { type PersonId, readerIdOf } from '@shared/domain/ids'
import type { Member, Store } from '@shared/domain/member'
import { now } from './clock'

type Asked = { policyVersion: string; purposes: readonly Purpose[]; scene: number }

export const consentTo = (rep: Member, store: Store | null, personId: PersonId, asked: Asked): Consent => {
  const franchise = store?.kind === 'franchise'
  return {
    _id: readerIdOf(rep._id, personId),
    personId,
    repId: rep._id,
    storeId: rep.storeId,
    company: store?.company ?? '',
    brand: store?.brand ?? '',
    franchise,
    policyVersion: asked.policyVersion,
    purposes: purposesOf(asked.purposes, franchise),
    scene: asked.scene,
    givenAt: now(),
    withdrawnAt: null,
    proofId: randomBytes(12).toString('base64url'),
  }
}

/** Whose she was before, and what came into being by it, stays with a consent that follows another. */
export const keepOwns = (fresh: Consent, previous: Consent | null): Consent => ({
  ...fresh,
  ...(previous?.owns && { owns: previous.owns }),
  ...(previous?.passedFrom && { passedFrom: previous.passedFrom }),
})
