// What does she know of one contact? On which phones she reads, what, what that says, and who lives with her.
import { freeTimeOf } from '@shared/domain/free-time'
import { certaintyUnder, speakersFor, suggestionsOf } from '@shared/domain/link'
import { now } from '../_kit/clock'
import { onlyKnown, openContact } from '../_kit/contact-file'
import { showHistory } from '../_kit/contact-file-history'
import { showHome } from '../_kit/contact-file-home'
import { showReaders } from '../_kit/contact-file-readers'
import { changeContactReaders } from '../_kit/data/contacts'
import { listLikelyReaders } from '../_kit/data/readers'
import type { Handler } from '../_kit/serve'
import { settleLinks } from '../_kit/settle-links'
import { showContact } from '../_kit/show-contact'
import { showTags } from '../_kit/show-tag'

export const seeContact: Handler<'rep', 'contact.see'> = async ({ contactId }, { caller: { member } }) => {
  const [at, repId] = [now(), member._id]
  // what a crash left unsettled is settled by whoever looks
  const likely = (await listLikelyReaders([contactId])).filter((reader) => reader.repId === repId)
  const settled = await settleLinks(likely)
  const opened = await openContact(repId, contactId)
  const { contact, readers } = opened
  if (contact.readers !== readers.length) await changeContactReaders([contactId])
  const mayBe = (await onlyKnown(repId, settled)).filter(
    (reader) =>
      certaintyUnder(reader, contactId) === null &&
      suggestionsOf(reader.link).some((card) => card.contactId === contactId),
  )
  const speakers = speakersFor(readers, contactId)
  const [read, home, history] = await Promise.all([
    showReaders(opened, mayBe, at),
    showHome(contact, at),
    showHistory(opened),
  ])
  return {
    asOf: at,
    contact: showContact(contact, readers, at),
    ...read,
    tags: showTags(speakers, at),
    tagsOff: speakers.length > 0 && speakers.every(({ tagsOn }) => !tagsOn),
    freeTime: freeTimeOf(speakers),
    home,
    history,
  }
}
