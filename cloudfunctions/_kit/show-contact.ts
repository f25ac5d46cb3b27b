// How does a rep see a contact? Under her remark, or the two characters that stand for one not yet named.
import type { ShownContact } from '@shared/contracts/contact'
import { type Contact, ordinalOf } from '@shared/domain/contact'
import { warmthNow } from '@shared/domain/interest'
import { certaintyUnder, speakersFor } from '@shared/domain/link'
import { CERTAINTIES, type Certainty, type Reader } from '@shared/domain/reader'
import { keepGiven } from '@shared/domain/tag'
import { showTags } from './show-tag'

type Named = Pick<Contact, '_id' | 'remark'>
type Linked = Pick<Reader, 'link'>

/** How sure it is that it is she who reads: as sure as of her surest reader. Whom nobody reads as, the rep has named. */
const surest = ({ _id, remark }: Named, readers: readonly Linked[]): Certainty => {
  if (!readers.length) return remark === null ? 'unnamed' : 'named'
  const ranks = readers.map((reader) => CERTAINTIES.indexOf(certaintyUnder(reader, _id) ?? 'unnamed'))
  return CERTAINTIES[Math.max(...ranks)] ?? 'unnamed'
}

/** By what she knows her. `readers` as below. */
export const showName = (contact: Named, readers: readonly Linked[]) => ({
  contactId: contact._id,
  remark: contact.remark,
  ordinal: ordinalOf(contact._id),
  certainty: surest(contact, readers),
})

/** `readers`: those who read under her and may be told of. */
export const showContact = (contact: Contact, readers: readonly Reader[], now: number): ShownContact => {
  const { _id, createdAt, origin, tags, homeId } = contact
  const speakers = speakersFor(readers, _id)
  return {
    ...showName(contact, readers),
    createdAt,
    lastReadAt: readers.length ? Math.max(...readers.map(({ lastReadAt }) => lastReadAt)) : null,
    origin,
    given: keepGiven(tags, readers, _id),
    homeId,
    warmth: Math.max(0, ...speakers.map(({ warmth }) => warmthNow(warmth, now))),
    top: showTags(speakers, now)[0] ?? null,
  }
}
