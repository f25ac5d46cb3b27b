// What may a list know of a contact? Only what the product stores: never a need, a kind, a fatigue, an unnoted purchase.
import type { ContactId, ReadingId } from '@shared/domain/ids'
import { profileOf } from '@shared/domain/interest'
import type { ReadEntry, Reader } from '@shared/domain/reader'
import type { Touch } from '@shared/domain/sheet'
import { tagsOf } from '@shared/domain/tag'
import type { ContactFacts, PurchaseFact } from '@shared/domain/talk'
import { type Contact, type Known, occasionIdOf, untilDay } from './contact'
import type { Person } from './people'
import { dayName, instant, TOPICS } from './posts'

/** What each tool has. lastRead: of readers who agreed. facts: what the product's rule goes by. */
export type Seen = {
  contactId: ContactId
  sinceAt: number
  touches: readonly Touch[]
  purchases: readonly PurchaseFact[]
  lastRead: { at: number; topics: readonly string[] } | null
  asksQuiet: boolean
  facts: () => ContactFacts
}

type Profile = Pick<Reader, 'entries' | 'interests' | 'muted' | 'tagsOn'>
type Made = { profile: Profile; reads: ContactFacts['reads'] }

/** The profile changes only when she reads: worked out anew then, as the product does. */
const made = new WeakMap<Known, { lastAt: number; of: Made }>()

const readsOf = ({ entries }: Profile): ContactFacts['reads'] =>
  (Object.entries(entries) as [ReadingId, ReadEntry][]).map(([readingId, { postId, at, ms, score }]) => ({
    ...{ readingId, postId, at, ms, score },
  }))

const madeOf = ({ person, known }: Contact, now: number): Made => {
  const lastAt = known.lastRead?.at ?? 0
  const before = made.get(known)
  if (before?.lastAt === lastAt) return before.of
  const muted = person.muted === null ? [] : [TOPICS[person.muted] ?? '']
  const { tagsOn } = person
  const { entries, interests } = profileOf(known.entries, { tagsOn, muted }, now)
  const profile = { entries, interests, muted, tagsOn }
  const of = { profile, reads: tagsOn ? readsOf(profile) : [] }
  made.set(known, { lastAt, of })
  return of
}

const YEAR_DAYS = 365
const comingsOf = ({ occasions, n }: Person, day: number): ContactFacts['comings'] =>
  occasions.map((one, nth) => ({
    occasionId: occasionIdOf({ n }, nth),
    name: '生日',
    kind: 'birthday' as const,
    day: dayName(one.day >= day ? one.day : one.day + YEAR_DAYS),
    leadDays: LEAD_DAYS,
  }))

/** As reps leave it. */
const LEAD_DAYS = 7

const factsOf = (contact: Contact, day: number): ContactFacts => {
  const { person, known } = contact
  const now = instant(day, MORNING)
  const { profile, reads } = madeOf(contact, now)
  const quiet = known.quiet && { since: known.quiet.since, until: untilDay(known.quiet.until) }
  return {
    contactId: person.id,
    sinceAt: instant(person.sinceDay, MORNING),
    reads,
    tags: person.agrees && person.tagsOn ? tagsOf([profile], now) : [],
    freeTime: null, // says at what hour, never whom
    sheet: {
      ...{ relation: person.relation, value: person.value, cadenceDays: null, quiet },
      ...{ touches: known.touches, snoozes: {} },
    },
    promises: known.promises.map(({ id, due }) => ({ _id: id, text: PROMISED, dueDay: dayName(due) })),
    comings: comingsOf(person, day),
    purchases: known.purchases,
    signals: known.signals,
    brought: known.brought,
    introductions: [],
  }
}

const PROMISED = '到货了告诉她'
/** Lists are made in the morning. */
export const MORNING = 8

export const seenOf = (contact: Contact, day: number): Seen => {
  const { person, known } = contact
  const { lastRead } = known
  return {
    contactId: person.id,
    sinceAt: instant(person.sinceDay, MORNING),
    touches: known.touches,
    purchases: known.purchases,
    lastRead: lastRead && { at: lastRead.at, topics: lastRead.post.facts.topics },
    asksQuiet: known.quiet !== null && day < known.quiet.until,
    facts: () => factsOf(contact, day),
  }
}
