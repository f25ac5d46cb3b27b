// A rep's key people, what is due to each, and what she writes down of them.

import type { ContactId, SupportId } from '@shared/domain/ids'
import type { Noted } from '@shared/domain/kol'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { mintId } from '@/platform/mint'

export type { KeyPerson, KolList, ShownTier } from '@shared/contracts/kol'

const KEY = ['rep', 'kol.list'] as const

export const useKeyPeople = () => useQuery({ queryKey: KEY, queryFn: () => call('rep', 'kol.list', {}) })

export const useKeyPerson = (contactId: string) =>
  useQuery({
    queryKey: [...KEY, contactId],
    queryFn: () => call('rep', 'kol.list', { contactId: contactId as ContactId }),
  })

/** Said again, a try that got lost is the same entry. */
export const newEntry = (): SupportId => mintId() as SupportId

/** Each throws CallError when the cloud says no. */
export const useKolActs = (id: string) => {
  const client = useQueryClient()
  const contactId = id as ContactId
  const after = async <T>(act: Promise<T>): Promise<T> => {
    try {
      return await act
    } finally {
      await client.invalidateQueries({ queryKey: [...KEY] })
    }
  }
  return {
    note: (entryId: SupportId, of: Noted, note: string) =>
      after(call('rep', 'kol.note', { entryId, contactId, of, note, agoMs: 0 })),
    give: (supportId: string) =>
      after(call('rep', 'kol.give', { entryId: newEntry(), contactId, supportId, agoMs: 0 })),
    undo: (entryId: string) => after(call('rep', 'kol.undo', { entryId: entryId as SupportId })),
  }
}
