// How long was which section read? The times of a report, placed and capped; data/readings joins them into what is stored.
import type { MemberId, PersonId, PostId, ReadingId, SectionId, ShareToken, StoreId, TeamId } from './ids'

export type SectionMs = Record<SectionId, number>
/** Whole numbers per section, e.g. how often it was come back to. */
export type SectionCount = Record<SectionId, number>

/**
 * Who read: a reader counts; staff, the sharer herself and crawlers (scene 1129, link previews) are counted apart.
 * An erased reading waits, nameless, until its sums are set aside and it goes.
 */
export type ReadBy = 'reader' | 'staff' | 'sharer' | 'crawler' | 'erased'

/** What the reader's phone sends: the whole running state of one reading, never a slice. Spans by her clock. */
export type ReadingReport = {
  readingId: ReadingId
  token?: ShareToken | undefined
  postId?: PostId | undefined // where there is no token
  version: number
  scene: number
  chatType?: number | undefined // WeChat: 1 friend, 2 WeCom friend, 3 group, 4 WeCom group
  by?: 'sharer' | 'crawler' | undefined // as far as the phone knows
  seq: number // grows with every report of this reading
  agoMs: number // from its last event to the sending of the report
  spanMs: number // from its first event to its last
  sections: SectionMs
  images?: SectionMs | undefined // how long the picture of a section held the screen
  again?: SectionCount | undefined // how often she came back to a section
  depth: number // 0 to 1: how far down she came
}

/** What of a reading goes into sums: nothing that says who. */
export type Tallied = {
  by: ReadBy
  day: string
  hour?: number // 0 to 23; missing in what was counted before hours were
  ms: number
  deep: boolean
  named?: boolean // the first deep one of a customer who agreed to be known, of that day
  sections: SectionMs
}

export type Reading = {
  _id: ReadingId
  postId: PostId
  version: number
  token: ShareToken | null
  repId: MemberId | null
  scene: number
  chatType?: number
  by: ReadBy
  seq: number
  openedAt: number
  lastAt: number
  sections: SectionMs
  images?: SectionMs
  again?: SectionCount
  depth: number
  known: boolean
  personId: PersonId | null // set only with her consent in force
  countedFor?: MemberId // in whose sums it stands, where its rep has left since and it passed to another
  counted: number | null // the batch (an instant) that added it to the sums as it stands; null: not yet, or grown since
  storeId?: StoreId | null // where its rep worked when it was first counted; missing in what was counted before stores were
  teamId?: TeamId | null
  named?: boolean // as in Tallied: said once, when it is counted, and kept without a name
  base?: Tallied // what the sums hold of a reading that has grown since it was counted
}

export const READING_SPAN_MAX_MS = 6 * 3_600_000
export const DEEP_READING_MS = 60_000
const LIVE_WITHIN_MS = 60_000
const BEAT_MS = 60_000
const SLOW_BEAT_MS = 240_000
const BEAT_SLOWS_AFTER_MS = 60_000
/** Longer than the slowest beat: what has been silent for this is counted; should it grow after all, the rest is added. */
export const SETTLED_AFTER_MS = 360_000
export const CRAWLER_SCENE = 1129

/** How long until the phone reports again? Soon at first, while "now" matters; then rarely. `spanMs`: read so far. */
export const nextBeatMs = (spanMs: number): number => (spanMs < BEAT_SLOWS_AFTER_MS ? BEAT_MS : SLOW_BEAT_MS)

/** Server instants for a report: only spans are believed, the clock is ours. */
export const placeInTime = (
  { agoMs, spanMs }: Pick<ReadingReport, 'agoMs' | 'spanMs'>,
  now: number,
): { openedAt: number; lastAt: number } => {
  const lastAt = now - Math.max(0, agoMs)
  return { openedAt: lastAt - Math.min(READING_SPAN_MAX_MS, Math.max(0, spanMs)), lastAt }
}

const isEmpty = (sections: SectionMs): boolean => Object.keys(sections).length === 0

/** Milliseconds per section, none longer than the reading itself. */
export const capSections = (sections: SectionMs, spanMs: number): SectionMs => {
  const capped: SectionMs = {}
  for (const [id, ms] of Object.entries(sections)) capped[id as SectionId] = Math.max(0, Math.min(ms, spanMs))
  return capped
}

/**
 * The report without sections that its post does not have: anyone may report, and a reading, and the sums of its post, hold
 * only what there is to read. What an editor removed is dropped with them.
 */
export const onlySections = (report: ReadingReport, ids: ReadonlySet<string>): ReadingReport => {
  const kept = <N extends SectionMs>(times: N): N =>
    Object.keys(times).every((id) => ids.has(id))
      ? times
      : (Object.fromEntries(Object.entries(times).filter(([id]) => ids.has(id))) as N)
  const { sections, images, again } = report
  return { ...report, sections: kept(sections), images: images && kept(images), again: again && kept(again) }
}

/** Whom a reading counts for. The phone may only set itself apart. */
export const readBy = (isStaff: boolean, report: Pick<ReadingReport, 'scene' | 'by'>): ReadBy => {
  if (report.scene === CRAWLER_SCENE) return 'crawler'
  return isStaff ? 'staff' : (report.by ?? 'reader')
}

/** A report as a reading of its own, nameless and not counted yet. */
export const placeReport = (
  report: ReadingReport,
  of: Pick<Reading, 'postId' | 'repId' | 'by'>,
  now: number,
): Reading => {
  const { openedAt, lastAt } = placeInTime(report, now)
  const { images = {}, again = {}, chatType } = report
  const spanMs = lastAt - openedAt
  return {
    _id: report.readingId,
    postId: of.postId,
    version: report.version,
    token: report.token ?? null,
    repId: of.repId,
    scene: report.scene,
    ...(chatType !== undefined && { chatType }),
    by: of.by,
    seq: report.seq,
    openedAt,
    lastAt,
    sections: capSections(report.sections, spanMs),
    ...(!isEmpty(images) && { images: capSections(images, spanMs) }),
    ...(!isEmpty(again) && { again }),
    depth: report.depth,
    known: false,
    personId: null,
    counted: null,
  }
}

const RANKS: readonly ReadBy[] = ['reader', 'sharer', 'staff', 'crawler', 'erased']
const higher = (a: ReadBy, b: ReadBy): ReadBy => (RANKS.indexOf(b) > RANKS.indexOf(a) ? b : a)

const highest = (a: SectionMs, b: SectionMs): SectionMs => {
  const joined = { ...a }
  for (const [id, n] of Object.entries(b) as [SectionId, number][]) joined[id] = Math.max(joined[id] ?? 0, n)
  return joined
}

/** The newest report knows best when she read last; of one that came twice, the first time. */
const lastAtOf = (a: Pick<Reading, 'seq' | 'lastAt'>, b: Pick<Reading, 'seq' | 'lastAt'>): number => {
  if (a.seq === b.seq) return Math.min(a.lastAt, b.lastAt)
  return a.seq > b.seq ? a.lastAt : b.lastAt
}

/**
 * What both know together: commutative, associative, and joining the same twice changes nothing. Whose it is and what the
 * sums hold stays as with `stored`; one that is named stays a reader's.
 */
export const joinReadings = (stored: Reading, report: Reading): Reading => ({
  ...stored,
  by: stored.personId === null ? higher(stored.by, report.by) : stored.by,
  seq: Math.max(stored.seq, report.seq),
  openedAt: Math.min(stored.openedAt, report.openedAt),
  lastAt: lastAtOf(stored, report),
  sections: highest(stored.sections, report.sections),
  ...((stored.images || report.images) && { images: highest(stored.images ?? {}, report.images ?? {}) }),
  ...((stored.again || report.again) && { again: highest(stored.again ?? {}, report.again ?? {}) }),
  depth: Math.max(stored.depth, report.depth),
})

const grows = (a: SectionMs = {}, b: SectionMs = {}): boolean =>
  Object.entries(b).some(([id, n]) => n > (a[id as SectionId] ?? -1))

/**
 * Does a report say anything of a reading that is not stored yet? The same report sent again does not, nor does another
 * reader's, nor one of a reading that has been erased.
 */
export const isNews = (stored: Reading, report: Reading, personId: PersonId | null): boolean => {
  if (stored.by === 'erased' || stored.token !== report.token || stored.postId !== report.postId) return false
  if (stored.personId !== null && stored.personId !== personId) return false
  if (report.seq >= stored.seq) return report.seq > stored.seq
  return (
    report.openedAt < stored.openedAt ||
    report.depth > stored.depth ||
    grows(stored.sections, report.sections) ||
    grows(stored.images, report.images) ||
    grows(stored.again, report.again) ||
    joinReadings(stored, report).by !== stored.by
  )
}

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
