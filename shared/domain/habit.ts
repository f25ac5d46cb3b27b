// Who comes back at a column's hour? Customers who agreed to be known, counted by how many times in a row they came.

/** Who reads from shortly before the hour until so long after it came for the column. */
export const HABIT_BEFORE_MS = 15 * 60_000
export const HABIT_AFTER_MS = 2 * 3_600_000
/** Streaks are told up to so many times in a row. */
export const STREAK_MAX = 8

/** How many had come once, twice, … up to STREAK_MAX times in a row and more; numbers missing at the end are nothing. */
export type Runs = number[]

const isAt = (slot: number, at: number): boolean => at >= slot - HABIT_BEFORE_MS && at < slot + HABIT_AFTER_MS

/** How many of the column's times in a row she came, up to the last of them; 0: not to that. slots: in order. */
export const streakOf = (slots: readonly number[], readAt: readonly number[]): number => {
  let streak = 0
  for (const slot of [...slots].reverse()) {
    if (streak >= STREAK_MAX || !readAt.some((at) => isAt(slot, at))) break
    streak += 1
  }
  return streak
}

const addAt = (runs: Runs, at: number, readers: number): void => {
  while (runs.length <= at) runs.push(0)
  runs[at] = (runs[at] ?? 0) + readers
}

/** Adds in place. 0: she did not come. */
export const addStreak = (runs: Runs, streak: number): void => {
  if (streak > 0) addAt(runs, Math.min(streak, STREAK_MAX) - 1, 1)
}

/** Adds in place. */
export const addRuns = (to: Runs, more: Runs): Runs => {
  for (const [at, readers] of more.entries()) addAt(to, at, readers)
  return to
}

const from = (runs: Runs, times: number): number => runs.slice(times - 1).reduce((sum, n) => sum + n, 0)

/** How many were there. */
export const cameOf = (runs: Runs): number => from(runs, 1)
/** Of these, how many had been the time before. */
export const backOf = (runs: Runs): number => from(runs, 2)
/** How many have come so many times in a row, or more; from once. */
export const atLeast = (runs: Runs, most = STREAK_MAX): { atLeast: number; readers: number }[] =>
  Array.from({ length: most }, (_, i) => ({ atLeast: i + 1, readers: from(runs, i + 1) }))
