// How a post is read, and what became of all that are out, as the desk asks for it.
import type { Output } from '@shared/contracts'
import type { PostId } from '@shared/domain/ids'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'

export type Heat = Output<'hq', 'post.heat'>
export type HeatSection = Heat['sections'][number]
export type Adoption = Output<'hq', 'adoption.see'>
export type Counted = Heat['counted']

/** Another span of days keeps the last answer on screen until its own is there. */
export const useHeat = (postId: string, days: number) =>
  useQuery({
    queryKey: ['hq', 'post.heat', postId, days],
    queryFn: () => call('hq', 'post.heat', { postId: postId as PostId, days }),
    placeholderData: keepPreviousData,
  })

export const useAdoption = (days: number) =>
  useQuery({
    queryKey: ['hq', 'adoption.see', days],
    queryFn: () => call('hq', 'adoption.see', { days }),
    placeholderData: keepPreviousData,
  })
