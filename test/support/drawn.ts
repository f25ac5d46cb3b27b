// From which seed is drawn, and what is told where something drawn does not hold?
import fc from 'fast-check'

/** The same every time: what it finds can be looked at again. */
const ALWAYS = 20_261_123

const seedOf = (asked: string | undefined): number => {
  if (!asked) return ALWAYS
  if (!/^-?\d{1,9}$/.test(asked))
    throw new Error(`RIPPLE_FUZZ_SEED is a whole number of up to nine digits, not ${asked}`)
  return Number(asked)
}
const seed = seedOf(process.env.RIPPLE_FUZZ_SEED)

/** Stops at the first that does not hold, as it was drawn: what went before has left its traces, so a smaller one says little. */
export const holdsFor = async <T>(
  drawn: fc.Arbitrary<T>,
  times: number,
  check: (one: T) => Promise<void>,
): Promise<void> => {
  const run = await fc.check(fc.asyncProperty(drawn, check), { numRuns: times, seed, endOnFailure: true })
  if (!run.failed) return
  const told = (await fc.asyncDefaultReportMessage(run)) ?? ''
  throw new Error(`${told}\n\nDrawn again with RIPPLE_FUZZ_SEED=${seed}`, { cause: run.errorInstance })
}
