// She agrees that this rep may know what she reads: recorded with its proof, and what she read before becomes hers.
import { randomBytes } from 'node:crypto'
import type { Parsed } from '@shared/contracts'
import { agree, type Consent, mayGiveConsent, purposesOf } from '@shared/domain/consent'
import { type PersonId, readerIdOf } from '@shared/domain/ids'
import type { Member, Store } from '@shared/domain/member'
import type { Reading } from '@shared/domain/reading'
import { noteBoundOpening } from '../_kit/bound-opening'
import { now } from '../_kit/clock'
import { findConsent } from '../_kit/data/consents'
import { findMember, findStore } from '../_kit/data/members'
import { claimReadings } from '../_kit/data/readings'
import { findShare, findShares } from '../_kit/data/shares'
import { AppError, ensure, found } from '../_kit/errors'
import { knowReader, replaceConsent } from '../_kit/profiles'
import type { Handler } from '../_kit/serve'

type Asked = Parsed<'reader', 'consent.give'>

const consentTo = (rep: Member, store: Store | null, personId: PersonId, asked: Asked): Consent => {
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

/** Cards that were meant for one contact and had been opened before she agreed. */
const noteOpenings = async ({ _id }: Consent, claimed: readonly Reading[]): Promise<void> => {
  const shares = await findShares(claimed.flatMap(({ token }) => token ?? []))
  for (const reading of claimed) {
    const share = reading.token !== null && shares.get(reading.token)
    if (share) await noteBoundOpening(share, _id, reading._id)
  }
}

/** Asked again, it does what a crash left undone; with other purposes it agrees to those instead. */
export const giveConsent: Handler<'reader', 'consent.give'> = async (input, { caller }) => {
  const { personId } = caller
  const { repId } = found(await findShare(input.token), 'unknown-share', 'token')
  const rep = found(await findMember(repId), 'no-such-rep')
  const [store, previous] = await Promise.all([findStore(rep.storeId), findConsent(personId, repId)])
  ensure(mayGiveConsent(caller, input, store?.kind === 'franchise'))
  const consent = agree(previous, consentTo(rep, store, personId, input))
  await replaceConsent(consent, previous)
  let claimed: Reading[] = []
  const known = await knowReader(consent, async () => {
    claimed = await claimReadings(input.readingIds, repId, personId)
  })
  // taken back on another phone while this one was agreeing
  if (!known) throw new AppError('conflict')
  await noteOpenings(consent, claimed)
  return { givenAt: consent.givenAt, claimed: claimed.length }
}
