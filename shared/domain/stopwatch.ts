// How long does she really read? Time is credited late: a pause between touches counts only once she shows she was there.
import type { SectionId } from './ids'
import type { SectionCount, SectionMs } from './reading'

// What each part is worth stands in docs/decisions/0004 and, measured anew, in `npm run bench -- reading --only accuracy`.
/** Any pause is given this at once, closed or not … */
const GRACE_MS = 3_000
/** … and this part of what she has read so far: who has read long is likelier to be reading still. */
const GRACE_SHARE = 0.1
const GRACE_MAX_MS = 5_000
/** A pause closed within this always counts whole: no phone is laid down for less … */
const PAUSE_MIN_MS = 30_000
/** … and one beyond this never. */
const PAUSE_MAX_MS = 60_000
/** Between the two: so many times as long as hers usually are, about 3.3 times the longest tenth of them … */
const OWN_PAUSES = 11.5
/** … and no more than so many times what the section's text takes to read. */
const TEXT_TIMES = 3
/** Leaving closes a pause too, if sooner than the shortest screen lock (30 s): later the phone left, not she. */
const LEAVE_MS = 29_000
const CHARACTER_MS = 155 // 6 to 7 Chinese characters a second, read on a phone
const USUAL_PAUSE_MS = 4_000 // in the middle, before she has shown her own
const PAUSES_REMEMBERED = 20 // about so many: what is usual follows her
const FLICK_MS = 1_000 // closer touches are one movement of the finger, not pauses
/** Come back to: she stays, and was elsewhere for longer than a glance. */
const STAY_MS = 3_000
const ELSEWHERE_MS = 10_000
/** A longer step of the clock is a sleep or a changed clock, not time. */
export const CLOCK_STEP_MAX_MS = 3_600_000

/** section: the one that fills most of the screen, null before any is known. picture: whose picture does. depth: 0 to 1. */
export type Look = { section: SectionId | null; picture: SectionId | null; depth: number }
export type Sign = { kind: 'show' | 'hide' | 'touch' | 'tick' } | ({ kind: 'look' } & Look)
export type StopwatchEvent = Sign & { at: number }

/**
 * All instants and spans in ms by the phone's clock. `sections` and `images` (how long the picture of a section held the
 * screen) are the totals so far: they only grow, and together never pass the time the page was in front of her.
 */
export type Stopwatch = Look & {
  openedAt: number // moved when the clock is set back, so that `at - openedAt` stays the time that passed
  at: number
  shown: boolean
  lengths: Readonly<Record<SectionId, number>> // characters
  pauseMs: number // since the last touch, while a section is before her
  graceMs: number // of this pause: credited, the rest of it waits
  sections: SectionMs
  images: SectionMs
  usualLog: number // natural logarithm of her usual pause in ms: pauses spread by factors, not by seconds
  seenMs: number // a section was before her, credited or not
  stayMs: number // of it, with this section
  left: SectionMs // seenMs when she left a section where she had stayed
  again: SectionCount
}

export const startStopwatch = (at: number, lengths: Stopwatch['lengths']): Stopwatch => ({
  openedAt: at,
  at,
  shown: false,
  section: null,
  picture: null,
  depth: 0,
  lengths,
  pauseMs: 0,
  graceMs: GRACE_MS,
  sections: {},
  images: {},
  usualLog: Math.log(USUAL_PAUSE_MS),
  seenMs: 0,
  stayMs: 0,
  left: {},
  again: {},
})

export const sumMs = (sections: SectionMs): number => Object.values(sections).reduce((sum, ms) => sum + ms, 0)

const of = (sections: SectionMs, id: SectionId): number => sections[id] ?? 0

const add = (sections: SectionMs, id: SectionId | null, n: number): SectionMs =>
  id !== null && n > 0 ? { ...sections, [id]: of(sections, id) + n } : sections

// What follows changes the copy that `advance` has made.

/** One section at a time: eyes rest on one text, and splitting would make every neighbour look half read. */
const credit = (watch: Stopwatch, ms: number): void => {
  watch.sections = add(watch.sections, watch.section, ms)
  watch.images = add(watch.images, watch.picture, ms)
}

/** Lets the clock run to `at`: the first seconds of a pause are credited, the rest waits. */
const run = (watch: Stopwatch, at: number): void => {
  const { section, stayMs } = watch
  const ms = at - watch.at
  watch.at = at
  if (ms < 0) watch.openedAt += ms
  if (ms <= 0 || ms >= CLOCK_STEP_MAX_MS || !watch.shown || section === null) return
  credit(watch, Math.min(ms, Math.max(0, watch.graceMs - watch.pauseMs)))
  watch.pauseMs += ms
  watch.stayMs += ms
  const leftMs = watch.left[section]
  const stays = stayMs < STAY_MS && watch.stayMs >= STAY_MS
  if (stays && leftMs !== undefined && watch.seenMs - stayMs - leftMs >= ELSEWHERE_MS)
    watch.again = add(watch.again, section, 1)
  watch.seenMs += ms
}

/** Ends the pause: what waits of it counts if it was short enough. */
const closePause = (watch: Stopwatch, withinMs: number): void => {
  if (watch.pauseMs <= withinMs) credit(watch, watch.pauseMs - watch.graceMs)
  watch.graceMs = Math.min(GRACE_MAX_MS, Math.round(GRACE_MS + GRACE_SHARE * sumMs(watch.sections)))
  watch.pauseMs = 0
}

/** Her own pauses and the text before her say up to how long a pause may have been reading. */
const touch = (watch: Stopwatch): void => {
  const { section, pauseMs, sections, lengths, usualLog } = watch
  if (section === null) return
  const textMs = TEXT_TIMES * CHARACTER_MS * of(lengths, section) - of(sections, section)
  const withinMs = Math.max(PAUSE_MIN_MS, Math.min(PAUSE_MAX_MS, OWN_PAUSES * Math.exp(usualLog), textMs))
  closePause(watch, withinMs)
  if (pauseMs >= FLICK_MS && pauseMs <= withinMs) watch.usualLog += (Math.log(pauseMs) - usualLog) / PAUSES_REMEMBERED
}

/** Another section or picture on screen is a sign of her like a touch: a page never scrolls itself. */
const look = (watch: Stopwatch, { section, picture, depth }: Look): void => {
  if (section !== watch.section || picture !== watch.picture) touch(watch)
  if (section !== watch.section) {
    if (watch.section !== null && watch.stayMs >= STAY_MS) watch.left = { ...watch.left, [watch.section]: watch.seenMs }
    watch.stayMs = 0
  }
  Object.assign(watch, { section, picture, depth: Math.max(watch.depth, depth) })
}

export const advance = (before: Stopwatch, event: StopwatchEvent): Stopwatch => {
  const watch = { ...before }
  run(watch, event.at)
  if (event.kind === 'touch') touch(watch)
  if (event.kind === 'look') look(watch, event)
  if (event.kind === 'hide') {
    closePause(watch, LEAVE_MS)
    watch.shown = false
  }
  if (event.kind === 'show') watch.shown = true
  return watch
}

/** The totals so far, in ms. */
export const sectionsOf = ({ sections }: Stopwatch): SectionMs => sections
