// The texts that the reps of a post get, as HQ looks at them before they go out, and who found them fine.
import type { Output } from '@shared/contracts'
import type { PostId } from '@shared/domain/ids'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'

export type Pool = Output<'hq', 'pool.see'>
export type PoolText = Pool['sample'][number]
export type VariedWord = Pool['words'][number]
export type Approval = NonNullable<Pool['approved']>

const poolKey = (postId: string, version: number) => ['hq', 'pool.see', postId, version] as const

/** The pool of another version stays in sight until this one's is there. */
export const usePool = (postId: string, version: number, enabled: boolean) =>
  useQuery({
    queryKey: poolKey(postId, version),
    queryFn: () => call('hq', 'pool.see', { postId: postId as PostId, version }),
    enabled: enabled && version > 0,
    placeholderData: (before, query) => (query?.queryKey[2] === postId ? before : undefined),
    refetchOnWindowFocus: false,
  })

export const useApproval = (postId: string, version: number) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call('hq', 'pool.approve', { postId: postId as PostId, version }),
    onSuccess: (approved) =>
      queries.setQueryData<Pool>(poolKey(postId, version), (pool) => (pool ? { ...pool, approved } : pool)),
  })
}
