// What this phone remembers of readings: reports that wait, and per rep the readings she may claim when she agrees.
import type { ReadingId } from '@shared/domain/ids'
import { forget, recall, remember } from '@/platform/storage'
import type { Queue } from './report-queue'

type Memory = { queue: Queue; mine: Record<string, readonly ReadingId[]> }

export const MINE_MAX = 100 // readings per rep, as many as one consent may claim
const BUDGET_CHARACTERS = 200_000 // of the 1 MB that WeChat gives one key

let unstored: Memory | null = null // where storage is closed or full, as in WeChat's single-page mode
let generation = 0 // grows when all is forgotten

const load = (): Memory => unstored ?? recall<Memory>('ripple.readings') ?? { queue: [], mine: {} }

const save = (memory: Memory): void => {
  let { queue } = memory
  while (queue.length > 1 && JSON.stringify(queue).length > BUDGET_CHARACTERS) queue = queue.slice(1)
  const kept = { ...memory, queue }
  unstored = remember('ripple.readings', kept) ? null : kept
}

export const readQueue = (): Queue => load().queue

/** `change` sees what is stored now: another tab may have written since. */
export const changeQueue = (change: (queue: Queue) => Queue): void => {
  const memory = load()
  save({ ...memory, queue: change(memory.queue) })
}

export const rememberMine = (repId: string, readingId: ReadingId): void => {
  const memory = load()
  const mine = (memory.mine[repId] ?? []).filter((id) => id !== readingId)
  save({ ...memory, mine: { ...memory.mine, [repId]: [...mine, readingId].slice(-MINE_MAX) } })
}

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

/** Changes when everything was forgotten: a reading begun before must not go on. */
export const memoryGeneration = (): number => generation
