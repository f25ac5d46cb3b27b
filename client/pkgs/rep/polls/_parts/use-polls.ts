// The questions a rep is asked or may look at, and her own voice in one of them.
import type { Output } from '@shared/contracts'
import type { PollId } from '@shared/domain/ids'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Said } from '@/features/poll/VoteForm'
import { call } from '@/platform/call'

export type ListedPoll = Output<'rep', 'poll.list'>['polls'][number]

const POLLS = ['rep', 'polls'] as const

export const usePolls = () => useQuery({ queryKey: POLLS, queryFn: () => call('rep', 'poll.list', {}) })

export const usePoll = (pollId: string) =>
  useQuery({ queryKey: [...POLLS, pollId], queryFn: () => call('rep', 'poll.see', { pollId: pollId as PollId }) })

/** Each throws CallError when the cloud says no. */
export const usePollActs = (id: string) => {
  const client = useQueryClient()
  const pollId = id as PollId
  const after = async (act: Promise<unknown>): Promise<void> => {
    await act
    await client.invalidateQueries({ queryKey: POLLS })
  }
  return {
    vote: (said: Said) => after(call('rep', 'poll.vote', { pollId, ...said })),
    takeBack: () => after(call('rep', 'poll.take-back', { pollId })),
  }
}
