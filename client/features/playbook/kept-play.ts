// What HQ typed of a playbook and has not stored, kept on this device: survives a crash and a closed tab.
import { recall, remember } from '@/platform/storage'
import type { PlayForm } from './play-form'

export type KeptPlay = { playbookId: string; baseVersion: number; form: PlayForm }
const KEPT = 5 // the most recent ones

const all = (): KeptPlay[] => recall<KeptPlay[]>('ripple.play-draft') ?? []

export const recallPlay = (playbookId: string): KeptPlay | null =>
  all().find((kept) => kept.playbookId === playbookId) ?? null

const others = (playbookId: string): KeptPlay[] => all().filter((kept) => kept.playbookId !== playbookId)

export const keepPlay = (kept: KeptPlay): void =>
  void remember('ripple.play-draft', [kept, ...others(kept.playbookId)].slice(0, KEPT))
export const dropPlay = (playbookId: string): void => void remember('ripple.play-draft', others(playbookId))
