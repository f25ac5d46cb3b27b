// With whom was a rep to talk on which day, and how did it go? One document per rep and day.
import type { Day } from '@shared/domain/day'
import type { ContactId, MemberId } from '@shared/domain/ids'
import { FOR_NOBODY } from '@shared/domain/share'
import { type Evidence, type ListedTalk, type TalkDay, talkDayId } from '@shared/domain/talk'
import { below, collection } from '../collection'
import { noteWork } from './work-sums'

const days = collection<TalkDay>('talkdays')

/** So long a day is kept: its sums are in the rep's talkbook long before. */
export const TALK_DAYS_KEPT = 60
const TRIES = 6

export const findTalkDay = (repId: MemberId, day: Day): Promise<TalkDay | null> => days.get(talkDayId(repId, day))

/** False when that day has its list already; it stays as it is. */
export const insertTalkDay = (day: TalkDay): Promise<boolean> => days.insertIfAbsent(day)

/** False when it has changed since it was read. */
export const changeTalkDay = async (
  { _id, rev }: Pick<TalkDay, '_id' | 'rev'>,
  change: Partial<Pick<TalkDay, 'talks' | 'rest' | 'told' | 'lookedAt'>>,
): Promise<boolean> => {
  if (!(await days.change({ _id, rev }, { ...change, rev: rev + 1 }))) return false
  if (change.told) await noteWork(_id.slice(0, _id.lastIndexOf('.')) as MemberId) // its sums are worked out by and by
  return true
}

/** Only how talks went, of the days after `after` and up to `upTo`. */
export const listTold = (repId: MemberId, after: Day, upTo: Day): Promise<Pick<TalkDay, '_id' | 'day' | 'told'>[]> =>
  days.find({ repId, day: (_) => _.gt(after).and(_.lte(upTo)) }, { order: [['day', 'desc']], fields: ['day', 'told'] })

/** A day with twelve talks is about 15 KB. */
const PORTION = 20

/** All that is kept of one rep, the latest first. */
export const listTalkDays = async (repId: MemberId): Promise<TalkDay[]> => {
  const all: TalkDay[] = []
  for (let before: Day = '9999'; ; ) {
    const portion = await days.find({ repId, day: below(before) }, { order: [['day', 'desc']], limit: PORTION })
    all.push(...portion)
    const last = portion.at(-1)
    if (!last || portion.length < PORTION) return all
    before = last.day
  }
}

/** Which of these reps have their list of that day. */
export const whoHasDay = async (repIds: readonly MemberId[], day: Day): Promise<Set<MemberId>> => {
  const made = await days.findMany(
    repIds.map((repId) => talkDayId(repId, day)),
    ['repId'],
  )
  return new Set(made.map(({ repId }) => repId))
}

/** Someone is asked to introduce whom nobody may know any more: that reason goes, and the talk if it had no other. */
const withoutClues = (talk: ListedTalk, gone: ReadonlySet<ContactId>): ListedTalk[] => {
  const isLeft = (one: Evidence): boolean => one.of !== 'introduction' || !gone.has(one.toId)
  const [first, ...others] = talk.clues.filter(({ evidence }) => evidence.every(isLeft))
  if (!first) return []
  const line = first === talk.clues[0] ? talk.line : null
  return [{ ...talk, clues: [first, ...others], line }]
}

/**
 * Nothing that names these contacts, or stands on what they read, remains in any list. How a talk of some reason went was
 * learned from, and stays; of whom it is said does not.
 */
const stripDay = async (seen: TalkDay, gone: ReadonlySet<ContactId>): Promise<void> => {
  for (let [day, tries]: [TalkDay | null, number] = [seen, TRIES]; day && tries > 0; tries--) {
    const keep = <T extends { contactId: ContactId }>(all: readonly T[]) =>
      all.filter((one) => !gone.has(one.contactId))
    const told = day.told.map((one) => (gone.has(one.contactId) ? { ...one, contactId: FOR_NOBODY } : one))
    const change = { talks: keep(day.talks).flatMap((talk) => withoutClues(talk, gone)), rest: keep(day.rest), told }
    const names =
      [...day.talks, ...day.rest, ...day.told].some(({ contactId }) => gone.has(contactId)) ||
      day.talks.some((talk) => withoutClues(talk, gone)[0]?.clues.length !== talk.clues.length)
    if (!names || (await changeTalkDay(day, change))) return
    day = await days.get(day._id)
  }
}

export const stripTalks = async (repId: MemberId, contactIds: readonly ContactId[]): Promise<void> => {
  if (!contactIds.length) return
  const gone = new Set(contactIds)
  for (const day of await listTalkDays(repId)) await stripDay(day, gone)
}

export const removeTalkDaysBefore = (day: Day): Promise<number> => days.remove({ day: below(day) })
