// Topics that HQ's own posts like this one have, and what was written before in the fields beside them.
import type { Output } from '@shared/contracts'
import type { PostId } from '@shared/domain/ids'
import { POST_TEXT_MAX } from '@shared/domain/limits'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '@/platform/call'
import type { DraftForm } from './draft-form'

export type TopicIdeas = Output<'hq', 'topic.suggest'>
export type TopicIdea = TopicIdeas['topics'][number]

/** Asked only when she pauses: topics do not change with each keystroke. */
const ASK_AFTER_MS = 1_500

const useRested = <T>(value: T, ms: number): T => {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return rested
}

/** null while nothing is known; where asking fails there are simply no suggestions. */
export const useTopicIdeas = (postId: string, form: DraftForm, enabled: boolean): TopicIdeas | null => {
  const { text, title, sections, topics } = form
  const headings = [title, ...sections.map(({ heading }) => heading)].filter((heading) => heading.trim() !== '')
  const asked = useRested(JSON.stringify([text.slice(0, POST_TEXT_MAX), headings]), ASK_AFTER_MS)
  const query = useQuery({
    queryKey: ['hq', 'topic.suggest', postId, asked, topics],
    queryFn: () => {
      const [about, under] = JSON.parse(asked) as [string, string[]]
      return call('hq', 'topic.suggest', { postId: postId as PostId, text: about, headings: under, topics })
    },
    enabled,
    placeholderData: (before, last) => (last?.queryKey[2] === postId ? before : undefined),
    retry: false,
    refetchOnWindowFocus: false,
  })
  return query.data ?? null
}
