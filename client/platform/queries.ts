// Cache-first screens: answers are kept on the phone and shown at once, then refreshed.
import { dehydrate, hydrate, type Query, QueryClient } from '@tanstack/react-query'
import { CallError } from './call'
import { recall, remember } from './storage'

const KEEP_MS = 7 * 86_400_000
const SAVE_AFTER_MS = 500
/** What she did herself is written down sooner: the app may be killed while it still waits for signal. */
const SAVE_OWN_AFTER_MS = 50
/** Grows when an answer changes its shape: a screen must not be drawn from one that an older version of the app kept. */
const SHAPE = 5
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

/** What she cannot work without in a shop's basement is the last to go: her day, her contacts, her kits; then the newest. */
const LAST_TO_GO: readonly unknown[] = ['talk.list', 'contact.list', 'kit.list', 'kit.open', 'me.see']

type State = ReturnType<typeof dehydrate>
type Kept = { shape: number; state: State }

const isLastToGo = ({ queryKey }: State['queries'][number]): boolean => LAST_TO_GO.includes(queryKey[1])

/** As many answers as there is room for; one that is too large does not take the others along. */
const within = (state: State, budget: number): State => {
  const inTurn = [...state.queries].sort(
    (a, b) => Number(isLastToGo(b)) - Number(isLastToGo(a)) || b.state.dataUpdatedAt - a.state.dataUpdatedAt,
  )
  let left = budget - JSON.stringify({ ...state, queries: [] }).length
  const queries = inTurn.filter((query) => {
    const size = JSON.stringify(query).length + 1
    if (size > left) return false
    left -= size
    return true
  })
  return { ...state, queries }
}

/** Says that what is remembered holds no longer: it is not remembered then. */
const FINAL: readonly unknown[] = ['forbidden', 'gone', 'not-found', 'invalid']

/** What could not be refreshed is still the last answer. */
const isWorthKeeping = ({ state }: Query): boolean =>
  state.data !== undefined && !FINAL.includes((state.error as { code?: string } | null)?.code)

const asAnswered = (query: State['queries'][number]): State['queries'][number] => ({
  ...query,
  state: { ...query.state, status: 'success', error: null, fetchFailureCount: 0, fetchFailureReason: null },
})

/** A phone that is nearly full keeps at least what matters most. */
const save = (): void => {
  const known = dehydrate(queries, { shouldDehydrateQuery: isWorthKeeping })
  const state = { ...known, queries: known.queries.map(asAnswered) }
  for (const budget of [BUDGET_CHARACTERS, BUDGET_CHARACTERS / 4])
    if (remember('ripple.cache', { shape: SHAPE, state: within(state, budget) } satisfies Kept)) return
}

/** Brings back what the phone remembers, and keeps it up to date from now on. */
export const startQueries = (): void => {
  const kept = recall<Partial<Kept>>('ripple.cache')
  if (kept?.shape === SHAPE && kept.state) hydrate(queries, kept.state)
  let due: { at: number; timer: ReturnType<typeof setTimeout> } | null = null
  const saveAfter = (ms: number): void => {
    const at = Date.now() + ms
    if (due && due.at <= at) return
    if (due) clearTimeout(due.timer)
    const timer = setTimeout(() => {
      due = null
      save()
    }, ms)
    due = { at, timer }
  }
  queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return
    saveAfter(event.action.manual ? SAVE_OWN_AFTER_MS : SAVE_AFTER_MS)
  })
}
