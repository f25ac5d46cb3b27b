// What speaks against talking to her today? She comes before the list: whoever wants to be left alone is.
import { type Day, dayAfter, dayOf, daysBetween } from './day'
import { isQuietOn, lastContactAt, lastOf, lastTriedAt, unansweredOf } from './sheet'
import type { Clue, ContactFacts, Rest, RestReason } from './talk'

/** After a talk, or a try, so many days pass until the next. */
export const GAP_DAYS = 4
/** The silence budget: so many tries in a row may stay unanswered, */
export const UNANSWERED_MAX = 2
/** then she is left alone for so long, unless she comes herself. */
export const UNANSWERED_REST_DAYS = 30
/** Who never once answered so many tries reads, and wants no more. */
export const READS_SILENT_TRIES = 3
/** 陪伴: company is given so often at most. */
export const COMPANY_GAP_DAYS = 7
export const UNFIT_REST_DAYS = 30

type Against = { reason: RestReason; at: number | null; until: Day | null }

/** Days during which what happened at `at` still holds. */
const within = (at: number | null, days: number, day: Day, reason: RestReason): Against | null =>
  at !== null && daysBetween(dayOf(at), day) < days ? { reason, at, until: dayAfter(dayOf(at), days) } : null

const silence = ({ sheet: { touches } }: ContactFacts, day: Day): Against | null => {
  const silentAt = lastOf(touches, ['silent'])
  const tries = unansweredOf(touches)
  if (tries >= READS_SILENT_TRIES && lastContactAt(touches) === null)
    return { reason: 'reads-silent', at: silentAt, until: null }
  return tries >= UNANSWERED_MAX ? within(silentAt, UNANSWERED_REST_DAYS, day, 'unanswered') : null
}

/** A word that was given is kept in spite of these, and what she herself just asked for is answered. */
const OWED: readonly Clue['reason'][] = ['promise', 'signal']

/** The weightiest thing against it; null: nothing. */
export const restOf = (facts: ContactFacts, clues: readonly Clue[], day: Day): Rest | null => {
  const { sheet, contactId } = facts
  const { quiet, touches, value } = sheet
  const talkedAt = lastTriedAt(touches)
  const isOwed = clues.some(({ reason }) => OWED.includes(reason))
  const asked =
    isQuietOn(sheet, day) && quiet ? { reason: 'asked-quiet' as const, at: quiet.since, until: quiet.until } : null
  const softer = () =>
    within(lastOf(touches, ['unfit']), UNFIT_REST_DAYS, day, 'unfit') ??
    silence(facts, day) ??
    within(talkedAt, GAP_DAYS, day, 'talked-recently') ??
    (value === 'company' ? within(talkedAt, COMPANY_GAP_DAYS, day, 'company-cap') : null)
  const against = asked ?? (isOwed ? null : softer())
  return against && { contactId, ...against }
}
