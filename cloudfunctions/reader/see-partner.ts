// What would a partner agree to, and what came through her who is one? Counts and sums, never who bought.
import type { OwnPartner } from '@shared/contracts/partner'
import type { PartnerId, PersonId } from '@shared/domain/ids'
import { type Book, recount, SIDES, type Transfer } from '@shared/domain/ledger'
import { fen, plus } from '@shared/domain/ledger-fen'
import { type Partner, sayCount } from '@shared/domain/partner'
import { TERMS } from '@shared/domain/partner-terms'
import { now } from '../_kit/clock'
import { listTransfers } from '../_kit/data/entries'
import { findSendersEver, type Sender } from '../_kit/data/members'
import { findPartner, listInvitationsTo, listPartnersOfPerson } from '../_kit/data/partners'
import { listReadersOfPerson } from '../_kit/data/readers'
import { countReferralsOf, listReferralsOf } from '../_kit/data/referrals'
import type { Handler } from '../_kit/serve'
import { showDue, showReferral, showTerms, standing } from '../_kit/show-partner'

const HISTORY_MAX = 100

/** The sum that a step is about: what moved into one of her accounts, or out of them altogether. */
const stepOf = ({ n, at, kind, lines }: Transfer) => {
  const hers = lines.filter(({ account }) => SIDES.some((side) => account.endsWith(`:${side}`)))
  const gained = plus(...hers.filter((line) => line.fen > 0).map((line) => line.fen))
  return { n, at, kind, fen: gained > 0 ? gained : fen(-plus(...hers.map((line) => line.fen))) }
}

const showOwn = async (partner: Partner, sender: Sender | undefined, at: number): Promise<OwnPartner> => {
  const transfers = await listTransfers(partner._id)
  const book: Book = recount(partner._id, transfers)
  const [referrals, named] = await Promise.all([listReferralsOf(partner._id), countReferralsOf(partner._id)])
  const { sales, now: tier, next } = standing(book, at)
  return {
    ...{
      partnerId: partner._id,
      state: partner.state,
      leftFor: partner.leftFor ?? null,
      code: partner.code,
      tier: tier.tier,
      rateBp: tier.rateBp,
      sales,
    },
    ...{ repName: sender?.repName ?? '', storeName: sender?.storeName ?? '', next: next && { ...next } },
    ...{ came: sayCount(named), due: showDue(book), referrals: referrals.map(showReferral) },
    history: transfers.map(stepOf).reverse().slice(0, HISTORY_MAX),
  }
}

/** Sent to her by its id, or meant for the contact that she is. */
const listInvitations = async (personId: PersonId, partnerId: PartnerId | undefined): Promise<Partner[]> => {
  const readers = await listReadersOfPerson(personId)
  const [meant, sent] = await Promise.all([
    listInvitationsTo(readers.map(({ link }) => link.contactId)),
    partnerId ? findPartner(partnerId) : null,
  ])
  const own = meant.filter(({ repId, contactId }) =>
    readers.some((reader) => reader.repId === repId && reader.link.contactId === contactId),
  )
  const all = sent?.state === 'invited' ? [...own, sent] : own
  return [...new Map(all.map((one) => [one._id, one])).values()]
}

export const seePartner: Handler<'reader', 'partner.see'> = async ({ partnerId }, { caller: { personId } }) => {
  const at = now()
  const [partners, invited] = await Promise.all([listPartnersOfPerson(personId), listInvitations(personId, partnerId)])
  const senders = await findSendersEver([...partners, ...invited].map(({ repId }) => repId))
  return {
    terms: showTerms(TERMS),
    invitations: invited.flatMap(({ _id, repId }) => {
      const sender = senders.get(repId)
      if (!sender) return []
      const { repName, storeName, company } = sender
      return [{ partnerId: _id, repName, storeName, company }]
    }),
    partners: await Promise.all(partners.map((one) => showOwn(one, senders.get(one.repId), at))),
  }
}
