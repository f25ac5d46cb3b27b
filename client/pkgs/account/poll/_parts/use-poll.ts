// One question as a customer sees it, and her own voice. In a browser nobody is known before she agrees to be.
import type { SeenPollWithVoice } from '@shared/contracts/poll'
import type { PollId } from '@shared/domain/ids'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said } from '@/features/poll/VoteForm'
import { call } from '@/platform/call'
import { ensureIdentity } from '@/platform/session'

export type CustomersPoll = SeenPollWithVoice & { version: string }

const keyOf = (pollId: string) => ['reader', 'poll.see', pollId] as const

export const useCustomersPoll = (pollId: string) =>
  useQuery({
    queryKey: keyOf(pollId),
    queryFn: () => call('reader', 'poll.see', { pollId: pollId as PollId }),
    refetchOnMount: 'always',
  })

/** Each throws CallError when the cloud says no. */
export const useVoice = (id: string) => {
  const client = useQueryClient()
  const pollId = id as PollId
  const after = async (act: Promise<unknown>): Promise<void> => {
    await act
    await client.invalidateQueries({ queryKey: ['reader'] })
  }
  return {
    vote: async (said: Said, agreedTo: string | null) => {
      await ensureIdentity()
      await after(call('reader', 'poll.vote', { pollId, ...said, agreedTo }))
    },
    takeBack: () => after(call('reader', 'poll.take-back', { pollId })),
  }
}
