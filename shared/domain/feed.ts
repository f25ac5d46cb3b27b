// What does a rep see of her readers? One line per reading, one row per contact, and of the others only how many.
import type { ContactId, PersonId, PostId, ReadingId, SectionId, ShareToken } from './ids'
import { longestSection, type Reading, type SectionMs, tellAnonymous, totalMs } from './reading'
import { addSums, countedOf, type Sums, sumsOf, tallied } from './tally'

/** How often she came back to a section. */
export const againOf = ({ again = {} }: Pick<Reading, 'again'>): number =>
  Object.values(again).reduce((sum, n) => sum + n, 0)

type Told = { _id: ReadingId; personId: PersonId | null; postId: PostId; openedAt: number }

/** Which reading of its post by its person each of these is: 1 for the earliest among them. */
export const countNth = (readings: readonly Told[]): Map<ReadingId, number> => {
  const seen = new Map<string, number>()
  const nth = new Map<ReadingId, number>()
  for (const { _id, personId, postId } of [...readings].sort((a, b) => a.openedAt - b.openedAt)) {
    const key = `${personId} ${postId}`
    const n = (seen.get(key) ?? 0) + 1
    seen.set(key, n)
    nth.set(_id, n)
  }
  return nth
}

/** Has the rep not seen it as it stands now? */
export const isUnread = ({ lastAt }: Pick<Reading, 'lastAt'>, seenAt: number): boolean => lastAt > seenAt

export type ReadSums = {
  readings: number
  totalMs: number
  longest: { id: SectionId; ms: number } | null
  lastAt: number
}

/** Readings of one post by contact, who read longest first; a contact's phones count together. */
export const groupReaders = <
  R extends Pick<Reading, 'sections' | 'openedAt' | 'lastAt'>,
  W extends { contactId: ContactId },
>(
  readings: readonly R[],
  whoIs: (reading: R) => W,
): (W & ReadSums)[] => {
  const groups = new Map<
    ContactId,
    { who: W; readings: number; totalMs: number; lastAt: number; sections: SectionMs }
  >()
  for (const reading of readings) {
    const who = whoIs(reading)
    const group = groups.get(who.contactId) ?? { who, readings: 0, totalMs: 0, lastAt: 0, sections: {} }
    groups.set(who.contactId, group)
    group.readings += 1
    group.totalMs += totalMs(reading)
    group.lastAt = Math.max(group.lastAt, reading.lastAt)
    for (const [id, ms] of Object.entries(reading.sections) as [SectionId, number][])
      group.sections[id] = (group.sections[id] ?? 0) + ms
  }
  return [...groups.values()]
    .map(({ who, sections, ...sums }) => ({ ...who, ...sums, longest: longestSection(sections) }))
    .sort((a, b) => b.totalMs - a.totalMs || b.lastAt - a.lastAt)
}

/** A reading as far as counting goes. */
export type Countable = Pick<
  Reading,
  'postId' | 'token' | 'by' | 'counted' | 'base' | 'openedAt' | 'lastAt' | 'sections' | 'known'
>

/**
 * Of one rep's post. roots: her own shares that were not meant for one contact; only what came by them, or by shares below
 * them, is told at all, for the single opening of a card for one contact would say that this contact opened it.
 */
export type AnonymousFacts = {
  roots: ReadonlySet<ShareToken>
  rootOf: (token: ShareToken) => ShareToken
  sums: readonly Sums[] // of those shares and of what hangs below them
  readings: readonly Countable[] // known ones, and the anonymous ones of the last minutes
  less?: number // known ones that were too many to look at one by one: told too few rather than one too many
}
export type Anonymous = { readings: number | 'few'; apart: Sums['apart'] }

/** How many readings belong to nobody she may know: all that came by open shares, less those whose readers agreed. */
export const countAnonymous = ({ roots, rootOf, sums, readings, less = 0 }: AnonymousFacts): Anonymous => {
  const all: Sums = { readings: 0, deep: 0, ms: 0, apart: { staff: 0, sharer: 0, crawler: 0 } }
  for (const sum of sums) addSums(all, sum)
  for (const reading of readings) {
    if (reading.by === 'erased' || reading.token === null || !roots.has(rootOf(reading.token))) continue
    const counted = countedOf(reading)
    if (counted) addSums(all, sumsOf(counted, false), -1)
    if (!reading.known) addSums(all, sumsOf(tallied(reading), false))
  }
  const { staff, sharer, crawler } = all.apart
  const apart = { staff: Math.max(0, staff), sharer: Math.max(0, sharer), crawler: Math.max(0, crawler) }
  return { readings: tellAnonymous(Math.max(0, all.readings - less)), apart }
}
