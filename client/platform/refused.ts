// What the cloud would not take for good: kept, with her words and the reason, until she has seen it.
import type { CallError } from './call'
import { type Parcel, tellParcels } from './parcels'
import { recall, remember } from './storage'

export type Refused = {
  id: string
  action: string
  contactId: string | null
  words: string // what she wrote; '' where there was nothing to write
  saidAt: number
  at: number
  why: { code: string; message: string; trace: string; reason?: string }
}

const REFUSED_MAX = 50 // the oldest goes first

const WRITTEN = ['text', 'product', 'name', 'theme', 'rules', 'note', 'words', 'talk'] as const

/** Her own words in what was sent, at whatever depth; ids, days and numbers are none. */
const wordsIn = (payload: unknown): string[] => {
  if (typeof payload !== 'object' || payload === null) return []
  return Object.entries(payload).flatMap(([name, value]) => {
    if ((WRITTEN as readonly string[]).includes(name)) {
      const lines: unknown[] = Array.isArray(value) ? value : [value]
      const texts = lines.filter((line): line is string => typeof line === 'string' && line.trim() !== '')
      if (texts.length > 0) return texts
    }
    return name === 'from' ? [] : wordsIn(value)
  })
}

let unstored: Refused[] | null = null

export const listRefused = (): Refused[] => unstored ?? recall<Refused[]>('ripple.refused') ?? []

const keep = (list: Refused[]): void => {
  unstored = remember('ripple.refused', list) ? null : list
  tellParcels()
}

export const keepRefused = (parcel: Parcel, error: CallError, now: number): void => {
  const { contactId } = (parcel.payload ?? {}) as { contactId?: unknown }
  const { code, message, trace, reason } = error
  const refused: Refused = {
    ...{ id: `${parcel.id}.${parcel.saidAt ?? now}`, action: parcel.action, at: now, saidAt: parcel.saidAt ?? now },
    contactId: typeof contactId === 'string' ? contactId : null,
    words: wordsIn(parcel.payload).join('\n'),
    why: { code, message, trace, ...(reason === undefined ? {} : { reason }) },
  }
  keep([...listRefused().filter(({ id }) => id !== refused.id), refused].slice(-REFUSED_MAX))
}

export const putAwayRefused = (id: string): void => keep(listRefused().filter((one) => one.id !== id))
