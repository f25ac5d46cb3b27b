// Which words of another phone did hers take the place of? Told on the group's page, also when they arrived later.
import type { Output } from '@shared/contracts'
import { recordOf } from '@shared/domain/record'
import { useSyncExternalStore } from 'react'

export type Replaced = Output<'rep', 'group.save'>['replaced']

let unseen: Readonly<Record<string, Replaced>> = {}
const listeners = new Set<() => void>()

const turn = (next: Readonly<Record<string, Replaced>>): void => {
  unseen = next
  for (const hear of listeners) hear()
}
const listen = (hear: () => void) => {
  listeners.add(hear)
  return () => void listeners.delete(hear)
}

export const announce = (groupId: string, fields: Replaced): void => turn({ ...unseen, [groupId]: fields })

/** null: nothing; and putting it away. */
export const useReplaced = (groupId: string): [Replaced | null, () => void] => {
  const fields = useSyncExternalStore(listen, () => unseen[groupId] ?? null)
  const seen = () => turn(recordOf(Object.entries(unseen).filter(([id]) => id !== groupId)))
  return [fields, seen]
}
