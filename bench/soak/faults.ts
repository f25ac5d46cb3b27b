// What goes wrong in the soak, how often? A few in a hundred calls, drawn from one seed; the local cloud asks here at every request.
import type { Fault, FaultRequest, Faults } from '../../emulator'
import { type Random, randomFrom } from '../reading/random'

/**
 * Shares of all requests; delays in ms. A call of a phone makes a few requests to the database, a batch of sums hundreds:
 * with a larger share of them none would ever be finished.
 */
type Odds = { refuse: number; lose: number; conflict: number; slow: number; stuck: number; slowMs: [number, number] }

const DOOR: Odds = { refuse: 0.012, lose: 0.012, conflict: 0, slow: 0.002, stuck: 0.0005, slowMs: [300, 1_500] }
const DATABASE: Odds = { refuse: 0.0003, lose: 0.0003, conflict: 0.0008, slow: 0.0003, stuck: 0, slowMs: [100, 600] }
/** Longer than a phone waits for an answer. */
const STUCK_MS = 16_000

export type Injected = Record<string, number>

const draw = (odds: Odds, random: Random): { name: string; fault: Fault } | null => {
  let left = random.unit()
  const falls = (share: number): boolean => {
    left -= share
    return left < 0
  }
  if (falls(odds.refuse)) return { name: 'refused', fault: 'refuse' }
  if (falls(odds.lose)) return { name: 'lost', fault: 'lose' }
  if (falls(odds.conflict)) return { name: 'conflict', fault: 'conflict' }
  if (falls(odds.slow)) return { name: 'slow', fault: { delayMs: Math.round(random.between(...odds.slowMs)) } }
  if (falls(odds.stuck)) return { name: 'stuck', fault: { delayMs: STUCK_MS } }
  return null
}

/** `injected` counts them by where and what, e.g. 'door lost'. */
export const drawFaults = (seed: number): { faults: Faults; injected: Injected } => {
  const random = randomFrom(seed)
  const injected: Injected = {}
  const faults = ({ action }: FaultRequest): Fault => {
    const where = action === 'functions.invokeFunction' ? 'door' : action.startsWith('database.') ? 'database' : null
    const drawn = where && draw(where === 'door' ? DOOR : DATABASE, random)
    if (!drawn) return 'none'
    const name = `${where} ${drawn.name}`
    injected[name] = (injected[name] ?? 0) + 1
    return drawn.fault
  }
  return { faults, injected }
}
