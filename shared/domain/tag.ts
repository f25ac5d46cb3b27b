// Which tags has a contact earned, by all phones she reads on, and why? Faded to now, each with its evidence.
import type { ContactId, ReadingId } from './ids'
import { halfLifeMs, scoreNow, strengthOf } from './interest'
import { isSaidToBe } from './link'
import type { ReadEntry, Reader } from './reader'
import { FORM_NAMES, TASTE_HALF_LIFE_MS, tasteOf } from './taste'

const DAY_MS = 86_400_000
/** A fifth of a post: an accidental opening makes no tag, and what has faded to this is gone. */
const TAG_SCORE_MIN = 0.2
const RISING_WITHIN_MS = 7 * DAY_MS
/** Rising: this much more than in the week before, and not next to nothing. */
const RISING_FACTOR = 1.5
const RISING_SCORE_MIN = 0.5
const RISING_TIMES_MIN = 2 // one reading, however long, is no trend

/** strength 0 to 1 as of now; fadesMs: its half-life. */
export type Tag = {
  tag: string
  kind: 'topic' | 'form'
  strength: number
  rising: boolean
  posts: number
  readings: number
  ms: number
  lastAt: number
  fadesMs: number
}
type Profile = Pick<Reader, 'entries' | 'interests' | 'muted' | 'tagsOn'>

const entriesOf = (readers: readonly Profile[]): ReadEntry[] => [
  ...new Map(readers.flatMap(({ entries }) => Object.entries(entries) as [ReadingId, ReadEntry][])).values(),
]

/** Her readers, and what they read, each reading once. */
type Known = { readers: readonly Profile[]; entries: readonly ReadEntry[] }

const isRising = (read: readonly ReadEntry[], now: number): boolean => {
  const within = (from: number, to: number) =>
    read.reduce((n, { at, score }) => (now - at >= from && now - at < to ? n + score : n), 0)
  const recent = within(Number.NEGATIVE_INFINITY, RISING_WITHIN_MS)
  const times = read.filter(({ at }) => now - at < RISING_WITHIN_MS).length
  return (
    times >= RISING_TIMES_MIN &&
    recent >= RISING_SCORE_MIN &&
    recent > RISING_FACTOR * within(RISING_WITHIN_MS, 2 * RISING_WITHIN_MS)
  )
}

const topicTag = (topic: string, { readers, entries }: Known, now: number): Tag | null => {
  const known = readers.flatMap(({ interests }) => interests[topic] ?? [])
  const score = known.reduce((n, interest) => n + scoreNow(interest, topic, now), 0)
  if (score < TAG_SCORE_MIN) return null
  const read = entries.filter(({ topics }) => topics.includes(topic))
  return {
    tag: topic,
    kind: 'topic',
    strength: strengthOf(score),
    rising: isRising(read, now),
    posts: new Set(read.map(({ postId }) => postId)).size,
    readings: known.reduce((n, { readings }) => n + readings, 0),
    ms: known.reduce((n, { ms }) => n + ms, 0),
    lastAt: Math.max(...known.map(({ lastAt }) => lastAt)),
    fadesMs: halfLifeMs(topic),
  }
}

const formTag = ({ entries }: Known, now: number): Tag | null => {
  const taste = tasteOf(entries, now)
  if (!taste) return null
  const { form, ...evidence } = taste
  return { tag: FORM_NAMES[form], kind: 'form', ...evidence, rising: false, fadesMs: TASTE_HALF_LIFE_MS }
}

/** Of tags given by hand, those that nobody who is this contact has refused; who only may be her has no say in them. */
export const keepGiven = (
  tags: readonly string[],
  readers: readonly Pick<Reader, 'link' | 'muted'>[],
  contactId: ContactId,
): string[] => {
  const hers = readers.filter((reader) => isSaidToBe(reader, contactId))
  return tags.filter((tag) => !hers.some(({ muted }) => muted.includes(tag)))
}

/** Strongest first; muted ones, and readers who do not want tags, are left out. */
export const tagsOf = (all: readonly Profile[], now: number): Tag[] => {
  const readers = all.filter(({ tagsOn }) => tagsOn)
  const muted = new Set(readers.flatMap((reader) => reader.muted))
  const topics = [...new Set(readers.flatMap(({ interests }) => Object.keys(interests)))]
  const known = { readers, entries: entriesOf(readers) }
  return [...topics.map((topic) => topicTag(topic, known, now)), formTag(known, now)]
    .filter((tag) => tag !== null)
    .filter(({ tag }) => !muted.has(tag))
    .sort((a, b) => b.strength - a.strength || (a.tag < b.tag ? -1 : 1))
}
