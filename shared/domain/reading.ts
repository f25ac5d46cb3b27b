// How long was which section read? The times of a report, placed and capped; data/readings joins them into what is stored.
import type { MemberId, PersonId, PostId, ReadingId, SectionId, ShareToken } from './ids'

export type SectionMs = Record<SectionId, number>

/** What the reader's phone sends: the whole running state of one reading, never a slice. Instants by her clock. */
export type ReadingReport = {
  readingId: ReadingId
  postId: PostId
  version: number
  token: ShareToken | null
  scene: number
  seq: number // grows with every report of this reading
  openedAt: number
  lastAt: number
  sections: SectionMs
  depth: number // 0 to 1: how far down she came
}

export type Reading = {
  _id: ReadingId
  postId: PostId
  version: number
  token: ShareToken | null
  repId: MemberId | null
  scene: number
  seq: number
  openedAt: number
  lastAt: number
  sections: SectionMs
  depth: number
  known: boolean
  personId: PersonId | null // set only with her consent in force
}

export const READING_SPAN_MAX_MS = 6 * 3_600_000
export const DEEP_READING_MS = 60_000
const LIVE_WITHIN_MS = 60_000
export const CRAWLER_SCENE = 1129
export const BEAT_MS = 15_000
const SLOW_BEAT_MS = 60_000
const BEAT_SLOWS_AFTER_MS = 120_000

/** Server instants for a report: her clock may be wrong, so both are shifted by what she calls "now" (`sentAt`). */
export const placeInTime = (
  report: Pick<ReadingReport, 'openedAt' | 'lastAt'>,
  sentAt: number,
  now: number,
): { openedAt: number; lastAt: number } => {
  const lastAt = now - Math.max(0, sentAt - report.lastAt)
  const spanMs = Math.min(READING_SPAN_MAX_MS, Math.max(0, report.lastAt - report.openedAt))
  return { openedAt: lastAt - spanMs, lastAt }
}

/** Milliseconds per section, none longer than the reading itself. */
export const capSections = (sections: SectionMs, spanMs: number): SectionMs => {
  const capped: SectionMs = {}
  for (const [id, ms] of Object.entries(sections)) capped[id as SectionId] = Math.max(0, Math.min(ms, spanMs))
  return capped
}

/** The stored state a report asks for; whose it is (`personId`) depends on consent, which the caller has looked up. */
export const toReading = (
  report: ReadingReport,
  whose: { repId: MemberId | null; personId: PersonId | null },
  clock: { sentAt: number; now: number },
): Reading => {
  const { readingId, postId, version, token, scene, seq, depth } = report
  const { openedAt, lastAt } = placeInTime(report, clock.sentAt, clock.now)
  const sections = capSections(report.sections, lastAt - openedAt)
  const known = whose.personId !== null
  return { _id: readingId, postId, version, token, scene, seq, openedAt, lastAt, sections, depth, known, ...whose }
}

/** How long until the phone reports again? Often at first, when every second tells; then rarely. */
export const nextBeatMs = (readMs: number): number => (readMs < BEAT_SLOWS_AFTER_MS ? BEAT_MS : SLOW_BEAT_MS)

/** Milliseconds read altogether, capped by the time the reading was open. */
export const totalMs = (reading: Pick<Reading, 'sections' | 'openedAt' | 'lastAt'>): number => {
  const sum = Object.values(reading.sections).reduce((n, ms) => n + ms, 0)
  return Math.min(sum, reading.lastAt - reading.openedAt)
}

export const longestSection = (sections: SectionMs): { id: SectionId; ms: number } | null => {
  let longest: { id: SectionId; ms: number } | null = null
  for (const [id, ms] of Object.entries(sections))
    if (ms > 0 && (longest === null || ms > longest.ms)) longest = { id: id as SectionId, ms }
  return longest
}

export const isDeepReading = (reading: Pick<Reading, 'sections' | 'openedAt' | 'lastAt'>): boolean =>
  totalMs(reading) >= DEEP_READING_MS

export const isLive = (reading: Pick<Reading, 'lastAt'>, now: number): boolean => now - reading.lastAt < LIVE_WITHIN_MS

/** How many anonymous readings may be told: one or two would point at one person. */
export const tellAnonymous = (readings: number): number | 'few' => (readings > 0 && readings < 3 ? 'few' : readings)
