// Which reports does a trace's phone send? The product's stopwatch and plan of reports, without a network in between.
import { type Beats, isBeatDue, isWorthLeaving, NO_BEATS } from '../../shared/domain/beat'
import { nextBeatMs, READING_SPAN_MAX_MS, type ReadingReport } from '../../shared/domain/reading'
import { advance, sectionsOf, startStopwatch, sumMs } from '../../shared/domain/stopwatch'
import { clockAt, type Trace } from './trace'

/** at: true ms since the page was opened, when it leaves the phone. */
export type SentReport = { at: number; report: Omit<ReadingReport, 'readingId' | 'token'> }

const TICK_MS = 1_000

/** What a killed app had not reported yet rides with a report at the next opening, two hours later. */
const REOPENED_AFTER_MS = 7_200_000

/** In the order they are sent; every one of them gets through, what is lost on the way is sent again. */
export const reportsOf = (trace: Trace): SentReport[] => {
  const lastSection = Object.keys(trace.lengths).at(-1)
  const sent: SentReport[] = []
  let watch = startStopwatch(clockAt(trace, 0), trace.lengths)
  let beats: Beats = NO_BEATS
  const hasNews = (): boolean => sumMs(sectionsOf(watch)) > (beats.takenMs ?? 0)
  const report = (at: number, agoMs: number): void => {
    const sections = sectionsOf(watch)
    const spanMs = Math.round(Math.min(READING_SPAN_MAX_MS, watch.at - watch.openedAt))
    const depth = Math.min(1, Object.keys(sections).length / Object.keys(trace.lengths).length)
    const rounded = Object.fromEntries(Object.entries(sections).map(([id, ms]) => [id, Math.round(ms)]))
    const state = { version: 1, scene: 1007, seq: sent.length + 1, agoMs, spanMs, sections: rounded, depth }
    sent.push({ at, report: state })
    const totalMs = sumMs(sections)
    beats = { triedMs: totalMs, takenMs: totalMs, everyMs: nextBeatMs(spanMs) }
  }
  const tick = (at: number): void => {
    watch = advance(watch, { kind: 'tick', at: clockAt(trace, at) })
    if (watch.shown && isBeatDue(beats, watch, lastSection) && hasNews()) report(at, 0)
  }
  let next = TICK_MS
  for (const seen of trace.seen) {
    for (; next < seen.at; next += TICK_MS) tick(next)
    watch = advance(watch, { ...seen, at: clockAt(trace, seen.at) })
    if (seen.kind === 'hide' && hasNews() && isWorthLeaving(beats, watch)) report(seen.at, 0)
  }
  for (; next < trace.endAt; next += TICK_MS) tick(next)
  if (hasNews() && trace.net.reopens) report(trace.endAt + REOPENED_AFTER_MS, REOPENED_AFTER_MS)
  return sent
}
