// Polls as HQ's desk asks for them and changes them.
import type { HqPoll, SavedPoll } from '@shared/contracts/poll'
import type { PollId } from '@shared/domain/ids'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'

export type { HqPoll, SavedPoll }
export type Turn = 'poll.open' | 'poll.close' | 'poll.withdraw'

const POLLS = ['hq', 'polls'] as const

export const useHqPolls = () =>
  useInfiniteQuery({
    queryKey: POLLS,
    queryFn: ({ pageParam }) => call('hq', 'poll.list', pageParam ? { cursor: pageParam } : {}),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

/** Those that are open now, in one answer. */
export const useOpenPolls = (isAsked: boolean) =>
  useQuery({
    queryKey: [...POLLS, 'open'],
    queryFn: () => call('hq', 'poll.list', { open: true }),
    enabled: isAsked,
  })

export const useHqPoll = (pollId: string) =>
  useQuery({ queryKey: [...POLLS, pollId], queryFn: () => call('hq', 'poll.see', { pollId: pollId as PollId }) })

/** Both throw CallError when the cloud says no. */
export const useHqPollActs = () => {
  const client = useQueryClient()
  const after = async <T>(act: Promise<T>): Promise<T> => {
    const answer = await act
    await client.invalidateQueries({ queryKey: POLLS })
    return answer
  }
  return {
    save: (poll: SavedPoll) => after(call('hq', 'poll.save', poll)),
    turn: (act: Turn, { pollId, rev }: Pick<HqPoll, 'pollId' | 'rev'>) => after(call('hq', act, { pollId, rev })),
  }
}
