// How did a talk go? Kept with the day, among the contact's dealings, and in what the rep's experience says.
import { mayReadContact } from '@shared/domain/access'
import { type Day, dayOf } from '@shared/domain/day'
import type { ContactId, MemberId } from '@shared/domain/ids'
import { withoutTouch, withTouch } from '@shared/domain/sheet'
import { type Outcome, type Told, touchOfTalk } from '@shared/domain/talk'
import { tellTalk as decide, type TellAsk } from '@shared/domain/tell-talk'
import { now } from '../_kit/clock'
import { findContact } from '../_kit/data/contacts'
import { reviseSheet } from '../_kit/data/sheets'
import { changeTalkDay, findTalkDay } from '../_kit/data/talk-days'
import { ensure, found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showToday } from './list-talks'

const TRIES = 6

type Which = { repId: MemberId; day: Day; contactId: ContactId }

/** Reads again when another phone of hers was faster. */
const keepTold = async ({ repId, day, contactId }: Which, ask: TellAsk, at: number) => {
  for (let tries = TRIES; tries > 0; tries--) {
    const stored = found(await findTalkDay(repId, day), 'no-such-talk', 'day')
    const talk = stored.talks.find((one) => one.contactId === contactId)
    const decision = decide(stored, talk, ask, dayOf(at))
    ensure(decision, 'contactId')
    if (await changeTalkDay(stored, { told: decision.told })) return decision
  }
  throw refusal('busy', 'contactId')
}

/** A repeat puts the same dealing in the same place: what a crash left undone is done by asking again. */
const putTouch = ({ repId, day, contactId }: Which, { end, at }: Told) =>
  reviseSheet(contactId, repId, ({ touches }) => {
    const id = touchOfTalk(day)
    if (end !== null && end !== 'later') return { touches: withTouch(touches, { id, at, how: end }) }
    return touches.some((touch) => touch.id === id) ? { touches: withoutTouch(touches, id) } : null
  })

/** Looked at again once it is stored: should another phone have said something since, that is what was dealt. */
const keepTouch = async (which: Which, held: Told): Promise<void> => {
  for (let [said, tries] = [held, TRIES]; tries > 0; tries--) {
    await putTouch(which, said)
    const stored = await findTalkDay(which.repId, which.day)
    const latest = stored?.told.find(({ contactId }) => contactId === which.contactId)
    if (!latest || (latest.end === said.end && latest.at === said.at)) return
    said = latest
  }
  throw refusal('busy', 'contactId')
}

const outcomeOf = (told: Told | null): Outcome | null => (told?.end ? { end: told.end, at: told.at } : null)

export const tellTalk: Handler<'rep', 'talk.tell'> = async (
  { day, contactId, end, from, agoMs },
  { caller: { member } },
) => {
  const [at, which] = [now(), { repId: member._id, day, contactId: contactId as ContactId }]
  const contact = found(await findContact(which.contactId), 'no-such-contact', 'contactId')
  ensure(mayReadContact(member._id, contact), 'contactId')
  const { held, was } = await keepTold(which, { end, from, at: at - agoMs }, at)
  await keepTouch(which, held)
  return { today: await showToday(member, at), held: outcomeOf(held), was: outcomeOf(was) }
}
