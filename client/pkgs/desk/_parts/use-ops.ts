// What the approver asks of how the product runs; asked anew each minute while she looks.
import type { Output } from '@shared/contracts'
import { useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'

export type SeenOps = Output<'hq', 'ops.see'>

const EACH_MS = 60_000

export const useOps = () =>
  useQuery({
    ...{ queryKey: ['hq', 'ops.see'], queryFn: () => call('hq', 'ops.see', {}) },
    refetchInterval: EACH_MS,
  })
