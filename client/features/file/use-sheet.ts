// What the phone shows of a contact's sheet: the cached answer, changed at once by what she does, refreshed behind it.
import type { ContactSheet } from '@shared/contracts/file'
import { useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { countWaiting, flushOutbox } from '@/platform/outbox'
import { queries } from '@/platform/queries'

export type { ContactSheet, ShownHit, ShownNote, ShownSheet } from '@shared/contracts/file'
export type ShownPromise = ContactSheet['promises'][number]
export type ShownOccasion = ContactSheet['occasions'][number]

export const SHEETS = ['rep', 'sheet.see'] as const

/** By contact and field: what the cloud held before her changes that it has not answered yet. */
const unanswered = new Map<string, unknown>()
const fieldKey = (contactId: string, field: string): string => `${contactId}.${field}`

/** What a change replaces: several changes without an answer between them all replace what the cloud held before the first. */
export const replacedBy = <T>(contactId: string, field: string, shown: T): T => {
  const key = fieldKey(contactId, field)
  if (!unanswered.has(key)) unanswered.set(key, shown)
  return unanswered.get(key) as T
}
export const answered = (contactId: string, field: string): void => void unanswered.delete(fieldKey(contactId, field))

/** What waits is handed over first: an answer without it would take away what she has just written. */
const ask = async (contactId: string): Promise<ContactSheet> => {
  if (countWaiting() > 0) await flushOutbox()
  const known = await call('rep', 'sheet.see', { contactId })
  if (countWaiting() === 0) unanswered.clear()
  return known
}

export const useSheet = (contactId: string) =>
  useQuery({ queryKey: [...SHEETS, contactId], queryFn: () => ask(contactId), enabled: contactId !== '' })

/** What the screens show at once, before and without the server's answer. */
export const showSheet = (contactId: string, change: (known: ContactSheet) => ContactSheet): void =>
  void queries.setQueryData<ContactSheet>([...SHEETS, contactId], (known) => known && change(known))

export const seenSheet = (contactId: string): ContactSheet | undefined =>
  queries.getQueryData<ContactSheet>([...SHEETS, contactId])

export const askSheetAnew = (contactId: string): void =>
  void queries.invalidateQueries({ queryKey: [...SHEETS, contactId] })
