// How often may the same one call? A bucket of turns that fills by itself: a burst at once, and so many a minute for good.

/** burst: turns in a full bucket · aMinute: how many it gets back in a minute. */
export type Rate = { readonly burst: number; readonly aMinute: number }
/** What is left of one bucket; turns is a fraction, at the ms it was last looked at. */
export type Bucket = { readonly turns: number; readonly at: number }
export type Taken = { ok: true; bucket: Bucket } | { ok: false; waitMs: number }

const MINUTE_MS = 60_000

/** The same limit for several who cannot be told apart, or where a harness is in a hurry. */
export const times = ({ burst, aMinute }: Rate, n: number): Rate => ({ burst: burst * n, aMinute: aMinute * n })

/** As full as it is now; a clock that went back fills nothing. */
export const refill = (bucket: Bucket | undefined, { burst, aMinute }: Rate, now: number): Bucket => {
  if (!bucket) return { turns: burst, at: now }
  const gained = (Math.max(0, now - bucket.at) * aMinute) / MINUTE_MS
  return { turns: Math.min(burst, bucket.turns + gained), at: Math.max(now, bucket.at) }
}

/** Takes so many turns or none. What is refused costs nothing, so that waiting as told is enough. */
export const takeTurn = (bucket: Bucket | undefined, rate: Rate, now: number, turns = 1): Taken => {
  const full = refill(bucket, rate, now)
  if (full.turns >= turns) return { ok: true, bucket: { turns: full.turns - turns, at: full.at } }
  return { ok: false, waitMs: Math.ceil(((turns - full.turns) / rate.aMinute) * MINUTE_MS) }
}

/** Whole seconds, never 0: what a person and a Retry-After can be told. */
export const secondsOf = (waitMs: number): number => Math.max(1, Math.ceil(waitMs / 1_000))
