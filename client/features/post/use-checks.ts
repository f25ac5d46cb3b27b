// What has WeChat said of a stored version? Asked for by the editor, answered by and by, decided by an approver where it asks.
import type { Output } from '@shared/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'

export type ShownChecks = Output<'hq', 'check.see'>
export type ShownCheck = ShownChecks['checks'][number]
export type CheckedVersion = { of: 'post' | 'playbook' | 'submission'; id: string; version: number }

/** The timer asks every minute. */
const LOOK_AGAIN_MS = 20_000

const keyOf = ({ of, id, version }: CheckedVersion) => ['hq', 'check.see', of, id, version] as const

export const useChecks = (checked: CheckedVersion) => {
  const queries = useQueryClient()
  const queryKey = keyOf(checked)
  const keep = (shown: ShownChecks) => queries.setQueryData<ShownChecks>(queryKey, shown)
  const seen = useQuery({
    queryKey,
    queryFn: () => call('hq', 'check.see', checked),
    enabled: checked.version > 0,
    refetchInterval: ({ state }) => (state.data?.standing === 'waiting' ? LOOK_AGAIN_MS : false),
  })
  const ask = useMutation({ mutationFn: () => call('hq', 'check.ask', checked), onSuccess: keep })
  const decide = useMutation({
    mutationFn: (said: { checkId: string; ok: boolean }) => call('hq', 'check.decide', { ...checked, ...said }),
    onSuccess: keep,
  })
  return { shown: seen.data ?? null, ask, decide }
}
