// What must a rep not forget in the next two weeks, and what is late? The same windows and keys as the talks of a day.
import { type Day, dayAfter, dayOf, daysBetween } from './day'
import { festivalsWithin } from './festival'
import type { ContactId, NoteId, OccasionId, PromiseId } from './ids'
import type { Note, PromiseMade, Purchase } from './note'
import { nextOf, type Occasion, type OccasionKind } from './occasion'
import { cadenceOf, isQuietOn, lastContactAt, type Sheet } from './sheet'
import {
  CADENCE_KEY,
  hasAskedSince,
  LIFECYCLE_DAYS,
  LIFECYCLE_LATE_DAYS,
  lastBought,
  lifecycleKey,
  occasionKey,
  promiseKey,
  REPURCHASE_TO_DAYS,
  repurchaseKey,
} from './talk-clues'

/** 承诺 · 特殊日子 · 该补了 · 用得怎么样 · 好久没聊 · 节日. In the order in which they stand within a day. */
export const REMINDER_KINDS = ['promise', 'occasion', 'repurchase', 'lifecycle', 'cadence', 'festival'] as const

export type ReminderFacts =
  | { kind: 'promise'; promiseId: PromiseId; text: string }
  | { kind: 'occasion'; occasionId: OccasionId; name: string; occasion: OccasionKind }
  | { kind: 'repurchase'; noteId: NoteId; product: string; at: number }
  | { kind: 'lifecycle'; noteId: NoteId; product: string; at: number; days: number }
  | { kind: 'cadence'; lastAt: number; cadenceDays: number }
  | { kind: 'festival'; festivalId: string; zh: string; en: string }
export type ReminderKind = ReminderFacts['kind']

/** day: when it is due, or to which day she put it off. contactId null: a festival, for everyone. */
export type Reminder = { key: string; contactId: ContactId | null; day: Day; putOff: boolean; facts: ReminderFacts }

/** So many days ahead are shown. */
export const AHEAD_DAYS = 14
/** Who was not talked to for so long after it was due is left to the talks of the day. */
export const CADENCE_LATE_DAYS = 60
/** No further may a reminder be put off. */
export const PUT_OFF_MAX_DAYS = 30
/** How many put-off reminders one sheet remembers. */
const PUT_OFFS_MAX = 40

/** One contact's. purchases, promises (open ones) and occasions are hers alone. */
export type ReminderSources = {
  sheet: Pick<Sheet, '_id' | 'relation' | 'cadenceDays' | 'quiet' | 'touches' | 'snoozes'>
  promises: readonly Pick<PromiseMade, '_id' | 'text' | 'dueDay'>[]
  occasions: readonly Occasion[]
  purchases: readonly Pick<Note, '_id' | 'at' | 'purchase'>[]
}

type Due = { key: string; day: Day; until: Day; facts: ReminderFacts } // until: after that it is past

const LATER: Day = '9999-12-31'

const promisesDue = ({ promises }: ReminderSources): Due[] =>
  promises.map(({ _id, text, dueDay }) => ({
    ...{ key: promiseKey(_id), day: dueDay, until: LATER },
    facts: { kind: 'promise', promiseId: _id, text },
  }))

const occasionsDue = ({ occasions }: ReminderSources, today: Day): Due[] =>
  occasions.map((one) => {
    const { _id, name, kind } = one
    const day = nextOf(one, today)
    const facts = { kind: 'occasion' as const, occasionId: _id, name, occasion: kind }
    return { key: occasionKey(_id), day, until: day, facts }
  })

type Bought = { noteId: NoteId; at: number } & Purchase
const boughtOf = ({ purchases }: ReminderSources): Bought[] =>
  purchases.flatMap(({ _id, at, purchase }) => (purchase ? [{ noteId: _id, at, ...purchase }] : []))

const repurchasesDue = (sources: ReminderSources): Due[] =>
  lastBought(boughtOf(sources)).flatMap(({ noteId, product, at, cycleDays }) => {
    if (cycleDays === null) return []
    const day = dayAfter(dayOf(at), cycleDays)
    const until = dayAfter(day, REPURCHASE_TO_DAYS)
    return [{ key: repurchaseKey(noteId), day, until, facts: { kind: 'repurchase', noteId, product, at } }]
  })

const lifecyclesDue = (sources: ReminderSources): Due[] =>
  boughtOf(sources).flatMap(({ noteId, product, at }) => {
    if (hasAskedSince(sources.sheet.touches, { noteId, at })) return []
    return LIFECYCLE_DAYS.map((days) => {
      const day = dayAfter(dayOf(at), days)
      const facts = { kind: 'lifecycle' as const, noteId, product, at, days }
      return { key: lifecycleKey(noteId, days), day, until: dayAfter(day, LIFECYCLE_LATE_DAYS), facts }
    })
  })

/** Whom she never talked to is no matter of staying in touch: the talks of the day propose her. */
const cadenceDue = ({ sheet }: ReminderSources): Due[] => {
  const lastAt = lastContactAt(sheet.touches)
  if (lastAt === null) return []
  const cadenceDays = cadenceOf(sheet)
  const day = dayAfter(dayOf(lastAt), cadenceDays)
  const until = dayAfter(day, CADENCE_LATE_DAYS)
  return [{ key: CADENCE_KEY, day, until, facts: { kind: 'cadence', lastAt, cadenceDays } }]
}

/** Put off it stands on the day it comes back, and has until then plus the days it had left. */
const asPutOff = (due: Due, backOn: Day | undefined, today: Day): (Due & { putOff: boolean }) | null => {
  if (backOn === undefined || backOn <= due.day) return { ...due, putOff: false }
  if (due.facts.kind === 'occasion' && backOn > due.until) return null
  const until = due.until === LATER ? LATER : dayAfter(backOn, daysBetween(due.day, due.until))
  return { ...due, day: backOn, until, putOff: backOn > today }
}

const leadOf = ({ occasions }: ReminderSources, facts: ReminderFacts): number =>
  facts.kind === 'occasion' ? (occasions.find(({ _id }) => _id === facts.occasionId)?.leadDays ?? 0) : 0

/** Of one contact. Who asked to be left alone is owed her promises, and nothing else is brought up. */
export const remindersOf = (sources: ReminderSources, today: Day): Reminder[] => {
  const { sheet } = sources
  const due = isQuietOn(sheet, today)
    ? promisesDue(sources)
    : [promisesDue, occasionsDue, repurchasesDue, lifecyclesDue, cadenceDue].flatMap((rule) => rule(sources, today))
  return due.flatMap((one) => {
    const shown = asPutOff(one, sheet.snoozes[one.key], today)
    const ahead = Math.max(AHEAD_DAYS, leadOf(sources, one.facts))
    if (!shown || shown.until < today || daysBetween(today, shown.day) > ahead) return []
    const { key, day, putOff, facts } = shown
    return [{ key, contactId: sheet._id, day, putOff, facts }]
  })
}

/** Greeting days, for every contact. */
export const festivalReminders = (today: Day): Reminder[] =>
  festivalsWithin(today, AHEAD_DAYS).map(({ festival: { id, zh, en }, day }) => ({
    ...{ key: `festival-${id}`, contactId: null, day, putOff: false },
    facts: { kind: 'festival', festivalId: id, zh, en },
  }))

const rankOf = ({ facts }: Reminder): number => REMINDER_KINDS.indexOf(facts.kind)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What is late first, the weightier kinds before the others; then by day. */
export const inOrder = (reminders: readonly Reminder[], today: Day): Reminder[] => {
  const late = (one: Reminder) => (one.day < today ? 0 : 1)
  return [...reminders].sort((a, b) => {
    if (late(a) !== late(b)) return late(a) - late(b)
    const byDay = compare(a.day, b.day)
    const byKind = rankOf(a) - rankOf(b)
    const rest = compare(`${a.contactId}.${a.key}`, `${b.contactId}.${b.key}`)
    return late(a) === 0 ? byKind || byDay || rest : byDay || byKind || rest
  })
}

/** With this one put off; what has come back is forgotten. Never further than a month. */
export const withPutOff = (snoozes: Readonly<Record<string, Day>>, key: string, until: Day, today: Day) => {
  const furthest = dayAfter(today, PUT_OFF_MAX_DAYS)
  const day = until > furthest ? furthest : until
  const others = Object.entries(snoozes).filter(([other, back]) => other !== key && back > today)
  const next = day > today ? [...others, [key, day] as const] : others
  return Object.fromEntries(next.slice(-PUT_OFFS_MAX))
}
