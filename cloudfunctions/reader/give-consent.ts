// She agrees that this rep may know what she reads: recorded with its proof, and what she read before becomes hers.
import { randomBytes } from 'node:crypto'
import { agree, mayGiveConsent } from '@shared/domain/consent'
import { consentId } from '@shared/domain/ids'
import { now } from '../_kit/clock'
import { findConsent, putConsent } from '../_kit/data/consents'
import { findMember, findStore } from '../_kit/data/members'
import { claimReadings } from '../_kit/data/readings'
import { findShare } from '../_kit/data/shares'
import { AppError, ensure, found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { makeKnown } from './make-known'

export const giveConsent: Handler<'reader', 'consent.give'> = async (input, { caller }) => {
  ensure(mayGiveConsent(caller, input.policyVersion), 'policyVersion')
  if (caller.kind !== 'person') throw refusal('staff')
  const { repId } = found(await findShare(input.token), 'unknown-share', 'token')
  const rep = found(await findMember(repId), 'no-such-rep')
  const [store, previous] = await Promise.all([findStore(rep.storeId), findConsent(caller.personId, repId)])
  const { personId } = caller
  const consent = agree(previous, {
    _id: consentId(personId, repId),
    personId,
    repId,
    storeId: rep.storeId,
    company: store?.company ?? '',
    policyVersion: input.policyVersion,
    purposes: input.purposes,
    scene: input.scene,
    givenAt: now(),
    withdrawnAt: null,
    proofId: randomBytes(12).toString('base64url'),
  })
  if (consent !== previous) await putConsent(consent, previous)
  const claimed = await claimReadings(input.readingIds, repId, personId)
  const readAt = Math.max(...claimed.map(({ lastAt }) => lastAt), 0) || consent.givenAt
  // taken back on another phone while this one was agreeing
  if (!(await makeKnown(repId, personId, { readAt, now: consent.givenAt }))) throw new AppError('conflict')
  return { givenAt: consent.givenAt, claimed: claimed.length }
}
