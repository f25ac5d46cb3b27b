// A second pair of eyes: what waits for it, and handing in, letting out, giving back.
import type { Output } from '@shared/contracts'
import type { PostId } from '@shared/domain/ids'
import type { ReviewState } from '@shared/domain/review'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '@/platform/call'
import type { ShownPost } from './draft-form'
import { type Out, usePostMemory } from './use-posts'

export type ReviewRow = Output<'hq', 'review.list'>['reviews'][number]
export type ShownReview = NonNullable<ShownPost['review']>

const reviewsKey = ['hq', 'review.list'] as const
type Of = Pick<ShownPost, 'postId' | 'version'>

export const useReviews = (tab: ReviewState) => {
  const query = useInfiniteQuery({
    queryKey: [...reviewsKey, tab],
    queryFn: ({ pageParam }) => call('hq', 'review.list', { tab, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.reviews) ?? [], [query.data])
  return { ...query, rows }
}

/** Who may decide about it, by name; null: about one that is not stored. */
export const useApprovers = (postId: string | null) =>
  useQuery({
    queryKey: ['hq', 'review.approvers', postId],
    queryFn: () => call('hq', 'review.approvers', postId === null ? {} : { postId: postId as PostId }),
  })

export const useReviewActs = () => {
  const { put } = usePostMemory()
  const queries = useQueryClient()
  return useMemo(() => {
    const keep = (post: ShownPost): ShownPost => {
      put(post)
      void queries.invalidateQueries({ queryKey: reviewsKey })
      return post
    }
    const idOf = ({ postId, version }: Of) => ({ postId: postId as PostId, version })
    return {
      submit: async (of: Of, out: Out) => keep(await call('hq', 'post.submit', { ...idOf(of), ...out })),
      approve: async (of: Of, publishAt: number | null) =>
        keep(await call('hq', 'post.approve', { ...idOf(of), publishAt })),
      giveBack: async (of: Of, notes: string) => keep(await call('hq', 'post.return', { ...idOf(of), notes })),
      withdraw: async (of: Of) => keep(await call('hq', 'post.withdraw', idOf(of))),
      /** Somebody else was faster: what is shown is asked for again. */
      refresh: () => void queries.invalidateQueries({ queryKey: ['hq'] }),
    }
  }, [put, queries])
}

/** When it goes out if it is approved now: as was wished, unless that has passed. */
export const wishOf = ({ publishAt }: Pick<ShownReview, 'publishAt'>, now: number): number | null =>
  publishAt !== null && publishAt > now ? publishAt : null
