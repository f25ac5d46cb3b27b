// How does a rep see a partner of hers? Under her own remark, with what is due by a recount.
import type { ShownPartner } from '@shared/contracts/partner'
import type { MemberId, PartnerId } from '@shared/domain/ids'
import { type Partner, stateSince } from '@shared/domain/partner'
import { findPartner } from './data/partners'
import { refusal } from './errors'
import { openBook } from './ledger'
import { findTaken } from './partner-taken'
import { showDue, standing } from './show-partner'
import { showWho } from './show-who'

/** Hers, or it is not there. */
export const findOwnPartner = async (repId: MemberId, partnerId: PartnerId): Promise<Partner> => {
  const partner = await findPartner(partnerId)
  if (partner?.repId !== repId) throw refusal('no-such-partner', 'partnerId')
  return partner
}

export const showPartners = async (
  repId: MemberId,
  partners: readonly Partner[],
  at: number,
): Promise<ShownPartner[]> => {
  const [who, taken] = await Promise.all([
    showWho(
      repId,
      partners.map(({ contactId }) => contactId),
    ),
    findTaken(repId, partners),
  ])
  const shown: ShownPartner[] = []
  for (const partner of partners) {
    const { _id, contactId, state, code, leftFor = null } = partner
    const known = who.get(contactId)
    const takenBy = taken.get(_id)
    const hasAgreed = state === 'active' || state === 'left'
    const book = await openBook(_id)
    const { sales, now } = standing(book, at)
    shown.push({
      ...{ partnerId: _id, contactId, who: known?.remark ?? known?.ordinal ?? '', state, sales },
      ...{ since: stateSince(partner), leftFor, taken: takenBy === undefined ? null : { who: takenBy } },
      ...{ code: hasAgreed ? code : '', tier: hasAgreed ? now.tier : null, due: showDue(book) },
    })
  }
  return shown
}
