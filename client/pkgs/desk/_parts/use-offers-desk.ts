// What HQ's desk asks about what reps and customers offered.
import type { HqOffer, InboxOffer } from '@shared/contracts/submission'
import type { PostId, SubmissionId } from '@shared/domain/ids'
import type { SubmissionState } from '@shared/domain/submission'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { mintId } from '@/platform/mint'

export type { HqOffer, InboxOffer }

const OFFERS = ['hq', 'submission.list'] as const
const SEEN = ['hq', 'submission.see'] as const

export const useInbox = (state: SubmissionState) =>
  useInfiniteQuery({
    queryKey: [...OFFERS, state],
    queryFn: ({ pageParam }) =>
      call('hq', 'submission.list', pageParam === null ? { state } : { state, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })

export const useOffer = (id: string) =>
  useQuery({
    queryKey: [...SEEN, id],
    queryFn: () => call('hq', 'submission.see', { submissionId: id as SubmissionId }),
  })

/** Each throws CallError when the cloud says no. */
export const useOfferDesk = ({ submissionId, round }: Pick<HqOffer, 'submissionId' | 'round'>) => {
  const client = useQueryClient()
  const id = submissionId as SubmissionId
  const after = async (act: Promise<HqOffer>): Promise<HqOffer> => {
    try {
      return await act
    } finally {
      const keys = [OFFERS, [...SEEN, submissionId]]
      await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] })))
    }
  }
  const accept = async (looked: boolean): Promise<HqOffer> => {
    await call('render', 'submission.intake', { submissionId: id })
    return call('hq', 'submission.accept', { submissionId: id, round, postId: mintId() as PostId, looked })
  }
  return {
    accept: (looked: boolean) => after(accept(looked)),
    ask: (says: string) => after(call('hq', 'submission.ask', { submissionId: id, round, says })),
    decline: (reason: string) => after(call('hq', 'submission.decline', { submissionId: id, round, reason })),
    retract: (reason: string) => after(call('hq', 'submission.retract', { submissionId: id, reason })),
  }
}
