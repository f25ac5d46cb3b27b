// Whose hand holds the time? A test's: the app's clock and its longer timers move only when the test lets time pass.
import { pause } from './hand'

type Work = () => void
type Due = { at: number; every: number | null; work: Work }
export type HeldTimer = { readonly held: Due }

/** Shorter timers are the framework's way to say "in a moment" (retries, transitions, a cache written down): they run in real time. */
const HELD_FROM_MS = 600

export type HeldClock = {
  now(): number
  /** Her phone's clock is put to another instant; timers are not told, as on a phone. */
  set(at: number): void
  /** Lets time pass: each timer runs at its own instant, and the app may finish what it began. */
  pass(ms: number): Promise<void>
  /** undefined when the timer is too short to be held. */
  start(work: Work, ms: number, repeats: boolean): HeldTimer | undefined
  stop(timer: HeldTimer): void
}

export const holdClock = (startAt: number): HeldClock => {
  const due = new Set<Due>()
  let passed = 0 // since the start, whatever the phone's clock says
  let offset = startAt
  const next = (until: number): Due | undefined =>
    [...due].filter(({ at }) => at <= until).reduce<Due | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined)
  return {
    now: () => offset + passed,
    set: (at) => {
      offset = at - passed
    },
    pass: async (ms) => {
      const until = passed + ms
      for (let one = next(until); one; one = next(until)) {
        passed = one.at
        if (one.every === null) due.delete(one)
        else one.at += one.every
        one.work()
        await pause(1)
      }
      passed = until
      await pause(1)
    },
    start: (work, ms, repeats) => {
      if (ms < HELD_FROM_MS) return undefined
      const held: Due = { at: passed + ms, every: repeats ? ms : null, work }
      due.add(held)
      return { held }
    },
    stop: ({ held }) => void due.delete(held),
  }
}
