// What the desk asks about what goes out: exports with their log, addresses that are told, programs with tokens.
import type { Input } from '@shared/contracts'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'

const EXPORTS = ['hq', 'export.list'] as const
const HOOKS = ['hq', 'webhook.list'] as const
const DELIVERIES = ['hq', 'delivery.list'] as const
const TOKENS = ['hq', 'token.list'] as const
/** Tellings are sent once a minute. */
const LOOK_AGAIN_MS = 60_000

export const useExports = () =>
  useInfiniteQuery({
    queryKey: EXPORTS,
    queryFn: ({ pageParam }) => call('hq', 'export.list', pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })

export const useHooks = () =>
  useQuery({ queryKey: HOOKS, queryFn: () => call('hq', 'webhook.list', {}), refetchInterval: LOOK_AGAIN_MS })

export const useDeliveries = (webhookId: string) =>
  useInfiniteQuery({
    queryKey: [...DELIVERIES, webhookId],
    queryFn: ({ pageParam }) =>
      call('hq', 'delivery.list', { webhookId, ...(pageParam === null ? {} : { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })

export const useTokens = () => useQuery({ queryKey: TOKENS, queryFn: () => call('hq', 'token.list', {}) })

/** Each throws CallError when the cloud says no. */
export const useExchangeActs = () => {
  const client = useQueryClient()
  const after = async <T>(act: Promise<T>, ...keys: (readonly string[])[]): Promise<T> => {
    try {
      return await act
    } finally {
      // also when refused: somebody else may have changed it
      await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] })))
    }
  }
  return {
    askExportsAnew: () => client.invalidateQueries({ queryKey: [...EXPORTS] }),
    saveHook: (hook: Input<'hq', 'webhook.save'>) => after(call('hq', 'webhook.save', hook), HOOKS),
    dropHook: (webhookId: string) => after(call('hq', 'webhook.drop', { webhookId }), HOOKS),
    replay: (deliveryId: string, replays: number) =>
      after(call('hq', 'delivery.replay', { deliveryId, replays }), DELIVERIES, HOOKS),
    makeToken: (token: Input<'hq', 'token.make'>) => after(call('hq', 'token.make', token), TOKENS),
    dropToken: (tokenId: string) => after(call('hq', 'token.drop', { tokenId }), TOKENS),
  }
}
