// What this phone remembers of readings: reports that wait, and per rep the readings she may claim when she agrees.
import type { ReadingId } from '@shared/domain/ids'
import { forget, recall, remember } from '@/platform/storage'
import type { Queue } from './report-queue'

type Memory = { queue: Queue; mine: Record<string, readonly ReadingId[]> }

export const MINE_MAX = 100 // readings per rep, as many as one consent may claim

let unstored: Memory | null = null // where storage is closed or full, as in WeChat's single-page mode
/** Grows when all is forgotten: a reading begun before must not go on. */
export let generation = 0

/** Always what is stored now: another tab may have written since. */
const load = (): Memory => unstored ?? recall<Memory>('ripple.readings') ?? { queue: [], mine: {} }

const change = (changed: (memory: Memory) => Partial<Memory>): void => {
  const memory = load()
  Object.assign(memory, changed(memory))
  unstored = remember('ripple.readings', memory) ? null : memory
}

export const readQueue = (): Queue => load().queue

export const changeQueue = (changed: (queue: Queue) => Queue): void =>
  change(({ queue }) => ({ queue: changed(queue) }))

/** Once for each reading. */
export const rememberMine = (repId: string, readingId: ReadingId): void =>
  change(({ mine }) => ({ mine: { ...mine, [repId]: [...(mine[repId] ?? []), readingId].slice(-MINE_MAX) } }))

/** The readings of this rep's posts on this phone, oldest first. */
export const readingsOf = (repId: string): ReadingId[] => [...(load().mine[repId] ?? [])]

/** All of them, whoever sent the posts. */
export const allMine = (): ReadingId[] => [...new Set(Object.values(load().mine).flat())]

export const forgetReadings = (): void => {
  unstored = null
  generation += 1
  forget('ripple.readings')
  forget('ripple.minted')
}
