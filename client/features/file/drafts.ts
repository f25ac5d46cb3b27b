// What she began to note and did not keep yet: closed by mistake, refused, or the phone died. It is there again.
import { recordOf } from '@shared/domain/record'
import { recall, remember } from '@/platform/storage'

type Drafts = Record<string, { at: number; draft: unknown }>

const DRAFTS_MAX = 20 // the oldest goes first

const all = (): Drafts => recall<Drafts>('ripple.notes') ?? {}

export const recallDraft = <T>(key: string): T | null => (all()[key]?.draft as T | undefined) ?? null

export const keepDraft = (key: string, draft: unknown): void => {
  const { [key]: _, ...others } = all()
  const latest = Object.entries(others)
    .sort(([, a], [, b]) => b.at - a.at)
    .slice(0, DRAFTS_MAX - 1)
  remember('ripple.notes', recordOf<Drafts[string]>([...latest, [key, { at: Date.now(), draft }]]))
}

export const dropDraft = (key: string): void => {
  const { [key]: gone, ...others } = all()
  if (gone !== undefined) remember('ripple.notes', others)
}
