// What does a month cost? A low and a high figure: whether one request for N documents is one read or N is not documented.
import type { Load } from './load'
import { CALL_PACKS, PAY_AS_YOU_GO, STORE_PACKS } from './prices.data'

export type Yuan = { low: number; high: number }

const GB = 1e9

export const payAsYouGo = (load: Load): Yuan => {
  const { gbs, dbReadsPer10k, dbWritesPer10k, storedGbDay, egressGb } = PAY_AS_YOU_GO
  const fixed = load.gbs * gbs + (load.storedBytes / GB) * storedGbDay * 30 + (load.bytesOut / GB) * egressGb
  const database = (reads: number, writes: number): number =>
    (reads / 10_000) * dbReadsPer10k + (writes / 10_000) * dbWritesPer10k
  return {
    low: fixed + database(load.dbReads, load.dbWrites),
    high: fixed + database(Math.max(load.dbReads, load.docsRead), Math.max(load.dbWrites, load.docsWritten)),
  }
}

/** What stands beside the readings, pay as you go: pictures by their egress, reps by all they use. */
export const besides = ({ pictureBytes, reps }: Load): { pictures: number; reps: number } => {
  const { gbs, dbReadsPer10k, dbWritesPer10k, egressGb } = PAY_AS_YOU_GO
  const database = (reps.dbReads / 10_000) * dbReadsPer10k + (reps.dbWrites / 10_000) * dbWritesPer10k
  return {
    pictures: (pictureBytes / GB) * egressGb,
    reps: reps.gbs * gbs + database + (reps.bytesOut / GB) * egressGb,
  }
}

/** The cheapest packs that hold `amount`: the largest where they are cheapest by the piece, then whatever tops up best. */
export const packsFor = (amount: number, packs: readonly { holds: number; yuan: number }[]): number => {
  if (amount <= 0) return 0
  const largest = packs.reduce((a, b) => (b.holds > a.holds ? b : a))
  const whole = Math.floor(amount / largest.holds)
  const rest = amount - whole * largest.holds
  const topUp = rest === 0 ? 0 : Math.min(...packs.map((pack) => Math.ceil(rest / pack.holds) * pack.yuan))
  return whole * largest.yuan + topUp
}

/** low: only what phones and timers call. high: every request to the database as well. */
export const byPacks = (load: Load): Yuan => {
  const calls = CALL_PACKS.map(({ calls: holds, yuan }) => ({ holds, yuan }))
  const stored = packsFor(
    load.storedBytes / GB,
    STORE_PACKS.map(({ gb, yuan }) => ({ holds: gb, yuan })),
  )
  return {
    low: packsFor(load.calls, calls) + stored,
    high: packsFor(load.calls + load.dbReads + load.dbWrites, calls) + stored,
  }
}
