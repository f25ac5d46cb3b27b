// What was done at the desk, and whether anybody touched the log of it.
import type { Output } from '@shared/contracts'
import { type AuditAct, type AuditFault, type AuditMark, type AuditSpan, joinSpans } from '@shared/domain/audit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { call } from '@/platform/call'

export type AuditRow = Output<'hq', 'audit.list'>['entries'][number]
/** of: 'post.<id>'; empty: whatever it was about. */
export type AuditFilter = { of: string; act: AuditAct | '' }

export const useAudits = ({ of, act }: AuditFilter) => {
  const query = useInfiniteQuery({
    queryKey: ['hq', 'audit.list', of, act],
    queryFn: ({ pageParam }) =>
      call('hq', 'audit.list', { ...(of && { of }), ...(act && { act }), ...(pageParam && { before: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.entries) ?? [], [query.data])
  return { ...query, rows }
}

export type Verifying = {
  phase: 'idle' | 'running' | 'done' | 'failed'
  n: number
  faults: AuditFault[]
  last: string | null
  span: AuditSpan | null
  signedBefore: number | null
  error: unknown
}
const IDLE: Verifying = { phase: 'idle', n: 0, faults: [], last: null, span: null, signedBefore: null, error: null }

/** From the first entry to the last, portion by portion. */
export const useVerifying = () => {
  const [state, setState] = useState(IDLE)
  const verify = useCallback(async () => {
    setState({ ...IDLE, phase: 'running' })
    try {
      const faults: AuditFault[] = []
      let from: AuditMark | null = null
      let span: AuditSpan | null = null
      do {
        const portion: Output<'hq', 'audit.verify'> = await call('hq', 'audit.verify', from ? { from } : {})
        faults.push(...portion.faults)
        from = portion.mark
        span = joinSpans(span, portion.span)
        const phase = from === null ? ('done' as const) : ('running' as const)
        const { n, last, signedBefore } = portion
        setState({ phase, n, faults: faults.slice(), last, span, signedBefore, error: null })
      } while (from !== null)
    } catch (error) {
      setState((before) => ({ ...before, phase: 'failed', error }))
    }
  }, [])
  return { ...state, verify }
}
