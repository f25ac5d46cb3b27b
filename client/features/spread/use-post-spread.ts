// What does the phone ask about the way of one post?
import type { Output } from '@shared/contracts'
import { useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'

export type PostSpread = Output<'rep', 'spread.post'>
export type PostTree = NonNullable<PostSpread['tree']>

export const usePostSpread = (postId: string) =>
  useQuery({
    queryKey: ['rep', 'spread.post', postId],
    queryFn: () => call('rep', 'spread.post', { postId }),
    enabled: postId !== '',
  })
