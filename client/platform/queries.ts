// Cache-first screens: answers are kept on the phone and shown at once, then refreshed.
import { dehydrate, hydrate, QueryClient } from '@tanstack/react-query'
import { CallError } from './call'
import { recall, remember } from './storage'

const KEEP_MS = 7 * 86_400_000
const SAVE_AFTER_MS = 500
/** Grows when an answer changes its shape: a screen must not be drawn from one that an older version of the app kept. */
const SHAPE = 4
const BUDGET_CHARACTERS = 400_000 // of the 1 MB that WeChat gives one key

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 0,
      gcTime: KEEP_MS,
      networkMode: 'always',
      retry: (failures, error) => error instanceof CallError && error.code === 'offline' && failures < 1,
    },
  },
})

type Kept = { shape: number; state: ReturnType<typeof dehydrate> }

const save = (): void => {
  const state = dehydrate(queries, { shouldDehydrateQuery: (query) => query.state.status === 'success' })
  state.queries.sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  while (state.queries.length > 0 && JSON.stringify(state).length > BUDGET_CHARACTERS) state.queries.pop()
  remember('ripple.cache', { shape: SHAPE, state } satisfies Kept)
}

/** Brings back what the phone remembers, and keeps it up to date from now on. */
export const startQueries = (): void => {
  const kept = recall<Partial<Kept>>('ripple.cache')
  if (kept?.shape === SHAPE && kept.state) hydrate(queries, kept.state)
  let timer: ReturnType<typeof setTimeout> | null = null
  queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || timer) return
    timer = setTimeout(() => {
      timer = null
      save()
    }, SAVE_AFTER_MS)
  })
}
