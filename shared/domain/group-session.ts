// Where does a group session stand? Steps with minutes; the phone keeps only when the present step began, so leaving costs nothing.
import type { PlayStep } from './playbook'

/** A session under way. stepAt: when the present step began. */
export type SessionRun = { groupId: string; playbookId: string; step: number; startedAt: number; stepAt: number }
type Timed = Pick<PlayStep, 'minutes'>

const MINUTE_MS = 60_000
/** Left for so long it is over: nobody waits in the group. */
const OVER_AFTER_MS = 4 * 60 * MINUTE_MS

export const startSession = (of: Pick<SessionRun, 'groupId' | 'playbookId'>, at: number): SessionRun => ({
  ...of,
  ...{ step: 0, startedAt: at, stepAt: at },
})

/** Below 0: it takes longer than planned. null: the step has no time. */
export const remainingMs = (run: SessionRun, steps: readonly Timed[], now: number): number | null => {
  const minutes = steps[run.step]?.minutes ?? null
  return minutes === null ? null : run.stepAt + minutes * MINUTE_MS - now
}

/** To a step of the plan, forwards or back; null: after the last there is none. */
export const moveTo = (run: SessionRun, step: number, steps: readonly Timed[], now: number): SessionRun | null =>
  step >= steps.length ? null : { ...run, step: Math.max(0, step), stepAt: now }

/** How long it is planned to take. */
export const plannedMs = (steps: readonly Timed[]): number =>
  steps.reduce((sum, { minutes }) => sum + (minutes ?? 0) * MINUTE_MS, 0)

export const isRunning = (
  run: SessionRun | null,
  of: Pick<SessionRun, 'groupId' | 'playbookId'>,
  now: number,
): boolean =>
  run !== null && run.groupId === of.groupId && run.playbookId === of.playbookId && now - run.stepAt < OVER_AFTER_MS

/** '4:05'; of what is over the time it is over. */
export const wordClock = (ms: number): string => {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
