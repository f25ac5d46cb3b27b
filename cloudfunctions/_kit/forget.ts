// Her consent ended: what goes? All that stands under her with this rep. Every step may be repeated after a crash.
import { type ContactId, readerIdOf } from '@shared/domain/ids'
import type { LinkEvent, Reader } from '@shared/domain/reader'
import { ownContactId } from './alias'
import type { Pair } from './data/consents'
import { changeContactReaders, removeContactIfBare } from './data/contacts'
import { listLinksOfReader, removeLinksOfReader } from './data/links'
import { findReader, removeReader } from './data/readers'
import { detachReadingsFrom } from './data/readings'
import { unbindShares } from './data/shares'

/** Every contact she was ever said to be: how many readers each has is counted anew. */
const contactsOf = (reader: Reader | null, events: readonly LinkEvent[]): ContactId[] => {
  const links = [reader?.link, ...events.flatMap(({ before, after }) => [before.link, after.link])]
  return [...new Set(links.flatMap((link) => (link ? [link.contactId, ...link.also] : [])))]
}

/**
 * To be called once her consent is gone, so that nothing new is stored meanwhile. Her history goes last: until then it says
 * which contacts are left to be counted. A contact the rep wrote down herself stays, as does one who has another phone.
 */
export const forgetReader = async ({ repId, personId }: Pair): Promise<void> => {
  const id = readerIdOf(repId, personId)
  const own = ownContactId(id)
  const [reader, events] = await Promise.all([findReader(id), listLinksOfReader(id)])
  await Promise.all([detachReadingsFrom(repId, personId), removeReader(id)])
  if (await removeContactIfBare(own)) await unbindShares(repId, own)
  await changeContactReaders([own, ...contactsOf(reader, events)])
  await removeLinksOfReader(id)
}
