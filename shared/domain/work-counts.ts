// What is counted of work, by name, and how do counts add up?

/** found, saved and posted count kits: one for each rep and version of a post. */
export const COUNTS = [
  'found',
  'saved',
  'posted',
  'opened',
  'deep',
  'named',
  'passed',
  'told',
  'led',
  'talked',
  'deals',
] as const
export type Count = (typeof COUNTS)[number]
/** What is missing is nothing. */
export type Counts = Partial<Record<Count, number>>

export const inCounts = (sums: Counts, of: readonly Count[] = COUNTS): Counts => {
  const only: Counts = {}
  for (const count of of) if (sums[count]) only[count] = sums[count]
  return only
}

/** Adds in place. */
export const addCounts = (to: Counts, more: Counts | undefined): Counts => {
  for (const count of COUNTS) if (more?.[count]) to[count] = (to[count] ?? 0) + (more[count] ?? 0)
  return to
}
