// Who was asked to be a partner, and what did she answer? The agreement stays as a proof; who she is goes when she leaves.
import type { ContactId, MemberId, PartnerId, PersonId } from '@shared/domain/ids'
import { PARTNERS_MAX, type Partner } from '@shared/domain/partner'
import { above, type Change, collection, EVERYTHING, oneOf } from '../collection'

const partners = collection<Partner>('partners')

export const findPartner = (id: PartnerId): Promise<Partner | null> => partners.get(id)
export const findPartners = (ids: readonly PartnerId[]): Promise<Partner[]> => partners.findMany(ids)
/** False when one of that id is there. */
export const insertPartner = (partner: Partner): Promise<boolean> => partners.insertIfAbsent(partner)

export const findPartnerByCode = async (code: string): Promise<Partner | null> =>
  (await partners.find({ code }, { limit: 1 }))[0] ?? null

export const listPartnersOf = (repId: MemberId): Promise<Partner[]> =>
  partners.find({ repId }, { order: [['_id', 'asc']], limit: PARTNERS_MAX })
export const listPartnersOfPerson = (personId: PersonId): Promise<Partner[]> => partners.find({ personId })
export const listInvitationsTo = async (contactIds: readonly ContactId[]): Promise<Partner[]> =>
  contactIds.length
    ? (await partners.find({ contactId: oneOf(contactIds) })).filter(({ state }) => state === 'invited')
    : []
export const isAsked = async (contactId: ContactId): Promise<boolean> =>
  (await partners.find({ contactId })).some(({ state }) => state === 'invited' || state === 'active')

/** False when it has been changed since. */
export const changePartner = async (
  { _id, rev }: Pick<Partner, '_id' | 'rev'>,
  change: Change<Omit<Partner, '_id' | 'rev'>>,
): Promise<boolean> => (await partners.change({ _id, rev }, { ...change, rev: rev + 1 })) > 0

export const removeInvitation = (_id: PartnerId, repId: MemberId): Promise<number> =>
  partners.remove({ _id, repId, state: 'invited' })

/** By _id, all reps' and states'. */
export const pagePartners = async (
  after: string | undefined,
  size: number,
): Promise<{ partners: Partner[]; next: string | null }> => {
  const found = await partners.find(after ? { _id: above(after) } : EVERYTHING, {
    order: [['_id', 'asc']],
    limit: size + 1,
  })
  const shown = found.slice(0, size)
  return { partners: shown, next: found.length > size ? (shown.at(-1)?._id ?? null) : null }
}
