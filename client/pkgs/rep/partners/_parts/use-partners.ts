// A rep's partners, whom she might ask, and the purchases at which a partner was named.
import type { ContactId, DealId, PartnerId, ReferralId } from '@shared/domain/ids'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { mintId } from '@/platform/mint'

export type { ShownCandidate, ShownPartner, ShownReferral } from '@shared/contracts/partner'

const PARTNERS = ['rep', 'partner.list'] as const
const REFERRALS = ['rep', 'partner.referrals'] as const
const DEALS = ['rep', 'deal.list', 'partner'] as const

export const usePartners = () =>
  useQuery({ queryKey: PARTNERS, queryFn: () => call('rep', 'partner.list', {}), refetchOnMount: 'always' })

export const useReferrals = (partnerId: string) =>
  useQuery({
    queryKey: [...REFERRALS, partnerId],
    queryFn: () => call('rep', 'partner.referrals', { partnerId: partnerId as PartnerId }),
  })

/** Her latest deals, to say at which a code was named. */
export const useLatestDeals = () => useQuery({ queryKey: DEALS, queryFn: () => call('rep', 'deal.list', {}) })

/** Each throws CallError when the cloud says no. */
export const usePartnerActs = () => {
  const client = useQueryClient()
  const after = async <T>(act: Promise<T>): Promise<T> => {
    try {
      return await act
    } finally {
      await Promise.all([PARTNERS, REFERRALS].map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] })))
    }
  }
  return {
    invite: (contactId: string) =>
      after(call('rep', 'partner.invite', { partnerId: mintId() as PartnerId, contactId: contactId as ContactId })),
    uninvite: (partnerId: string) => after(call('rep', 'partner.uninvite', { partnerId: partnerId as PartnerId })),
    claim: (dealId: string, code: string) => after(call('rep', 'partner.claim', { dealId: dealId as DealId, code })),
    dispute: (id: string, says: string) =>
      after(call('rep', 'partner.dispute', { referralId: id as ReferralId, says })),
  }
}
