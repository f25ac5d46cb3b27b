// Which words are listened for, and where were they met? Her own rules change at once, with or without signal.
import type { Output } from '@shared/contracts'
import type { SavedRule, ShownRule } from '@shared/contracts/signal'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { deliver } from '@/platform/outbox'
import { queries } from '@/platform/queries'

export type { ShownHits, ShownRule } from '@shared/contracts/signal'
export type Rules = Output<'rep', 'signal.rules'>

const RULES = ['rep', 'signal.rules'] as const
const HITS = ['rep', 'signal.list'] as const

export const useRules = () => useQuery({ queryKey: RULES, queryFn: () => call('rep', 'signal.rules', {}) })

export const useHits = () =>
  useInfiniteQuery({
    queryKey: HITS,
    queryFn: ({ pageParam }) => call('rep', 'signal.list', pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    refetchOnMount: 'always',
  })

export const askHitsAnew = (): void => void queries.invalidateQueries({ queryKey: HITS })

const showOwn = (change: (own: ShownRule[]) => ShownRule[]): void => {
  queries.setQueryData<Rules>(RULES, (known) => known && { ...known, own: change(known.own) })
}

const told = async <T>(act: Promise<T | null>): Promise<'kept' | 'later'> => {
  try {
    return (await act) === null ? 'later' : 'kept'
  } catch (error) {
    void queries.invalidateQueries({ queryKey: RULES })
    throw error
  }
}

/** Both throw CallError when the cloud says no; then the list is as it was. */
export const saveRule = (rule: SavedRule): Promise<'kept' | 'later'> => {
  showOwn((own) =>
    own.some(({ ruleId }) => ruleId === rule.ruleId)
      ? own.map((one) => (one.ruleId === rule.ruleId ? rule : one))
      : [...own, rule],
  )
  return told(deliver(`signal.${rule.ruleId}`, 'signal.save', rule))
}

export const dropRule = (ruleId: string): Promise<'kept' | 'later'> => {
  showOwn((own) => own.filter((one) => one.ruleId !== ruleId))
  return told(deliver(`signal.${ruleId}`, 'signal.drop', { ruleId }))
}
