// HQ's rules of words, as its desk asks for them and changes them.
import type { SavedRule } from '@shared/contracts/signal'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'

const RULES = ['hq', 'signal.list'] as const

export const useHqRules = () => useQuery({ queryKey: RULES, queryFn: () => call('hq', 'signal.list', {}) })

/** Both throw CallError when the cloud says no. */
export const useHqActs = () => {
  const client = useQueryClient()
  const after = async <T>(act: Promise<T>): Promise<T> => {
    const answer = await act
    await client.invalidateQueries({ queryKey: RULES })
    return answer
  }
  return {
    save: (rule: SavedRule) => after(call('hq', 'signal.save', rule)),
    drop: (ruleId: string) => after(call('hq', 'signal.drop', { ruleId })),
  }
}
