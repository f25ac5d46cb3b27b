// How long does she really read? Time is credited late: a pause between touches counts only once she shows she was there.
import type { SectionId } from './ids'
import type { SectionCount, SectionMs } from './reading'

/** What each part is worth stands in docs/decisions/0004 and, measured anew, in `npm run bench -- reading --only accuracy`. */
export type Rules = {
  graceMs: number // what any pause is given at once, closed or not …
  graceShare: number // … and this part of what she has read so far: who has read long is likelier to be reading still
  graceMaxMs: number
  pauseMinMs: number // a pause closed within this always counts whole: no phone is laid down for less
  pauseMaxMs: number // and one beyond this never
  ownPauses: number // between the two: so many times as long as hers usually are
  textTimes: number // and no more than so many times what the section's text takes to read
  leaveMs: number // leaving closes a pause too, if sooner than the shortest screen lock (30 s): later the phone left, not she
  movingOn: boolean // another section on screen is a sign of her like a touch: a page never scrolls itself
}

export const RULES: Rules = {
  graceMs: 3_000,
  graceShare: 0.1,
  graceMaxMs: 8_000,
  pauseMinMs: 30_000,
  pauseMaxMs: 60_000,
  ownPauses: 11.5, // about 3.3 times the longest tenth of her pauses
  textTimes: 3.5,
  leaveMs: 29_000,
  movingOn: true,
}

/** A longer step of the clock is a sleep or a changed clock, not time. */
export const CLOCK_STEP_MAX_MS = 3_600_000
const CHARACTER_MS = 155 // 6 to 7 Chinese characters a second, read on a phone
/** Before she has shown her own: pauses are 4 s in the middle, and this counts like so many of hers. */
const USUAL_PAUSE_MS = 4_000
const USUAL_PAUSES = 10
const PAUSES_REMEMBERED = 40 // so that it follows her
const FLICK_MS = 1_000 // closer touches are one movement of the finger, not pauses
/** Come back to: she stays, and was elsewhere for longer than a glance. */
const STAY_MS = 3_000
const ELSEWHERE_MS = 10_000

export type StopwatchEvent =
  | { kind: 'show' | 'hide' | 'touch' | 'tick'; at: number }
  | { kind: 'section' | 'image'; id: SectionId; visible: boolean; at: number } // image: the picture of that section
  | { kind: 'depth'; depth: number; at: number }

/** Credited whole only when its pause closes in time. */
type Count = { credited: SectionMs; waiting: SectionMs }

/** All instants and spans in ms by the phone's clock. */
export type Stopwatch = {
  openedAt: number // moved when the clock is set back, so that `at - openedAt` stays the time that passed
  at: number
  shown: boolean
  visible: readonly SectionId[] // the last is the one she reads
  pictures: readonly SectionId[] // likewise
  lengths: Readonly<Record<SectionId, number>> // characters, where known
  pauseMs: number // since the last touch, while shown
  graceMs: number // of this pause
  read: Count
  held: Count // by the picture of a section
  pauses: number
  usualLog: number // natural logarithm of her usual pause in ms
  shownMs: number
  cameMs: number // shownMs when she came to the section she reads
  left: SectionMs // shownMs when she left a section where she had stayed
  again: SectionCount
  depth: number // 0 to 1
}

export const startStopwatch = (
  at: number,
  lengths: Readonly<Record<SectionId, number>> = {},
  rules = RULES,
): Stopwatch => ({
  openedAt: at,
  at,
  shown: false,
  visible: [],
  pictures: [],
  lengths,
  pauseMs: 0,
  graceMs: rules.graceMs,
  read: { credited: {}, waiting: {} },
  held: { credited: {}, waiting: {} },
  pauses: USUAL_PAUSES,
  usualLog: Math.log(USUAL_PAUSE_MS),
  shownMs: 0,
  cameMs: 0,
  left: {},
  again: {},
  depth: 0,
})

/** The totals so far, in ms. They only grow, and together never pass the time the page was in front of her. */
export const sectionsOf = (watch: Stopwatch): SectionMs => watch.read.credited
/** ms the picture of a section held the screen; of the time that its sections were given. */
export const imagesOf = (watch: Stopwatch): SectionMs => watch.held.credited

export const sumMs = (sections: SectionMs): number => Object.values(sections).reduce((sum, ms) => sum + ms, 0)

/** All time she was seen to have the text before her, credited or not yet. */
export const seenMs = ({ read }: Stopwatch): number => sumMs(read.credited) + sumMs(read.waiting)

/**
 * Time goes to one section at a time, the last that was called visible; the observer calls the one that fills most of the
 * screen. Eyes rest on one text: splitting would make every neighbour look half read.
 */
const last = (ids: readonly SectionId[]): SectionId | undefined => ids[ids.length - 1]

const add = (sections: SectionMs, id: SectionId, ms: number): SectionMs =>
  ms > 0 ? { ...sections, [id]: (sections[id] ?? 0) + ms } : sections

const give = (count: Count, id: SectionId | undefined, now: number, later: number): Count =>
  id === undefined ? count : { credited: add(count.credited, id, now), waiting: add(count.waiting, id, later) }

/** She has just stayed long enough to say she came back, if she was here before. */
const comesBack = (watch: Stopwatch, id: SectionId | undefined, ms: number): boolean => {
  const stayedMs = watch.shownMs - watch.cameMs
  const leftMs = id === undefined ? undefined : watch.left[id]
  if (leftMs === undefined || stayedMs >= STAY_MS || stayedMs + ms < STAY_MS) return false
  return watch.cameMs - leftMs >= ELSEWHERE_MS
}

/** Lets the clock run to `at`: the first seconds of a pause are credited, the rest waits. */
const run = (watch: Stopwatch, at: number): Stopwatch => {
  const step = at - watch.at
  const openedAt = step < 0 ? watch.openedAt + step : watch.openedAt
  if (step <= 0 || step >= CLOCK_STEP_MAX_MS || !watch.shown) return { ...watch, openedAt, at }
  const now = Math.max(0, Math.min(step, watch.graceMs - watch.pauseMs))
  const id = last(watch.visible)
  return {
    ...watch,
    openedAt,
    at,
    pauseMs: watch.pauseMs + step,
    shownMs: watch.shownMs + step,
    read: give(watch.read, id, now, step - now),
    held: give(watch.held, last(watch.pictures), now, step - now),
    again: id !== undefined && comesBack(watch, id, step) ? add(watch.again, id, 1) : watch.again,
  }
}

const settle = ({ credited, waiting }: Count): Count => ({
  credited: Object.entries(waiting).reduce((sum, [id, ms]) => add(sum, id as SectionId, ms), credited),
  waiting: {},
})

/** Up to how long may a pause have been reading? Her own pauses and the text before her say. */
const pauseCredit = (watch: Stopwatch, rules: Rules): number => {
  const id = last(watch.visible)
  const length = id === undefined ? undefined : watch.lengths[id]
  const own = Math.min(rules.pauseMaxMs, rules.ownPauses * Math.exp(watch.usualLog))
  const left =
    id === undefined || length === undefined
      ? own
      : rules.textTimes * CHARACTER_MS * length - (watch.read.credited[id] ?? 0)
  return Math.max(rules.pauseMinMs, Math.min(own, left))
}

/** Ends the pause: what waited counts if it was short enough, and is forgotten otherwise. */
const closePause = (watch: Stopwatch, within: number, rules: Rules): Stopwatch => {
  const counts = watch.pauseMs <= within
  const read = counts ? settle(watch.read) : { ...watch.read, waiting: {} }
  const held = counts ? settle(watch.held) : { ...watch.held, waiting: {} }
  const graceMs = Math.min(rules.graceMaxMs, Math.round(rules.graceMs + rules.graceShare * sumMs(read.credited)))
  return { ...watch, read, held, graceMs, pauseMs: 0 }
}

const touched = (watch: Stopwatch, rules: Rules): Stopwatch => {
  const within = pauseCredit(watch, rules)
  const closed = closePause(watch, within, rules)
  if (watch.pauseMs < FLICK_MS || watch.pauseMs > within) return closed
  const pauses = Math.min(PAUSES_REMEMBERED, watch.pauses + 1)
  return { ...closed, pauses, usualLog: watch.usualLog + (Math.log(watch.pauseMs) - watch.usualLog) / pauses }
}

const put = (ids: readonly SectionId[], id: SectionId, visible: boolean): readonly SectionId[] => {
  const others = ids.filter((each) => each !== id)
  return visible ? [...others, id] : others
}

const look = (before: Stopwatch, visible: readonly SectionId[], rules: Rules): Stopwatch => {
  const id = last(before.visible)
  const next = last(visible)
  if (id === next) return { ...before, visible }
  const watch = rules.movingOn && before.shown && next !== undefined ? touched(before, rules) : before
  const stayed = id !== undefined && watch.shownMs - watch.cameMs >= STAY_MS
  const left = stayed ? { ...watch.left, [id]: watch.shownMs } : watch.left
  return { ...watch, visible, left, cameMs: watch.shownMs }
}

/** Any other rules than RULES are for comparison only. */
export const advanceBy =
  (rules: Rules) =>
  (before: Stopwatch, event: StopwatchEvent): Stopwatch => {
    const watch = run(before, event.at)
    switch (event.kind) {
      case 'tick':
        return watch
      case 'touch':
        return touched(watch, rules)
      case 'show':
        return watch.shown ? watch : { ...watch, shown: true }
      case 'hide':
        return watch.shown ? { ...closePause(watch, rules.leaveMs, rules), shown: false } : watch
      case 'section':
        return look(watch, put(watch.visible, event.id, event.visible), rules)
      case 'image':
        return { ...watch, pictures: put(watch.pictures, event.id, event.visible) }
      case 'depth':
        return { ...watch, depth: Math.max(watch.depth, Math.min(1, event.depth)) }
    }
  }

export const advance = advanceBy(RULES)
