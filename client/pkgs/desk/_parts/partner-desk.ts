// What HQ's desk asks about partners, objections and payouts.
import type { Input } from '@shared/contracts'
import type { PayoutId } from '@shared/domain/ids'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'

export type { HqDispute, HqPartner, ShownPayout } from '@shared/contracts/partner'

const PARTNERS = ['hq', 'partner.list'] as const
const DISPUTES = ['hq', 'dispute.list'] as const
const PAYOUTS = ['hq', 'payout.list'] as const

export const useHqPartners = () =>
  useInfiniteQuery({
    queryKey: PARTNERS,
    queryFn: ({ pageParam }) => call('hq', 'partner.list', pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
export const useDisputes = () => useQuery({ queryKey: DISPUTES, queryFn: () => call('hq', 'dispute.list', {}) })
export const usePayouts = () =>
  useInfiniteQuery({
    queryKey: PAYOUTS,
    queryFn: ({ pageParam }) => call('hq', 'payout.list', pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })

/** Each throws CallError when the cloud says no. */
export const usePartnerDesk = () => {
  const client = useQueryClient()
  const after = async <T>(act: Promise<T>): Promise<T> => {
    try {
      return await act
    } finally {
      const keys = [PARTNERS, DISPUTES, PAYOUTS]
      await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] })))
    }
  }
  const as = (id: string) => ({ payoutId: id as PayoutId })
  return {
    decide: (said: Input<'hq', 'dispute.decide'>) => after(call('hq', 'dispute.decide', said)),
    make: (id: string) => after(call('hq', 'payout.make', as(id))),
    approve: (id: string) => after(call('hq', 'payout.approve', as(id))),
    sendBack: (id: string, reason: string) => after(call('hq', 'payout.return', { ...as(id), reason })),
    pay: (id: string) => after(call('hq', 'payout.pay', as(id))),
    table: (id: string) => call('hq', 'payout.export', as(id)),
  }
}
