// What of today's list changes when she tells of a talk, and which of two lists is the newer one?
import type { ShownDay, ShownOutcome } from './shown'

/** What was told on this phone and has not been answered yet. */
export type Told = { day: string; contactId: string; outcome: ShownOutcome | null }

/** Open talks first, as they were ordered; then those told of. One that is taken back stands on top again. */
export const tellIn = (shown: ShownDay, { day, contactId, outcome }: Told): ShownDay => {
  const told = shown.talks.find((talk) => talk.contactId === contactId)
  if (shown.day !== day || !told) return shown
  const others = shown.talks.filter((talk) => talk !== told)
  const [open, done] = [others.filter((one) => one.outcome === null), others.filter((one) => one.outcome !== null)]
  const moved = { ...told, outcome }
  const isOpenStill = outcome === null && told.outcome === null
  if (isOpenStill) return shown
  return { ...shown, talks: outcome === null ? [moved, ...open, ...done] : [...open, moved, ...done] }
}

/** Answers may overtake each other: the one worked out later holds, and what still waits to be sent lies over it. */
export const joinDay = (before: ShownDay | undefined, came: ShownDay, waiting: readonly Told[]): ShownDay =>
  waiting.reduce(tellIn, before && before.asOf > came.asOf ? before : came)
