// Reps as HQ sees them, who may follow one, and handing over as an act.
import type { Input, Output } from '@shared/contracts'
import type { MemberId } from '@shared/domain/ids'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '@/platform/call'

export type RepRow = Output<'hq', 'member.list'>['members'][number]

const listKey = ['hq', 'member.list'] as const

export type Sought = Omit<Input<'hq', 'member.list'>, 'cursor' | 'successorsOf'>

export const usePeople = (sought: Sought = {}) => {
  const query = useInfiniteQuery({
    queryKey: [...listKey, sought],
    queryFn: ({ pageParam }) => call('hq', 'member.list', { ...sought, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.members) ?? [], [query.data])
  return { ...query, rows }
}

/** Asked anew whenever the dialog opens: who could follow yesterday may have left. */
export const useSuccessors = (fromId: string | null) =>
  useQuery({
    queryKey: ['hq', 'member.list', 'successors', fromId],
    queryFn: () => call('hq', 'member.list', { successorsOf: fromId as MemberId }),
    enabled: fromId !== null,
    gcTime: 0,
  })

/** Both throw CallError. */
export const useHandovers = () => {
  const queries = useQueryClient()
  const seen = (): void => void queries.invalidateQueries({ queryKey: listKey })
  return {
    begin: async (fromId: string, toId: string): Promise<void> => {
      await call('hq', 'handover.begin', { fromId: fromId as MemberId, toId: toId as MemberId })
      seen()
    },
    cancel: async (fromId: string): Promise<void> => {
      await call('hq', 'handover.cancel', { fromId: fromId as MemberId })
      seen()
    },
  }
}
