// Does what a talk stands on still hold, and how is it told? Asked anew whenever a list is shown: what she has withdrawn, or
// what is settled, is a reason no longer.
import type { ShownEvidence } from '@shared/contracts/talk'
import { isSpreadAgreed } from '@shared/domain/consent'
import type { ContactId, NoteId, OccasionId, PromiseId, ReadingId } from '@shared/domain/ids'
import { speakersFor } from '@shared/domain/link'
import type { Note, PromiseMade } from '@shared/domain/note'
import type { Occasion } from '@shared/domain/occasion'
import { type Reading, totalMs } from '@shared/domain/reading'
import { tagsOf } from '@shared/domain/tag'
import type { Evidence, Talk } from '@shared/domain/talk'
import type { KnownReader } from './contact-file'
import { findNotes } from './data/notes'
import { findOccasions } from './data/occasions'
import { findHeadings, type Headings } from './data/posts'
import { findPromises } from './data/promises'
import { findReadings } from './data/readings'
import { showSections } from './show-reading'
import { findIntroduced } from './spread-introductions'

/** Everything that the evidence of some talks names, as it is stored now. */
export type Stored = {
  readings: Map<ReadingId, Reading>
  notes: Map<NoteId, Note>
  promises: Map<PromiseId, PromiseMade>
  occasions: Map<OccasionId, Occasion>
  headings: (postId: Reading['postId']) => Headings
  introduced: Awaited<ReturnType<typeof findIntroduced>>
}

const byId = <T extends { _id: string }>(all: readonly T[]) => new Map(all.map((one) => [one._id as T['_id'], one]))

export const loadStored = async (talks: readonly Talk[]): Promise<Stored> => {
  const all = talks.flatMap(({ clues }) => clues.flatMap(({ evidence }) => evidence))
  const named = <K extends Evidence['of'], R>(of: K, id: (one: Extract<Evidence, { of: K }>) => R): R[] =>
    all.flatMap((one) => (one.of === of ? [id(one as Extract<Evidence, { of: K }>)] : []))
  const noteIds = [...named('purchase', ({ noteId }) => noteId), ...named('signal', ({ noteId }) => noteId)]
  const postIds = [...named('reading', ({ postId }) => postId), ...named('share', ({ postId }) => postId)]
  const [readings, notes, promises, occasions, headings, introduced] = await Promise.all([
    findReadings(named('reading', ({ readingId }) => readingId)),
    findNotes(noteIds),
    findPromises(named('promise', ({ promiseId }) => promiseId)),
    findOccasions(named('occasion', ({ occasionId }) => occasionId)),
    findHeadings([...new Set(postIds)]),
    findIntroduced(named('introduction', ({ toId }) => toId)),
  ])
  return {
    readings: byId(readings),
    notes: byId(notes),
    promises: byId(promises),
    occasions: byId(occasions),
    headings,
    introduced,
  }
}

/** One contact with those of her readers who agreed, now, that her interests are worked out. */
export type Shower = {
  contactId: ContactId
  readers: readonly KnownReader[]
  stored: Stored
  talkedAt: number | null // when they were last in touch, this day's talk apart
  now: number
}

type Show<K extends Evidence['of']> = (one: Extract<Evidence, { of: K }>, of: Shower) => ShownEvidence | null

const showReading: Show<'reading'> = ({ readingId, postId, nth }, { contactId, readers, stored }) => {
  const reading = stored.readings.get(readingId)
  const isHers = speakersFor(readers, contactId).some(({ personId }) => personId === reading?.personId)
  if (!reading?.known || !isHers) return null
  const headings = stored.headings(postId)
  const longest = showSections(reading, headings)[0]
  return {
    ...{ of: 'reading', postId, title: headings.title, nth, at: reading.lastAt, ms: totalMs(reading) },
    ...{ section: longest?.heading || null, sectionMs: longest?.ms ?? 0 },
  }
}

const showTag: Show<'tag'> = ({ tag }, { contactId, readers, now }) => {
  const earned = tagsOf(speakersFor(readers, contactId), now).find((one) => one.tag === tag)
  return earned ? { of: 'tag', tag, posts: earned.posts, ms: earned.ms, lastAt: earned.lastAt } : null
}

const showPromise: Show<'promise'> = ({ promiseId }, { contactId, stored }) => {
  const made = stored.promises.get(promiseId)
  return made?.open && made.contactId === contactId
    ? { of: 'promise', promiseId, text: made.text, dueDay: made.dueDay }
    : null
}

const showOccasion: Show<'occasion'> = ({ occasionId, day }, { contactId, stored }) => {
  const kept = stored.occasions.get(occasionId)
  return kept?.contactId === contactId ? { of: 'occasion', name: kept.name, kind: kept.kind, day } : null
}

const showPurchase: Show<'purchase'> = ({ noteId, dueDay }, { contactId, stored }) => {
  const note = stored.notes.get(noteId)
  return note?.purchase && note.contactId === contactId
    ? { of: 'purchase', noteId, product: note.purchase.product, at: note.at, dueDay }
    : null
}

const showSignal: Show<'signal'> = ({ noteId, ruleId }, { contactId, stored }) => {
  const note = stored.notes.get(noteId)
  const hit = note?.contactId === contactId ? note.hits.find((one) => one.ruleId === ruleId) : undefined
  return note && hit ? { of: 'signal', noteId, name: hit.name, word: hit.word, at: note.writtenAt } : null
}

const showShare: Show<'share'> = ({ postId, deep, at }, { readers, stored }) =>
  readers.length ? { of: 'share', postId, title: stored.headings(postId).title, deep, at } : null

/** Both agree still that who passed on to whom is known. */
const showIntroduction: Show<'introduction'> = ({ toId, deep, at }, { readers, stored }) => {
  const to = stored.introduced.get(toId)
  return to && readers.some(({ consent }) => isSpreadAgreed(consent)) ? { of: 'introduction', to, deep, at } : null
}

/** They have been in touch since: it is not long ago any more. */
const showLast: Show<'contact'> = ({ lastAt, sinceAt, cadenceDays }, { talkedAt }) =>
  (talkedAt ?? 0) > (lastAt ?? 0) ? null : { of: 'contact', lastAt, sinceAt, cadenceDays }

const showers: { [K in Evidence['of']]: Show<K> } = {
  reading: showReading,
  tag: showTag,
  promise: showPromise,
  occasion: showOccasion,
  purchase: showPurchase,
  signal: showSignal,
  share: showShare,
  introduction: showIntroduction,
  contact: showLast,
}

/** null: it holds no longer. */
export const showEvidence = (evidence: Evidence, of: Shower): ShownEvidence | null =>
  (showers[evidence.of] as Show<typeof evidence.of>)(evidence as never, of)
