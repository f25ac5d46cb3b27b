// What is a simulated contact made of? What is true of her (hidden), and what got written down (known).
import type { NoteId, OccasionId, PromiseId, ReadingId, ShareToken } from '@shared/domain/ids'
import { entryOf } from '@shared/domain/interest'
import type { ReadEntry } from '@shared/domain/reader'
import type { Reading } from '@shared/domain/reading'
import { type Touch, withTouch } from '@shared/domain/sheet'
import type { BroughtFact, PurchaseFact, SignalFact } from '@shared/domain/talk'
import type { Person } from './people'
import { dayName, instant, type SimPost, TOPICS } from './posts'

export type Need = { topic: number; to: number; isCycle: boolean }
export type Promised = { id: PromiseId; topic: number | null; due: number; broken: boolean }

/** How she really is. fatigue: as of fatigueDay, fading. trust: 1, less after broken promises. */
export type Hidden = {
  fatigue: number
  fatigueDay: number
  blocked: boolean
  need: Need | null
  trust: number
  cycleDay: number // when she will need it again
  boughtDay: number | null
  secondDay: number | null // when she will need what goes with it
  comesOn: number | null // booked: the day she buys
}

/** What is stored of her, by whatever way it came to be. entries: all readings; empty where she did not agree. */
export type Known = {
  touches: Touch[]
  purchases: PurchaseFact[]
  signals: SignalFact[]
  promises: Promised[] // open ones
  brought: BroughtFact[]
  quiet: { since: number; until: number } | null // at (ms), day
  entries: Record<ReadingId, ReadEntry>
  lastRead: { at: number; post: SimPost } | null
}

export type Contact = { person: Person; hidden: Hidden; known: Known }

export const newContact = (person: Person): Contact => ({
  person,
  hidden: {
    ...{ fatigue: 0, fatigueDay: 0, blocked: false, need: null, trust: 1, comesOn: null },
    ...{ cycleDay: person.cycle?.firstDay ?? Number.POSITIVE_INFINITY, boughtDay: null, secondDay: null },
  },
  known: {
    ...{ touches: [], purchases: [], signals: [], promises: [], brought: [] },
    ...{ quiet: null, entries: {}, lastRead: null },
  },
})

/** As she stands now; what happens to one copy does not happen to the other. Lists are replaced, never changed in place. */
export const copyOf = ({ person, hidden, known }: Contact): Contact => ({
  person,
  hidden: { ...hidden, need: hidden.need && { ...hidden.need } },
  known: { ...known, entries: { ...known.entries }, promises: known.promises.map((one) => ({ ...one })) },
})

const NOON = 14

export const noteTouch = ({ known }: Contact, touch: Touch): void => {
  known.touches = withTouch(known.touches, touch)
}

/** noted: whether it reaches the rep's notes; a thing may run out again after so many days, as the shelf says. */
export const buy = (
  { person, hidden, known }: Contact,
  day: number,
  bought: { topic: number; noted: boolean },
): void => {
  hidden.boughtDay = day
  if (!bought.noted) return
  const noteId = `n${person.n}.${day}` as NoteId
  const at = instant(day, NOON)
  const { cycle } = person
  const cycleDays = cycle && cycle.topic === bought.topic ? cycle.saidDays : null
  known.purchases = [...known.purchases, { noteId, product: TOPICS[bought.topic] ?? '', cycleDays, at }]
  noteTouch({ person, hidden, known }, { id: noteId, at, how: 'purchase' })
}

/** Her phone's report, through the same rule as the product's. */
export const addReading = (
  { known }: Contact,
  reading: Pick<Reading, '_id' | 'openedAt' | 'lastAt' | 'sections' | 'depth'>,
  post: SimPost,
): void => {
  known.entries[reading._id] = entryOf({ ...reading, postId: post.id }, post.facts)
  known.lastRead = { at: reading.lastAt, post }
}

export const promiseIdOf = (person: Person, day: number): PromiseId => `m${person.n}.${day}` as PromiseId
export const occasionIdOf = (person: Pick<Person, 'n'>, nth: number): OccasionId => `o${person.n}.${nth}` as OccasionId
export const shareTokenOf = (person: Person, day: number): ShareToken => `t${person.n}.${day}` as ShareToken
export const untilDay = (day: number): string => dayName(day)
