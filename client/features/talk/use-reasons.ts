// Which reasons to talk work, as the desk asks for it.
import type { Output } from '@shared/contracts'
import { useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'

export type Reasons = Output<'hq', 'talk.reasons'>

export const useReasons = () =>
  useQuery({ queryKey: ['hq', 'talk.reasons'], queryFn: () => call('hq', 'talk.reasons', {}) })
