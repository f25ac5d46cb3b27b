// How long does she really read? Time is credited late: a pause between touches counts only once she shows she was there.
import type { SectionId } from './ids'
import type { SectionMs } from './reading'

/** A pause closed by a touch within this is reading, and counts whole. */
const PAUSE_CREDIT_MAX_MS = 45_000
/** What any pause is given at once, closed or not. */
const PAUSE_CREDIT_MIN_MS = 8_000
/** Leaving closes a pause too, if sooner than the shortest screen lock (30 s): later the phone may have left, not she. */
const LEAVE_CREDIT_MAX_MS = 25_000
/** A longer step of the clock is a sleep or a changed clock, not time. */
export const CLOCK_STEP_MAX_MS = 3_600_000

export type StopwatchEvent =
  | { kind: 'show' | 'hide' | 'touch' | 'tick'; at: number }
  | { kind: 'section'; id: SectionId; visible: boolean; at: number }
  | { kind: 'depth'; depth: number; at: number }

/** All instants and spans in ms by the phone's clock. */
export type Stopwatch = {
  openedAt: number // moved when the clock is set back, so that `at - openedAt` stays the time that passed
  at: number
  shown: boolean
  visible: readonly SectionId[] // the last is the one she reads
  pauseMs: number // since the last touch, while shown
  waiting: SectionMs // of this pause, not credited yet
  credited: SectionMs
  depth: number // 0 to 1
}

export const startStopwatch = (at: number): Stopwatch => ({
  openedAt: at,
  at,
  shown: false,
  visible: [],
  pauseMs: 0,
  waiting: {},
  credited: {},
  depth: 0,
})

/** The totals so far, in ms. They only grow, and together never pass the time the page was in front of her. */
export const sectionsOf = (watch: Stopwatch): SectionMs => watch.credited

/**
 * Time goes to one section at a time, the last that was called visible; the observer calls the one that fills most of the
 * screen. Eyes rest on one text: splitting would make every neighbour look half read.
 */
const readingNow = (watch: Stopwatch): SectionId | undefined => watch.visible[watch.visible.length - 1]

const add = (sections: SectionMs, id: SectionId, ms: number): SectionMs =>
  ms > 0 ? { ...sections, [id]: (sections[id] ?? 0) + ms } : sections

/** Lets the clock run to `at`: the first seconds of a pause are credited, the rest waits. */
const run = (watch: Stopwatch, at: number): Stopwatch => {
  const step = at - watch.at
  const openedAt = step < 0 ? watch.openedAt + step : watch.openedAt
  const ms = step > 0 && step < CLOCK_STEP_MAX_MS && watch.shown ? step : 0
  const now = Math.max(0, Math.min(ms, PAUSE_CREDIT_MIN_MS - watch.pauseMs))
  const id = readingNow(watch)
  return {
    ...watch,
    openedAt,
    at,
    pauseMs: watch.pauseMs + ms,
    credited: id === undefined ? watch.credited : add(watch.credited, id, now),
    waiting: id === undefined ? watch.waiting : add(watch.waiting, id, ms - now),
  }
}

/** Ends the pause: what waited counts if it was short enough, and is forgotten otherwise. */
const closePause = (watch: Stopwatch, within: number): Stopwatch => {
  const credited = { ...watch.credited }
  if (watch.pauseMs <= within)
    for (const [id, ms] of Object.entries(watch.waiting))
      credited[id as SectionId] = (credited[id as SectionId] ?? 0) + ms
  return { ...watch, credited, waiting: {}, pauseMs: 0 }
}

export const advance = (before: Stopwatch, event: StopwatchEvent): Stopwatch => {
  const watch = run(before, event.at)
  switch (event.kind) {
    case 'tick':
      return watch
    case 'touch':
      return closePause(watch, PAUSE_CREDIT_MAX_MS)
    case 'show':
      return watch.shown ? watch : { ...watch, shown: true }
    case 'hide':
      return watch.shown ? { ...closePause(watch, LEAVE_CREDIT_MAX_MS), shown: false } : watch
    case 'section': {
      const others = watch.visible.filter((id) => id !== event.id)
      return { ...watch, visible: event.visible ? [...others, event.id] : others }
    }
    case 'depth':
      return { ...watch, depth: Math.max(watch.depth, Math.min(1, event.depth)) }
  }
}
