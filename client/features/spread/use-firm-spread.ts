// How do posts travel, by store or region? HQ's counts.
import type { Output } from '@shared/contracts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'

export type FirmSpread = Output<'hq', 'spread.see'>
export type Per = 'store' | 'region'

export const useFirmSpread = (postId: string | null, per: Per) =>
  useQuery({
    queryKey: ['hq', 'spread.see', postId, per],
    queryFn: () => call('hq', 'spread.see', { postId, per }),
    placeholderData: keepPreviousData,
  })
