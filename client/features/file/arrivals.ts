// What an answer said that came when no screen waited for it any more: hits in a note, what another phone had written.
import type { Output } from '@shared/contracts'
import { useSyncExternalStore } from 'react'

export type Arrival =
  | { of: 'hits'; contactId: string; kept: Output<'rep', 'note.write'> }
  | { of: 'replaced' | 'late'; contactId: string; fields: readonly string[] }

let unseen: Arrival[] = []
const listeners = new Set<() => void>()

const turn = (next: Arrival[]): void => {
  unseen = next
  for (const hear of listeners) hear()
}
const listen = (hear: () => void) => {
  listeners.add(hear)
  return () => void listeners.delete(hear)
}

export const announce = (arrival: Arrival): void => turn([...unseen, arrival])

/** The first one of this contact that she has not seen, and putting it away. */
export const useArrival = (contactId: string): [Arrival | null, () => void] => {
  const arrival = useSyncExternalStore(listen, () => unseen.find((one) => one.contactId === contactId) ?? null)
  return [arrival, () => turn(unseen.filter((one) => one !== arrival))]
}
