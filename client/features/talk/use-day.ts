// With whom does she talk today? The list as the cloud has it, with what she told and is not there yet; and telling.
import { useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { deliver, flushOutbox, listWaiting, whenDelivered } from '@/platform/outbox'
import { queries } from '@/platform/queries'
import { joinDay, type Told, tellIn } from './day'
import type { Answer, Conflict, Said, ShownDay } from './shown'

export const DAY = ['rep', 'talk.list'] as const

const shown = (): ShownDay | undefined => queries.getQueryData<ShownDay>(DAY)

const waiting = (): Told[] =>
  listWaiting('talk.tell').map(({ payload: { day, contactId, end }, saidAt }) => ({
    day,
    contactId,
    outcome: end === null ? null : { end, at: saidAt },
  }))

/** What she told without signal goes first, so that the list knows of it. */
const listDay = async (): Promise<ShownDay> => {
  await flushOutbox()
  const day = await call('rep', 'talk.list', {})
  return joinDay(shown(), day, waiting())
}

const take = (answer: Answer): void =>
  void queries.setQueryData<ShownDay>(DAY, (list) => joinDay(list, answer.today, waiting()))

const CONFLICTS = ['rep', 'talk.conflicts'] as const

/** Told to her until she has seen it; of one contact the last. */
export const keepConflict = (conflict: Conflict): void =>
  void queries.setQueryData<Conflict[]>(CONFLICTS, (known = []) => [
    ...known.filter(({ contactId }) => contactId !== conflict.contactId),
    conflict,
  ])

const keyOf = ({ day, contactId }: Omit<Said, 'end'>): string => `talk.${day}.${contactId}`

/** What this phone said and has no answer to: an answer that was lost on the way makes it look like another's. */
const own = new Map<string, Said['end'][]>()

const isUnsent = (said: Omit<Said, 'end'>): boolean =>
  listWaiting('talk.tell').some(({ payload }) => keyOf(payload) === keyOf(said))

const conflictOf = ({ held, was }: Answer, said: Said): Conflict | null => {
  const isOwn = was !== null && (own.get(keyOf(said)) ?? []).includes(was.end)
  if (!isUnsent(said)) own.delete(keyOf(said))
  return was === null || isOwn ? null : { contactId: said.contactId, said: said.end, held, was }
}

whenDelivered('talk.tell', (answer, said) => {
  take(answer)
  const conflict = conflictOf(answer, said)
  if (conflict) keepConflict(conflict)
})

export const useConflicts = () => {
  const { data } = useQuery<Conflict[]>({ queryKey: CONFLICTS, queryFn: () => [], enabled: false })
  return { conflicts: data ?? [], onSeen: () => void queries.setQueryData<Conflict[]>(CONFLICTS, []) }
}

export const useDay = () => useQuery({ queryKey: DAY, queryFn: listDay })

/** What the cloud knew of it when this phone last heard: what waits to be sent it does not know yet. */
const knownOf = (said: Omit<Said, 'end'>): Said['end'] => {
  const unsent = listWaiting('talk.tell').find(({ payload }) => keyOf(payload) === keyOf(said))
  if (unsent) return unsent.payload.from
  return shown()?.talks.find(({ contactId }) => contactId === said.contactId)?.outcome?.end ?? null
}

/**
 * How it went; null takes it back. Shown at once, delivered now or when there is signal again. Not null where another phone
 * had said something else. Throws CallError when the server says no.
 */
export const tellOutcome = async (day: string, contactId: string, end: Said['end']): Promise<Conflict | null> => {
  const said = { day, contactId, end }
  const from = knownOf(said)
  own.set(keyOf(said), [...(own.get(keyOf(said)) ?? []), end])
  const outcome = end === null ? null : { end, at: Date.now() }
  queries.setQueryData<ShownDay>(DAY, (list) => list && tellIn(list, { day, contactId, outcome }))
  try {
    const answer = await deliver(keyOf(said), 'talk.tell', { ...said, from, agoMs: 0 })
    if (!answer) return null
    take(answer)
    return conflictOf(answer, said)
  } catch (error) {
    void queries.invalidateQueries({ queryKey: DAY })
    throw error
  }
}
