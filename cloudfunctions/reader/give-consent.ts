// She agrees that this rep may know what she reads: recorded with its proof, and what she read before becomes hers.
import { agree, type Consent, mayGiveConsent } from '@shared/domain/consent'
import { isWorking } from '@shared/domain/member'
import type { Reading } from '@shared/domain/reading'
import { noteBoundOpening } from '../_kit/bound-opening'
import { consentTo, keepOwns } from '../_kit/consent-to'
import { findConsent } from '../_kit/data/consents'
import { findMember, findStore } from '../_kit/data/members'
import { claimReadings } from '../_kit/data/readings'
import { findShare, findShares } from '../_kit/data/shares'
import { stripTalks } from '../_kit/data/talk-days'
import { AppError, ensure, found, refusal } from '../_kit/errors'
import { knowReader, replaceConsent } from '../_kit/profiles'
import type { Handler } from '../_kit/serve'

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
  if (!isWorking(rep)) throw refusal('no-such-rep')
  const [store, previous] = await Promise.all([findStore(rep.storeId), findConsent(personId, repId)])
  ensure(mayGiveConsent(caller, input, store?.kind === 'franchise'))
  const consent = agree(previous, keepOwns(consentTo(rep, store, personId, input), previous))
  await replaceConsent(consent, previous)
  let claimed: Reading[] = []
  const known = await knowReader(consent, async () => {
    claimed = await claimReadings(input.readingIds, repId, personId)
  })
  // taken back on another phone while this one was agreeing
  if (!known) throw new AppError('conflict')
  if (previous && !known.tagsOn) await stripTalks(repId, [known.link.contactId, ...known.link.also])
  await noteOpenings(consent, claimed)
  return { givenAt: consent.givenAt, claimed: claimed.length }
}
