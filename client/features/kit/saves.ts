// What of each kit is in her album already, remembered beyond the life of the page.
import { recall, remember } from '@/platform/storage'

type Saves = Record<string, { saved: number[]; at: number }>

const KITS_MAX = 40

/** A new version of a post is a new kit: its pictures may differ. */
export const saveKey = (postId: string, version: number): string => `${postId}.${version}`

export const recallSaved = (key: string): number[] => recall<Saves>('ripple.saves')?.[key]?.saved ?? []

export const keepSaved = (key: string, saved: readonly number[], now: number): void => {
  const all: Saves = { ...(recall<Saves>('ripple.saves') ?? {}), [key]: { saved: [...saved], at: now } }
  const newest = Object.entries(all)
    .sort(([, a], [, b]) => b.at - a.at)
    .slice(0, KITS_MAX)
  remember('ripple.saves', Object.fromEntries(newest))
}
