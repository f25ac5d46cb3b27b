// She asks a contact of hers to be a partner; nothing is agreed until the customer says so herself.
import { randomInt } from 'node:crypto'
import type { ContactId, MemberId, PartnerId } from '@shared/domain/ids'
import { CODE_LENGTH, codeFrom, PARTNERS_MAX, type Partner } from '@shared/domain/partner'
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { findPartner, insertPartner, isAsked, listPartnersOf } from '../_kit/data/partners'
import { refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showPartners } from '../_kit/show-own-partner'

const TRIES_MAX = 5
const FINE = 1_000_000

const newCode = () => codeFrom(Array.from({ length: CODE_LENGTH }, () => randomInt(FINE) / FINE))

/** The same id is the same invitation; a code that is taken is drawn anew. */
const insertOnce = async (fresh: Partner): Promise<Partner> => {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const partner = { ...fresh, code: newCode() }
    if (await insertPartner(partner)) return partner
    const stored = await findPartner(fresh._id)
    if (stored && (stored.repId !== fresh.repId || stored.contactId !== fresh.contactId))
      throw refusal('no-such-partner', 'partnerId')
    if (stored) return stored
  }
  throw refusal('busy')
}

const ensureNotAsked = async (repId: MemberId, partnerId: PartnerId, contactId: ContactId): Promise<void> => {
  if (await findPartner(partnerId)) return
  if (await isAsked(contactId)) throw refusal('already-asked', 'contactId')
  if ((await listPartnersOf(repId)).length >= PARTNERS_MAX) throw refusal('partners-full')
}

export const invitePartner: Handler<'rep', 'partner.invite'> = async (
  { partnerId, contactId },
  { caller: { member } },
) => {
  await openContact(member._id, contactId)
  await ensureNotAsked(member._id, partnerId, contactId)
  const at = now()
  const partner = await insertOnce({
    ...{ _id: partnerId, repId: member._id, storeId: member.storeId, contactId, personId: null, state: 'invited' },
    ...{ code: '', payName: '', termsVersion: null, invitedAt: at, answeredAt: null, leftAt: null, rev: 0 },
  })
  const [shown] = await showPartners(member._id, [partner], at)
  if (!shown) throw refusal('no-such-partner')
  return shown
}
