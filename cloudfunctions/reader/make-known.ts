// She read, and she agreed: may her rep still see it? Stored first, asked again after, so that no withdrawal slips between.
import { isConsentInForce } from '@shared/domain/consent'
import type { MemberId, PersonId } from '@shared/domain/ids'
import { findConsent } from '../_kit/data/consents'
import { removeContact, touchContact } from '../_kit/data/contacts'
import { detachReadingsFrom } from '../_kit/data/readings'

/**
 * Makes her a contact of this rep, after something was stored under her. A withdrawal takes the consent first and what
 * is stored under her second: either it finds what was stored here, or its mark is found here and all is undone.
 * False when it was undone.
 */
export const makeKnown = async (
  repId: MemberId,
  personId: PersonId,
  at: { readAt: number; now: number },
): Promise<boolean> => {
  await touchContact(repId, personId, at)
  if (isConsentInForce(await findConsent(personId, repId))) return true
  await removeContact(repId, personId)
  await detachReadingsFrom(repId, personId)
  return false
}
