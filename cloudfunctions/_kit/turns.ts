// Whose turn is it? Counts calls in the memory of this instance, so that counting costs no database request.
import { type Bucket, type Rate, secondsOf, takeTurn, times } from '@shared/domain/rate'
import { ADDRESS_TIMES, kindOf, MISSES, RATES, SHARE_MAKING, SHARE_READING } from '@shared/domain/rates.data'
import { now } from './clock'
import { AppError } from './errors'
import { rateTimes } from './settings'

/** Who calls, as the platform says; in memory only. address: of browsers nobody signed in with, for such identities are free. */
export type Mark = { person: string | null; address: string | null }

/** Refused for now; the same call may be made again after so long. */
export class TooFast extends AppError {
  constructor(readonly retryAfterS: number) {
    super('too-many', 'too-fast', undefined, String(retryAfterS))
  }
}

const BUCKETS_MAX = 20_000
/** The one that was asked for longest ago comes first. */
const buckets = new Map<string, Bucket>()

const keep = (key: string, bucket: Bucket): void => {
  buckets.delete(key)
  buckets.set(key, bucket)
  if (buckets.size <= BUCKETS_MAX) return
  const oldest = buckets.keys().next().value
  if (oldest !== undefined) buckets.delete(oldest)
}

type Ask = { key: string; rate: Rate }
const asksOf = ({ person, address }: Mark, what: string, rate: Rate): Ask[] => [
  ...(person === null ? [] : [{ key: `p.${person}.${what}`, rate }]),
  ...(address === null ? [] : [{ key: `a.${address}.${what}`, rate: times(rate, ADDRESS_TIMES) }]),
]

/** Where a harness is in a hurry, or a firm's network hides many behind one address, everything is so many times as much. */
const widened = ({ key, rate }: Ask): Ask => ({ key, rate: times(rate, rateTimes()) })

const take = (asked: readonly Ask[]): void => {
  const at = now()
  for (const { key, rate } of asked.map(widened)) {
    const turn = takeTurn(buckets.get(key), rate, at)
    if (!turn.ok) throw new TooFast(secondsOf(turn.waitMs))
    keep(key, turn.bucket)
  }
}

const MISSED = 'missed'

/** Before anything is looked up for this call: is there a turn left, and has she not missed too often? */
export const takeCall = (mark: Mark, fn: string, action: string): void => {
  const at = now()
  for (const { key, rate } of asksOf(mark, MISSED, MISSES).map(widened)) {
    const turn = takeTurn(buckets.get(key), rate, at)
    if (!turn.ok) throw new TooFast(secondsOf(turn.waitMs))
  }
  const kind = kindOf(fn, action)
  take(asksOf(mark, kind, RATES[kind]))
}

/** Something was named that is not there; guessing ends after a few. It never refuses by itself. */
export const noteMiss = (mark: Mark): void => {
  const at = now()
  for (const { key, rate } of asksOf(mark, MISSED, MISSES).map(widened)) {
    const turn = takeTurn(buckets.get(key), rate, at)
    if (turn.ok) keep(key, turn.bucket)
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const fieldsOf = (input: unknown): Record<string, unknown> =>
  typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {}

/** The shares an input that has been checked is about; of a new card that is the one it was made from. */
const sharesIn = (input: unknown): string[] => {
  const { token, parentToken, readings } = fieldsOf(input)
  const read = Array.isArray(readings) ? readings.map((one) => fieldsOf(one).token) : []
  return [...new Set([parentToken ?? token, ...read].filter(isText))]
}

/** Only what readers do is counted by share: a rep's own cards are hers. */
export const takeShares = (fn: string, action: string, input: unknown): void => {
  if (fn !== 'reader') return
  const isMaking = kindOf(fn, action) === 'making'
  const [what, rate] = isMaking ? (['made', SHARE_MAKING] as const) : (['read', SHARE_READING] as const)
  take(sharesIn(input).map((token) => ({ key: `s.${token}.${what}`, rate })))
}
