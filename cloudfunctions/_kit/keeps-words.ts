// May a contact's own words be kept? Only while someone who is said to be her agrees to her rep knowing what she reads.
import type { ContactId, MemberId } from '@shared/domain/ids'
import { isSaidToBe } from '@shared/domain/link'
import type { Reader } from '@shared/domain/reader'
import { onlyKnown } from './contact-file'
import { listLightOfContacts } from './data/readers'

/** `readers`: those under her whose consent is in force. Who only may be she agrees to nothing for her. */
export const keepsWords = (readers: readonly Pick<Reader, 'link'>[], contactId: ContactId): boolean =>
  readers.some((reader) => isSaidToBe(reader, contactId))

/** Of these contacts those whose words may not be kept, as it stands now. */
export const listWordless = async (repId: MemberId, contactIds: readonly ContactId[]): Promise<ContactId[]> => {
  const readers = await onlyKnown(repId, await listLightOfContacts(contactIds))
  return contactIds.filter((contactId) => !keepsWords(readers, contactId))
}
