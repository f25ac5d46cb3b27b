// How does a rep see a contact? Her remark, or the two characters that stand for one not yet named.
import type { ShownContact } from '@shared/contracts/contact'
import { type Contact, ordinalOf } from '@shared/domain/contact'

export const showContact = ({ _id, remark, createdAt, lastReadAt }: Contact): ShownContact => ({
  contactId: _id,
  remark,
  ordinal: ordinalOf(_id),
  createdAt,
  lastReadAt,
})
