// HQ's posts, stores and acts on them, as both desks ask for them.

import type { Output } from '@shared/contracts'
import type { PostId } from '@shared/domain/ids'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { call } from '@/platform/call'
import type { ShownPost } from './draft-form'
import type { SignedFor } from './signing'

export type PostRow = Output<'hq', 'post.list'>['posts'][number]
export type ShownStore = Output<'hq', 'store.list'>['stores'][number]

const listKey = ['hq', 'post.list'] as const
const postKey = (postId: string) => ['hq', 'post.see', postId] as const

export const useEditor = () => useQuery({ queryKey: ['hq', 'me.see'], queryFn: () => call('hq', 'me.see', {}) })

export const useStores = () => {
  const query = useQuery({ queryKey: ['hq', 'store.list'], queryFn: () => call('hq', 'store.list', {}) })
  return query.data?.stores ?? []
}

export const usePosts = () => {
  const query = useInfiniteQuery({
    queryKey: listKey,
    queryFn: ({ pageParam }) => call('hq', 'post.list', pageParam ? { cursor: pageParam } : {}),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.posts) ?? [], [query.data])
  return { ...query, rows }
}

/** The newest stored version; asked again on every opening, an older answer never stands in for it. */
export const usePost = (postId: string, isNew: boolean) =>
  useQuery({
    queryKey: postKey(postId),
    queryFn: () => call('hq', 'post.see', { postId: postId as PostId }),
    enabled: !isNew,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** After an act: what the server answered is the post, and lists are asked again. */
export const usePostMemory = () => {
  const queries = useQueryClient()
  return useMemo(
    () => ({
      put: (post: ShownPost): void => {
        queries.setQueryData(postKey(post.postId), post)
        void queries.invalidateQueries({ queryKey: listKey })
      },
    }),
    [queries],
  )
}

/** When (null: now), and who answers for which words. */
export type Out = { publishAt: number | null } & SignedFor

export const usePostActs = () => {
  const { put } = usePostMemory()
  const publish = useCallback(
    async (post: Pick<ShownPost, 'postId' | 'version'>, out: Out): Promise<ShownPost> => {
      const postId = post.postId as PostId
      const stored = await call('hq', 'post.publish', { postId, version: post.version, ...out })
      put(stored)
      return stored
    },
    [put],
  )
  const recall = useCallback(
    async (postId: string, reason: string): Promise<ShownPost> => {
      const stored = await call('hq', 'post.recall', { postId: postId as PostId, reason })
      put(stored)
      return stored
    },
    [put],
  )
  return { publish, recall }
}

/** n stores and m reps that a post for these stores reaches; none chosen is every store. */
export const countAudience = (stores: readonly ShownStore[], storeIds: readonly string[]) => {
  const chosen = storeIds.length === 0 ? stores : stores.filter((store) => storeIds.includes(store.storeId))
  return { stores: chosen.length, reps: chosen.reduce((sum, store) => sum + store.reps, 0) }
}
