// What was typed and not yet stored, kept on this device: survives a crash, a closed tab, a lost network.
import { recall, remember } from '@/platform/storage'
import type { DraftForm, ShownImage } from './draft-form'

export type LocalDraft = { postId: string; baseVersion: number; form: DraftForm; images: ShownImage[]; at: number }
const KEPT = 5 // the most recent ones; a draft is at most some 25 KB

const all = (): LocalDraft[] => recall<LocalDraft[]>('ripple.draft') ?? []

/** The latest first. */
export const recallDrafts = (): LocalDraft[] => all()

export const recallDraft = (postId: string): LocalDraft | null => all().find((kept) => kept.postId === postId) ?? null

export const rememberDraft = (draft: LocalDraft): boolean =>
  remember('ripple.draft', [draft, ...all().filter((kept) => kept.postId !== draft.postId)].slice(0, KEPT))

export const forgetDraft = (postId: string): void => {
  const kept = all()
  const rest = kept.filter((draft) => draft.postId !== postId)
  if (rest.length !== kept.length) remember('ripple.draft', rest)
}
