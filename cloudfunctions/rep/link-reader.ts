// Who is this reader? The rep says it; nothing she sees of readings moves, only under whom it shows.
import { mayKnowReader } from '@shared/domain/access'
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { whoConsents } from '../_kit/data/consents'
import { findReaderByKey } from '../_kit/data/readers'
import { ensure, found } from '../_kit/errors'
import { sayLink } from '../_kit/say-link'
import type { Handler } from '../_kit/serve'

export const linkReader: Handler<'rep', 'reader.link'> = async ({ eventId, readerKey, ...said }, { caller }) => {
  const { _id: repId } = caller.member
  const reader = found(await findReaderByKey(readerKey), 'no-such-reader', 'readerKey')
  const agrees = await whoConsents([reader])
  ensure(mayKnowReader(repId, reader, agrees(reader.personId, reader.repId)), 'readerKey')
  const contactId = said.act === 'own' ? null : found(said.contactId, 'no-such-contact', 'contactId')
  if (contactId !== null) await openContact(repId, contactId)
  const link = await sayLink(reader, { eventId, act: said.act, contactId }, now())
  return { contactId: link.contactId, certainty: link.certainty }
}
