// Since when may something still be kept? By the table of retention.data.ts.
import { retention } from './retention.data'

const DAY_MS = 86_400_000
/** A backup outlives no erasure by longer: older ones are to be deleted. */
export const BACKUP_DAYS = 15

/** Older than this instant it goes. */
export const keptSince = (of: string, now: number): number => {
  const days = retention.find((row) => row.of === of)?.days
  if (days === null || days === undefined) throw new Error(`No clock decides how long ${of} is kept`)
  return now - days * DAY_MS
}

/** As Markdown. */
export const tellRetention = (): string => {
  const timed = retention.flatMap(({ of, days, from, job, why }) =>
    days === null ? [] : [`| ${of} | ${days} days from ${from} | \`${job}\` | ${why} |`],
  )
  const reasons = [...new Set(retention.flatMap(({ days, why }) => (days === null ? [why] : [])))]
  const named = (why: string) => retention.flatMap((row) => (row.days === null && row.why === why ? [row.of] : []))
  return [
    '| What | How long | Dropped by | Why |',
    '|---|---|---|---|',
    ...timed,
    ...reasons.map((why) => `| ${named(why).join(', ')} | no clock | | ${why} |`),
  ].join('\n')
}
