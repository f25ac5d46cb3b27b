// When did each job run last, and when did it last go well?

/** done: how much it did; null where it failed. */
export type JobRun = { job: string; at: number; ms: number; done: number | null; okAt: number | null }
export type Runs = { at: number; jobs: JobRun[] }

/** One that failed keeps when it last went well; a job that is in the table no more is left out. */
export const ranNow = (before: readonly JobRun[], ran: readonly JobRun[]): JobRun[] =>
  ran.map((one) => {
    const known = before.find(({ job }) => job === one.job)
    return { ...one, okAt: one.okAt ?? known?.okAt ?? null }
  })
