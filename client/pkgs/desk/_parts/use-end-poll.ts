// Which question stands at the end of the article, and which could? Asked for only when somebody wants to know.
import { useState } from 'react'
import { useOpenPolls } from './use-polls'
import type { PostDesk } from './use-post-desk'

type Chosen = { pollId: string; question: string; closesAt: number }

/** isOver: readers would not see it any more. chosen: null as well while it is not known. */
export const useEndPoll = ({ form, post }: Pick<PostDesk, 'form' | 'post'>) => {
  const [isAsked, setAsked] = useState(false)
  const { pollId } = form
  const saved = post?.poll?.pollId === pollId ? (post?.poll ?? null) : null
  const { data } = useOpenPolls(isAsked || (pollId !== null && saved === null))
  const open: Chosen[] | null = data?.polls.filter(({ whoMayVote }) => whoMayVote !== 'reps') ?? null
  const chosen = pollId === null ? null : (open?.find((poll) => poll.pollId === pollId) ?? saved)
  const isGone = open?.every((poll) => poll.pollId !== pollId)
  const isOver = pollId !== null && (isGone === true || (chosen !== null && chosen.closesAt <= Date.now()))
  return { open: open ?? [], chosen, isOver, ask: () => setAsked(true) }
}
