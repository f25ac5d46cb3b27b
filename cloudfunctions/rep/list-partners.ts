// Who are her partners, and whom might she ask?
import { sayCount } from '@shared/domain/partner'
import { TERMS } from '@shared/domain/partner-terms'
import { now } from '../_kit/clock'
import { listPartnersOf } from '../_kit/data/partners'
import { findCandidates } from '../_kit/partner-candidates'
import type { Handler } from '../_kit/serve'
import { showPartners } from '../_kit/show-own-partner'
import { showTerms } from '../_kit/show-partner'
import { showWho } from '../_kit/show-who'

export const listPartners: Handler<'rep', 'partner.list'> = async (_, { caller: { member } }) => {
  const at = now()
  const partners = await listPartnersOf(member._id)
  const asked = new Set(partners.map(({ contactId }) => contactId))
  const candidates = await findCandidates(member._id, asked, at)
  const who = await showWho(
    member._id,
    candidates.map(({ contactId }) => contactId),
  )
  return {
    terms: showTerms(TERMS),
    partners: await showPartners(member._id, partners, at),
    candidates: candidates.flatMap(({ contactId, evidence: { brought, bought, met, koc = null } }) => {
      const known = who.get(contactId)
      if (!known) return []
      const evidence = {
        ...{ brought: brought && { ...brought, deep: sayCount(brought.deep) }, bought, met },
        koc: koc && { ...koc, people: sayCount(koc.people), deep: sayCount(koc.deep) },
      }
      return [{ contactId, who: known.remark ?? known.ordinal, evidence }]
    }),
  }
}
