// What cannot wait until tomorrow's list? A rule met in what she just wrote, and who is reading deeply today.
import type { ContactId, MemberId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import { pickTalks } from '@shared/domain/pick-talks'
import { SETTLED_AFTER_MS } from '@shared/domain/reading'
import { type ContactFacts, type ListedTalk, type TalkDay, type TalkReason, toldOf } from '@shared/domain/talk'
import { findContacts } from './data/contacts'
import { findMember } from './data/members'
import { listReadersSince } from './data/readers'
import { changeTalkDay, findTalkDay } from './data/talk-days'
import { dayOfRep, dealLines, experienceOf, readTalkbook } from './make-day'
import { loadFactsOf } from './talk-facts'

const TRIES = 6

const hasReason = ({ clues }: ListedTalk, reason: TalkReason): boolean => clues.some((clue) => clue.reason === reason)

/** The talk with her for this reason as it would stand on the list; null: it would not. */
const talkFor = async (
  { day }: TalkDay,
  member: Member,
  { facts, reason, at }: { facts: ContactFacts; reason: TalkReason; at: number },
): Promise<ListedTalk | null> => {
  const context = { day, now: at, aDay: 1, ...(await experienceOf(await readTalkbook(member._id, day))) }
  const [talk] = await dealLines(pickTalks([facts], context).talks, [facts], { member, day })
  return talk && hasReason(talk, reason) ? talk : null
}

const withTalk = ({ talks, rest }: TalkDay, talk: ListedTalk) => ({
  talks: [...talks.filter(({ contactId }) => contactId !== talk.contactId), talk],
  rest: rest.filter(({ contactId }) => contactId !== talk.contactId),
})

/** Beside what her number allows. True when it stands on today's list for this. */
export const addSignalTalk = async (repId: MemberId, contactId: ContactId, at: number): Promise<boolean> => {
  const [member, facts] = await Promise.all([findMember(repId), loadFactsOf(repId, contactId, at)])
  if (!member || !facts) return false
  for (let tries = TRIES; tries > 0; tries--) {
    const today = await dayOfRep(member, at)
    const listed = today.talks.find((talk) => talk.contactId === contactId)
    if (listed && hasReason(listed, 'signal') && !toldOf(listed, today.told)?.end) return true
    const talk = await talkFor(today, member, { facts, reason: 'signal', at })
    if (!talk) return false
    if (await changeTalkDay(today, withTalk(today, talk))) return true
  }
  return false
}

/** So often a list that is looked at is held against what was read since. */
const LOOK_AGAIN_MS = 20 * 60_000
/** Beside her number, so many a day: she asked for a list, not for a stream. */
const HOT_MAX = 3
/** Of the latest readers so many are looked at each time: her phone is waiting. */
const LOOKED_AT_MAX = 5
/** What was read is known once it has come to rest and was counted. */
const KNOWN_AFTER_MS = SETTLED_AFTER_MS + 10 * 60_000

/** Whom she can name, and who is on the list neither to talk to nor to be left alone. */
const listNew = async ({ repId, talks, rest, lookedAt }: TalkDay): Promise<ContactId[]> => {
  const readers = await listReadersSince(repId, lookedAt - KNOWN_AFTER_MS)
  const known = new Set([...talks, ...rest].map(({ contactId }) => contactId))
  const ids = [...new Set(readers.map(({ link }) => link.contactId))]
    .filter((id) => !known.has(id))
    .slice(0, LOOKED_AT_MAX)
  const contacts = await findContacts(ids)
  return contacts.filter((one) => one.repId === repId && one.remark !== null).map(({ _id }) => _id)
}

/** The list with those who have read deeply since it was last looked at. */
export const addHotTalks = async (member: Member, today: TalkDay, at: number): Promise<TalkDay> => {
  if (at - today.lookedAt < LOOK_AGAIN_MS) return today
  const room = HOT_MAX - today.talks.filter((talk) => talk.addedAt !== undefined).length
  const added: ListedTalk[] = []
  for (const id of room > 0 ? await listNew(today) : []) {
    const facts = added.length < room ? await loadFactsOf(member._id, id, at) : null
    const talk = facts && (await talkFor(today, member, { facts, reason: 'hot', at }))
    if (talk) added.push({ ...talk, addedAt: at })
  }
  const change = { talks: [...today.talks, ...added], lookedAt: at }
  if (await changeTalkDay(today, change)) return { ...today, ...change, rev: today.rev + 1 }
  return (await findTalkDay(member._id, today.day)) ?? today // another phone of hers was faster
}
