// Was an invitation taken up by whom it was meant for? Where that is not known, the rep is told as whom she knows the other.
import type { ContactId, MemberId, PartnerId } from '@shared/domain/ids'
import { isHerself, type Partner } from '@shared/domain/partner'
import { listLightOfContacts, listReadersOfPerson } from './data/readers'
import { showWho } from './show-who'

/** Under which contact the rep knows who accepted; null: she knows nobody on that phone. */
const contactOf = async ({ repId, personId }: Partner): Promise<ContactId | null> => {
  const readers = personId === null ? [] : await listReadersOfPerson(personId)
  return readers.find((reader) => reader.repId === repId)?.link.contactId ?? null
}

/** By partner, only those to be checked: who accepted, by the rep's own name for her; '' where she has none. */
export const findTaken = async (repId: MemberId, partners: readonly Partner[]): Promise<Map<PartnerId, string>> => {
  const unknown = partners.filter(({ state, herself }) => state === 'active' && herself === false)
  const readers = await listLightOfContacts(unknown.map(({ contactId }) => contactId))
  const unsure = unknown.filter((partner) => !isHerself(partner, readers)) // or has become known since
  const contacts = await Promise.all(unsure.map(contactOf))
  const who = await showWho(
    repId,
    contacts.filter((id) => id !== null),
  )
  return new Map(
    unsure.map(({ _id }, i) => {
      const contactId = contacts[i]
      const known = contactId ? who.get(contactId) : undefined
      return [_id, known?.remark ?? known?.ordinal ?? '']
    }),
  )
}
