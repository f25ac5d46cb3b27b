// The article and whose it is; what the phone remembers of it is shown at once.

import type { Output } from '@shared/contracts'
import type { PostId, ShareToken } from '@shared/domain/ids'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { groupCard } from '@/platform/group-card'
import type { Shareable } from '@/platform/reader-share'
import { asShown } from '@/ui/error-text'
import type { Target } from './target'

export type OpenedPost = Output<'reader', 'post.read'>

export const queryKeyOf = ({ postId, token }: Target) => ['reader', 'post.read', postId ?? '', token ?? ''] as const

/** `gone`: what was remembered must not be shown any more. `isOld`: shown from memory, for there is no signal. */
export type Loaded = { query: UseQueryResult<OpenedPost>; post: OpenedPost | null; gone: boolean; isOld: boolean }

export const useOpened = (target: Target): Loaded => {
  const query = useQuery({
    queryKey: queryKeyOf(target),
    queryFn: async () => call('reader', 'post.read', target, await groupCard()),
    refetchOnWindowFocus: false,
  })
  const code = query.error ? asShown(query.error).code : ''
  const gone = code === 'gone' || code === 'not-found'
  return { query, post: gone ? null : (query.data ?? null), gone, isOld: code === 'offline' }
}

export const shareableOf = ({ article, token }: OpenedPost): Shareable => ({
  postId: article.postId as PostId,
  token: token as ShareToken | null,
  title: article.title,
  imageUrl: article.cover?.url ?? '',
})
