// At the purchase the buyer named a partner's code: kept once for the deal, and never because of a card she opened.
import type { Deal } from '@shared/domain/deal'
import { fen } from '@shared/domain/ledger-fen'
import { type Partner, readCode } from '@shared/domain/partner'
import { mayClaim, type Referral, referralIdOf } from '@shared/domain/referral'
import { now } from '../_kit/clock'
import { findContacts } from '../_kit/data/contacts'
import { changeDeal, findDeal } from '../_kit/data/deals'
import { findPartnerByCode } from '../_kit/data/partners'
import { listReadersOfContacts } from '../_kit/data/readers'
import { findReferral, insertReferral } from '../_kit/data/referrals'
import { ensure, found, refusal } from '../_kit/errors'
import { settleReferral, termsFor } from '../_kit/ledger'
import type { Handler } from '../_kit/serve'
import { showReferral } from '../_kit/show-partner'

/** Who bought, and who the partner is, as far as her own purchases are told apart by it. */
const loadSides = async (deal: Deal, partner: Partner) => {
  const ids = [partner.contactId, ...(deal.contactId ? [deal.contactId] : [])]
  const [contacts, readers] = await Promise.all([
    findContacts(ids),
    listReadersOfContacts(deal.contactId ? [deal.contactId] : []),
  ])
  const homeOf = (id: string | null) => contacts.find(({ _id }) => _id === id)?.homeId ?? null
  const persons = readers.map(({ personId }) => personId)
  const buyer = { contactId: deal.contactId, homeId: homeOf(deal.contactId), persons }
  return { partner, partnerHome: homeOf(partner.contactId), buyer }
}

const claimOf = (deal: Deal, partner: Partner, at: number): Referral => ({
  ...{
    _id: referralIdOf(deal._id),
    dealId: deal._id,
    partnerId: partner._id,
    repId: deal.repId,
    storeId: deal.storeId,
  },
  ...{ code: partner.code, at, day: deal.day, state: 'claimed', baseFen: fen(0), rateBp: 0, tier: null, fen: fen(0) },
  ...{ verifiedAt: null, payableAt: null, paidAt: null, payoutId: null, dispute: null, disputedAt: null },
  ...{ lookAt: at, rev: 0 },
})

/** The first who was named stands. */
const keepClaim = async (fresh: Referral): Promise<void> => {
  if (await insertReferral(fresh)) return
  if ((await findReferral(fresh._id))?.partnerId !== fresh.partnerId) throw refusal('already-claimed', 'dealId')
}

export const claimForPartner: Handler<'rep', 'partner.claim'> = async ({ dealId, code }, { caller: { member } }) => {
  const at = now()
  const deal = await findDeal(dealId)
  if (deal?.repId !== member._id) throw refusal('no-such-deal', 'dealId')
  const partner = found(await findPartnerByCode(readCode(code) ?? ''), 'no-such-code', 'code')
  const before = await findReferral(referralIdOf(dealId))
  if (!before) ensure(mayClaim(deal, await loadSides(deal, partner), await termsFor(partner._id), at), 'code')
  await keepClaim(claimOf(deal, partner, at))
  await changeDeal(dealId, { partnerId: null }, { partnerId: partner._id })
  return showReferral(found(await settleReferral(referralIdOf(dealId), at), 'no-such-referral'))
}
