// What speaks for talking to her today? Each reason is a rule of its own, and stands on facts that are stored.
import { type Day, dayAfter, dayOf, daysBetween } from './day'
import type { PostId } from './ids'
import { cadenceOf, lastContactAt, lastOf, lastTriedAt, type Touch } from './sheet'
import type { Tag } from './tag'
import type { Clue, ContactFacts, PurchaseFact, ReadFact } from './talk'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

type Moment = { day: Day; now: number }
type Rule = (facts: ContactFacts, moment: Moment) => Clue | null

/** What was read since yesterday morning is on her mind still. */
export const HOT_WITHIN_MS = 26 * HOUR_MS
/** Half a post read as long as it takes. */
export const HOT_SCORE_MIN = 0.5
export const DEEP_WITHIN_MS = 5 * DAY_MS
export const DEEP_SCORE_MIN = 0.8
/** So many openings of one post are a deep reading, whatever each was worth. */
export const AGAIN_MIN = 2
/** Next to nothing read is no repetition either. */
export const AGAIN_SCORE_MIN = 0.2

/** A thing runs out earlier or later than its cycle says. */
export const REPURCHASE_FROM_DAYS = -5
export const REPURCHASE_TO_DAYS = 21
/** 用得怎么样: so many days after a purchase it is good to ask. */
export const LIFECYCLE_DAYS = [3, 14] as const
/** A weekend or a day off later is still in time. */
export const LIFECYCLE_LATE_DAYS = 2
export const THANKS_WITHIN_MS = 14 * DAY_MS
/** Deep readings that her passing-on brought. Fewer could point at someone who agreed to nothing. */
export const THANKS_DEEP_MIN = 3
/** Who read what she passed on so long ago has not forgotten it. */
export const INTRODUCE_WITHIN_MS = 30 * DAY_MS
/** A promise is spoken of from the day before it is due. */
export const PROMISE_AHEAD_DAYS = 1

/** Whose last reading is older gives none of these reasons: she need not be looked at. Rising looks at the week before last, too. */
export const SPEAKS_WITHIN_MS = 14 * DAY_MS

export const promiseKey = (id: string): string => `promise-${id}`
export const occasionKey = (id: string): string => `occasion-${id}`
export const repurchaseKey = (noteId: string): string => `repurchase-${noteId}`
export const lifecycleKey = (noteId: string, days: number): string => `lifecycle-${noteId}-${days}`
export const CADENCE_KEY = 'cadence'

const isSnoozed = ({ sheet }: ContactFacts, key: string, day: Day): boolean => (sheet.snoozes[key] ?? '') > day
const clamp = (n: number): number => Math.min(1, Math.max(0, n))
const latest = <T extends { at: number }>(all: readonly T[]): T | null =>
  all.reduce<T | null>((last, one) => (last && last.at >= one.at ? last : one), null)

const nthOf = (read: ReadFact, reads: readonly ReadFact[]): number =>
  reads.filter(({ postId, at }) => postId === read.postId && at <= read.at).length

const asEvidence = (read: ReadFact, reads: readonly ReadFact[]) => {
  const { readingId, postId, at, ms } = read
  return { of: 'reading' as const, readingId, postId, at, ms, nth: nthOf(read, reads) }
}

const promise: Rule = (facts, { day }) => {
  const due = facts.promises
    .filter(
      ({ _id, dueDay }) => daysBetween(day, dueDay) <= PROMISE_AHEAD_DAYS && !isSnoozed(facts, promiseKey(_id), day),
    )
    .sort((a, b) => (a.dueDay < b.dueDay || (a.dueDay === b.dueDay && a._id < b._id) ? -1 : 1))
  const [first, ...others] = due.map(({ _id, text, dueDay }) => ({
    of: 'promise' as const,
    promiseId: _id,
    text,
    dueDay,
  }))
  if (!first) return null
  return { reason: 'promise', strength: first.dueDay <= day ? 1 : 0.7, evidence: [first, ...others] }
}

const signal: Rule = ({ signals, sheet }, { now }) => {
  const talkedAt = lastContactAt(sheet.touches) ?? 0
  const news = signals.filter(({ at, days }) => at > talkedAt && now - at < days * DAY_MS)
  const hit = latest(news)
  if (!hit) return null
  const { days, ...fact } = hit
  return {
    reason: 'signal',
    strength: clamp(1 - (now - hit.at) / (2 * days * DAY_MS)),
    evidence: [{ of: 'signal', ...fact }],
  }
}

/** What she read before the last talk has been talked about. */
const isNew = ({ at }: Pick<ReadFact, 'at'>, { sheet }: ContactFacts): boolean => at > (lastTriedAt(sheet.touches) ?? 0)

const hot: Rule = (facts, { now }) => {
  const { reads } = facts
  const warm = reads.filter(({ at, score }) => now - at < HOT_WITHIN_MS && score >= HOT_SCORE_MIN)
  const read = latest(warm.filter((one) => isNew(one, facts)))
  return read && { reason: 'hot', strength: clamp(read.score), evidence: [asEvidence(read, reads)] }
}

/** The post she opened most often lately, if more than once, else the one she read deepest. */
const deep: Rule = (facts, { now }) => {
  const { reads } = facts
  const recent = reads.filter(({ at }) => now - at < DEEP_WITHIN_MS)
  const byPost = new Map<PostId, ReadFact[]>()
  for (const read of recent)
    if (read.score >= AGAIN_SCORE_MIN) byPost.set(read.postId, [...(byPost.get(read.postId) ?? []), read])
  const again = [...byPost.values()]
    .filter((some) => some.length >= AGAIN_MIN && some.some((one) => isNew(one, facts)))
    .sort((a, b) => b.length - a.length || (latest(b)?.at ?? 0) - (latest(a)?.at ?? 0))[0]
  const whole = latest(recent.filter((one) => one.score >= DEEP_SCORE_MIN && isNew(one, facts)))
  const read = again ? latest(again) : whole
  if (!read) return null
  const score = again ? again.reduce((sum, one) => sum + one.score, 0) : read.score
  return {
    reason: 'deep',
    strength: clamp(score * (1 - (now - read.at) / (2 * DEEP_WITHIN_MS))),
    evidence: [asEvidence(read, reads)],
  }
}

const asTag = ({ tag, posts, ms, lastAt }: Tag) => ({ of: 'tag' as const, tag, posts, ms, lastAt })

const rising: Rule = ({ tags }) => {
  const tag = tags.find((one) => one.kind === 'topic' && one.rising)
  return tag ? { reason: 'rising', strength: clamp(tag.strength), evidence: [asTag(tag)] } : null
}

const dueOf = ({ at, cycleDays }: PurchaseFact): Day | null =>
  cycleDays === null ? null : dayAfter(dayOf(at), cycleDays)

const asPurchase = (bought: PurchaseFact) => {
  const { noteId, product, at } = bought
  return { of: 'purchase' as const, noteId, product, at, dueDay: dueOf(bought) }
}

/** Of one product the last purchase counts: who bought again has no need. */
export const lastBought = <P extends Pick<PurchaseFact, 'product' | 'at'>>(purchases: readonly P[]): P[] =>
  purchases.filter(({ product, at }) => !purchases.some((other) => other.product === product && other.at > at))

/** A deal since it began to run out was about it, though the rep wrote no purchase down. */
const hasDealtAbout = ({ sheet }: ContactFacts, dueDay: Day): boolean =>
  dayOf(lastOf(sheet.touches, ['dealt']) ?? 0) >= dayAfter(dueDay, REPURCHASE_FROM_DAYS)

const repurchase: Rule = (facts, { day }) => {
  const due = lastBought(facts.purchases)
    .flatMap((bought) => {
      const dueDay = dueOf(bought)
      const late = dueDay === null ? Number.NEGATIVE_INFINITY : daysBetween(dueDay, day)
      const isDue = late >= REPURCHASE_FROM_DAYS && late <= REPURCHASE_TO_DAYS
      if (dueDay !== null && hasDealtAbout(facts, dueDay)) return []
      return isDue && !isSnoozed(facts, repurchaseKey(bought.noteId), day) ? [{ bought, late }] : []
    })
    .sort((a, b) => Math.abs(a.late) - Math.abs(b.late) || (a.bought.noteId < b.bought.noteId ? -1 : 1))[0]
  if (!due) return null
  const { bought, late } = due
  return {
    reason: 'repurchase',
    strength: clamp(1 - Math.abs(late) / (2 * REPURCHASE_TO_DAYS)),
    evidence: [asPurchase(bought)],
  }
}

/** Who talked to her on a later day has asked how it does. */
export const hasAskedSince = (touches: readonly Touch[], bought: Pick<PurchaseFact, 'noteId' | 'at'>): boolean =>
  dayOf(lastContactAt(touches.filter(({ id }) => id !== bought.noteId)) ?? 0) > dayOf(bought.at)

const lifecycle: Rule = (facts, { day }) => {
  const asked = facts.purchases.flatMap((bought) => {
    const age = daysBetween(dayOf(bought.at), day)
    const due = LIFECYCLE_DAYS.find((days) => age >= days && age <= days + LIFECYCLE_LATE_DAYS)
    const isOpen = due !== undefined && !isSnoozed(facts, lifecycleKey(bought.noteId, due), day)
    return isOpen && !hasAskedSince(facts.sheet.touches, bought) ? [bought] : []
  })
  const bought = latest(asked)
  return bought && { reason: 'lifecycle', strength: 0.6, evidence: [asPurchase(bought)] }
}

const occasion: Rule = (facts, { day }) => {
  const coming = facts.comings
    .filter((one) => {
      const ahead = daysBetween(day, one.day)
      return ahead >= 0 && ahead <= one.leadDays && !isSnoozed(facts, occasionKey(one.occasionId), day)
    })
    .sort((a, b) => (a.day < b.day || (a.day === b.day && a.occasionId < b.occasionId) ? -1 : 1))[0]
  if (!coming) return null
  const { occasionId, name, kind, day: on } = coming
  return {
    reason: 'occasion',
    strength: on === day ? 1 : 0.7,
    evidence: [{ of: 'occasion', occasionId, name, kind, day: on }],
  }
}

/** A card that was sent on the day they talked was part of that talk: what it brought came after. */
const thanks: Rule = ({ brought, sheet }, { now }) => {
  const talkedOn = dayOf(lastContactAt(sheet.touches) ?? 0)
  const worth = brought.filter(
    ({ deep: n, at }) => n >= THANKS_DEEP_MIN && now - at < THANKS_WITHIN_MS && dayOf(at) >= talkedOn,
  )
  const best = [...worth].sort((a, b) => b.deep - a.deep || b.at - a.at)[0]
  return best ? { reason: 'thanks', strength: clamp(best.deep / 6), evidence: [{ of: 'share', ...best }] } : null
}

/** Only whom she has talked to can be asked for someone; and not again for what she may have been asked already. */
const introduce: Rule = ({ introductions, sheet }, { now }) => {
  const talkedAt = lastContactAt(sheet.touches)
  if (talkedAt === null) return null
  const fresh = introductions.filter(({ at, deep: n }) => n > 0 && at > talkedAt && now - at < INTRODUCE_WITHIN_MS)
  const best = [...fresh].sort((a, b) => b.deep - a.deep || b.at - a.at || (a.toId < b.toId ? -1 : 1))[0]
  if (!best) return null
  return { reason: 'introduce', strength: clamp(best.deep / 4), evidence: [{ of: 'introduction', ...best }] }
}

/** Since they last really were in touch; whom she never talked to since she knows her. */
const overdue: Rule = (facts, { day }) => {
  const cadence = cadenceOf(facts.sheet)
  const lastAt = lastContactAt(facts.sheet.touches)
  const late = daysBetween(dayOf(lastAt ?? facts.sinceAt), day) - cadence
  if (late < 0 || isSnoozed(facts, CADENCE_KEY, day)) return null
  const strength = clamp(0.4 + (0.4 * late) / cadence) * (lastAt === null ? 0.5 : 1)
  return {
    reason: 'overdue',
    strength,
    evidence: [{ of: 'contact', lastAt, sinceAt: facts.sinceAt, cadenceDays: cadence }],
  }
}

const RULES: readonly Rule[] = [
  ...[promise, signal, hot, repurchase, deep, rising],
  ...[occasion, thanks, introduce, lifecycle, overdue],
]

/** Everything that speaks for it, in the order of TALK_REASONS. A reading that is hot is not told again as deep. */
export const cluesOf = (facts: ContactFacts, moment: Moment): Clue[] => {
  const clues = RULES.flatMap((rule) => rule(facts, moment) ?? [])
  const hotReading = clues.find(({ reason }) => reason === 'hot')?.evidence[0]
  return clues.filter(({ reason, evidence: [first] }) => {
    const isSame = hotReading?.of === 'reading' && first.of === 'reading' && first.readingId === hotReading.readingId
    return reason !== 'deep' || !isSame || first.nth >= AGAIN_MIN
  })
}
