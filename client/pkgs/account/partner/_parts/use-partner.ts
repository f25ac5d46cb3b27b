// Her invitations and what came through her: asked anew at each visit; until the answer is there, and without signal, the page
// shows what the phone remembers of the last one.
import type { OwnPartner, SeenPartner, ShownReferral, ShownTerms } from '@shared/contracts/partner'
import type { PartnerId, ReferralId } from '@shared/domain/ids'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'

export type { OwnPartner, SeenPartner, ShownReferral, ShownTerms }
export type Invitation = SeenPartner['invitations'][number]

const SEEN = ['reader', 'partner.see'] as const

/** invitation: the id that came with the address, '' without one. enabled: the cloud can be asked who she is. */
export const usePartner = (invitation: string, enabled: boolean) =>
  useQuery({
    queryKey: [...SEEN, invitation],
    queryFn: () => call('reader', 'partner.see', invitation ? { partnerId: invitation as PartnerId } : {}),
    refetchOnMount: 'always',
    enabled,
  })

/** Each throws CallError when the cloud says no. */
export const usePartnerActs = () => {
  const client = useQueryClient()
  const after = async <T>(act: Promise<T>): Promise<T> => {
    try {
      return await act
    } finally {
      await client.invalidateQueries({ queryKey: [...SEEN] })
    }
  }
  const as = (id: string) => id as PartnerId
  return {
    agree: (id: string, version: string, payName: string) =>
      after(call('reader', 'partner.answer', { partnerId: as(id), answer: 'yes', version, payName })),
    decline: (id: string, version: string) =>
      after(call('reader', 'partner.answer', { partnerId: as(id), answer: 'no', version })),
    leave: (id: string) => after(call('reader', 'partner.leave', { partnerId: as(id) })),
    dispute: (id: string, says: string) =>
      after(call('reader', 'partner.dispute', { referralId: id as ReferralId, says })),
  }
}
