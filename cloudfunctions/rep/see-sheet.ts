// What does she keep of one contact beside the readings? Sheet, notes, promises, special days, and how talks went.
import type { ContactSheet } from '@shared/contracts/file'
import { dayAfter, dayOf } from '@shared/domain/day'
import type { ContactId } from '@shared/domain/ids'
import { certaintyUnder } from '@shared/domain/link'
import type { Member } from '@shared/domain/member'
import { CERTAINTIES } from '@shared/domain/reader'
import { newSheet, type Sheet, TALK_ENDS } from '@shared/domain/sheet'
import { touchOfTalk } from '@shared/domain/talk'
import { now } from '../_kit/clock'
import { type KnownReader, openContact } from '../_kit/contact-file'
import { listGroupsOf } from '../_kit/data/groups'
import { listNotesOf } from '../_kit/data/notes'
import { listOccasionsOf } from '../_kit/data/occasions'
import { listPromisesOf } from '../_kit/data/promises'
import { findSheet } from '../_kit/data/sheets'
import { listRulesFor } from '../_kit/data/signal-rules'
import { findTalkDay, listTold, TALK_DAYS_KEPT } from '../_kit/data/talk-days'
import { keepsWords } from '../_kit/keeps-words'
import { experienceOf, readTalkbook } from '../_kit/make-day'
import type { Handler } from '../_kit/serve'
import { showDay } from '../_kit/show-day'
import { inOrder, showNotes, showOccasion, showPromise, showSheet } from '../_kit/show-file'

/** Of the surest of those who read as her. */
const consentOf = (readers: readonly KnownReader[], contactId: ContactId): ContactSheet['consent'] => {
  const rank = (reader: KnownReader) => CERTAINTIES.indexOf(certaintyUnder(reader, contactId) ?? 'unnamed')
  const surest = [...readers].sort((a, b) => rank(b) - rank(a) || Number(b.tagsOn) - Number(a.tagsOn))[0]
  if (!surest) return 'none'
  return surest.tagsOn ? 'tags' : 'reading'
}

/** Dealings say how a talk ended; the days it was on, why it was proposed. */
const showTold = async ({ _id, repId, touches }: Sheet, at: number): Promise<ContactSheet['told']> => {
  const today = dayOf(at)
  const days = await listTold(repId, dayAfter(today, -TALK_DAYS_KEPT), today)
  const reasonOf = (touchId: string) =>
    days.find(({ day }) => touchOfTalk(day) === touchId)?.told.find(({ contactId }) => contactId === _id)?.reason
  return touches
    .flatMap(({ id, at: when, how }) => {
      const end = TALK_ENDS.find((one) => one === how)
      const reason = reasonOf(id)
      return end ? [{ day: id.slice(touchOfTalk('').length), at: when, end, reasons: reason ? [reason] : [] }] : []
    })
    .reverse()
}

/** The open talk of today with her, if she is on the list. */
const showNext = async (member: Member, contactId: ContactId, at: number): Promise<ContactSheet['next']> => {
  const today = await findTalkDay(member._id, dayOf(at))
  const talks = today?.talks.filter((talk) => talk.contactId === contactId) ?? []
  if (!today || !talks.length) return null
  const book = await readTalkbook(member._id, today.day)
  const shown = { experience: await experienceOf(book), aDay: book.aDay, now: at }
  const [next] = (await showDay({ ...today, talks, rest: [] }, shown)).talks
  return next && (next.outcome === null || next.outcome.end === 'later') ? next : null
}

export const seeSheet: Handler<'rep', 'sheet.see'> = async ({ contactId }, { caller: { member } }) => {
  const [at, repId] = [now(), member._id]
  const { readers } = await openContact(repId, contactId)
  const [stored, notes, promises, occasions, groups, rules] = await Promise.all([
    findSheet(contactId),
    listNotesOf(contactId),
    listPromisesOf(contactId),
    listOccasionsOf(contactId),
    listGroupsOf(repId),
    listRulesFor(repId),
  ])
  const sheet = stored ?? newSheet(contactId, repId)
  const keeps = keepsWords(readers, contactId)
  // a customer's words stay with the rep who left until she lets them pass
  const ownNotes = notes.filter((note) => note.repId === repId)
  const [shownNotes, told, next] = await Promise.all([
    showNotes(ownNotes, { keepsWords: keeps, rules }),
    showTold(sheet, at),
    showNext(member, contactId, at),
  ])
  return {
    asOf: at,
    sheet: showSheet(sheet),
    consent: consentOf(readers, contactId),
    keepsWords: keeps,
    notes: shownNotes,
    promises: inOrder(promises).map(showPromise),
    occasions: occasions
      .map((occasion) => showOccasion(occasion, dayOf(at)))
      .sort((a, b) => (a.next < b.next ? -1 : a.next > b.next ? 1 : 0)),
    told,
    groups: groups.filter(({ _id }) => sheet.groupIds.includes(_id)).map(({ _id, name }) => ({ groupId: _id, name })),
    next,
  }
}
