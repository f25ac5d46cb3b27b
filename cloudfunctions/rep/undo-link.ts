// She takes back what she said: the last word on a reader or a name goes, and what stood before comes back.
import { mayKnowReader } from '@shared/domain/access'
import type { LinkEventId, MemberId } from '@shared/domain/ids'
import type { LinkEvent } from '@shared/domain/reader'
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { whoConsents } from '../_kit/data/consents'
import { findLinkEvent } from '../_kit/data/links'
import { findReader } from '../_kit/data/readers'
import { ensure, found, refusal } from '../_kit/errors'
import { takeLinkBack } from '../_kit/say-link'
import { takeNameBack } from '../_kit/say-name'
import type { Handler } from '../_kit/serve'

type Undo = { eventId: LinkEventId; now: number }

const undoOfReader = async (repId: MemberId, event: LinkEvent, undo: Undo) => {
  const reader = found(event.readerId && (await findReader(event.readerId)), 'no-such-reader', 'undoes')
  const agrees = await whoConsents([reader])
  ensure(mayKnowReader(repId, reader, agrees(reader.personId, reader.repId)), 'undoes')
  return { contactId: (await takeLinkBack(event, reader, undo)).contactId }
}

const undoOfName = async (repId: MemberId, event: LinkEvent, undo: Undo) => {
  await openContact(repId, event.contactId)
  await takeNameBack(event, undo)
  return { contactId: event.contactId }
}

export const undoLink: Handler<'rep', 'link.undo'> = async ({ eventId, undoes }, { caller: { member } }) => {
  const event = found(await findLinkEvent(undoes), 'no-such-event', 'undoes')
  if (event.repId !== member._id) throw refusal('no-such-event', 'undoes')
  const undo = { eventId, now: now() }
  return event.act === 'name' ? undoOfName(member._id, event, undo) : undoOfReader(member._id, event, undo)
}
