// A rep's own contacts by circle, and the circles of one of them.
import type { Output } from '@shared/contracts'
import { useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'

export type OwnCircles = Output<'rep', 'circle.list'>
export type OwnCircle = OwnCircles['circles'][number]
export type CirclesOf = Output<'rep', 'circle.of'>

export type CountedCircle = Output<'rep', 'circle.count'>['circles'][number]

const KEY = ['rep', 'circles'] as const

/** Of those that a post is meant for; null: of all. */
export const useCircleCounts = (postId: string | null) =>
  useQuery({ queryKey: [...KEY, 'count', postId], queryFn: () => call('rep', 'circle.count', { postId }) })

export const useOwnCircles = () => useQuery({ queryKey: KEY, queryFn: () => call('rep', 'circle.list', {}) })

export const useCirclesOf = (contactId: string) =>
  useQuery({ queryKey: [...KEY, contactId], queryFn: () => call('rep', 'circle.of', { contactId }) })
