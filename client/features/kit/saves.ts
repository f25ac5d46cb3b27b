// What of each kit does this phone remember beyond the life of the page? The pictures in her album, and her own wording not yet stored.
import { recall, remember } from '@/platform/storage'

/** `of`: the text she was dealt when she wrote it; to another one it does not fit. */
export type OwnDraft = { of: string; text: string }
type Kept = { saved: number[]; draft?: OwnDraft; at: number }
type Saves = Record<string, Kept>

const KITS_MAX = 60 // sets of pictures, and kits with unstored words

/** A new version of a post is a new kit: its pictures may differ. */
export const saveKey = (postId: string, version: number): string => `${postId}.${version}`

/** With another set of pictures nothing of it is saved yet. */
export const setKey = (postId: string, version: number, pictureRolls: number): string =>
  `${saveKey(postId, version)}.${pictureRolls}`

const recallKit = (key: string): Kept | undefined => recall<Saves>('ripple.saves')?.[key]

const keepKit = (key: string, change: Partial<Kept>, now: number): void => {
  const all: Saves = { ...(recall<Saves>('ripple.saves') ?? {}) }
  all[key] = { saved: [], ...all[key], ...change, at: now }
  const newest = Object.keys(all)
    .sort((a, b) => (all[b]?.at ?? 0) - (all[a]?.at ?? 0))
    .slice(0, KITS_MAX)
  remember(
    'ripple.saves',
    newest.reduce<Saves>((kept, each) => Object.assign(kept, { [each]: all[each] }), {}),
  )
}

export const recallSaved = (key: string): number[] => recallKit(key)?.saved ?? []

export const keepSaved = (key: string, saved: readonly number[], now: number): void =>
  keepKit(key, { saved: [...saved] }, now)

/** Her unstored wording of the text that she has now. */
export const recallDraft = (key: string, dealt: string): string | null => {
  const draft = recallKit(key)?.draft
  return draft?.of === dealt ? draft.text : null
}

/** undefined: nothing is left to be stored. */
export const keepDraft = (key: string, draft: OwnDraft | undefined, now: number): void => {
  if (draft !== undefined || recallKit(key)?.draft !== undefined) keepKit(key, { draft }, now)
}
