// What a post said before: a list of its versions, one of them whole, and bringing one back.
import type { Output } from '@shared/contracts'
import type { PostId } from '@shared/domain/ids'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '@/platform/call'

export type VersionRow = Output<'hq', 'version.list'>['versions'][number]
export type SeenVersion = Output<'hq', 'version.see'>

/** `stored`: the version that is stored now; a new one asks the list anew. */
export const useVersions = (postId: string, stored: number) => {
  const query = useInfiniteQuery({
    queryKey: ['hq', 'version.list', postId, stored],
    queryFn: ({ pageParam }) =>
      call('hq', 'version.list', { postId: postId as PostId, ...(pageParam > 0 && { before: pageParam }) }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: stored > 0,
    refetchOnWindowFocus: false,
  })
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.versions) ?? [], [query.data])
  return { ...query, rows }
}

/** A version never changes; its pictures' addresses expire. */
const KEPT_MS = 10 * 60_000

export const useVersion = (postId: string, version: number) =>
  useQuery({
    queryKey: ['hq', 'version.see', postId, version],
    queryFn: () => call('hq', 'version.see', { postId: postId as PostId, version }),
    enabled: version > 0,
    staleTime: KEPT_MS,
    refetchOnWindowFocus: false,
  })
