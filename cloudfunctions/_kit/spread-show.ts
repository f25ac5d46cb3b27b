// Who stands in a rep's spread, by the names she has for them? Asked anew each time: whoever agrees no longer takes the whole
// part with her until it is worked out again, so that nothing of her shows, not even a gap.
import type { MemberId, PersonId, ReaderId } from '@shared/domain/ids'
import type { SpreadNode } from '@shared/domain/spread/graph'
import { whoSpreads } from './data/consents'
import { findContacts } from './data/contacts'
import { findLightReaders } from './data/readers'
import { dropSpread } from './data/spreads'
import { showName } from './show-contact'

export type ShownPerson = ReturnType<typeof showName>
export type People = { personOf: (key: string) => ShownPerson | null }

/** null: one of these may not be seen any more. Then what was worked out is dropped. */
export const findPeople = async (repId: MemberId, keys: readonly string[]): Promise<People | null> => {
  const readers = new Map((await findLightReaders(keys as readonly ReaderId[])).map((one) => [one._id as string, one]))
  const pairs = [...readers.values()].map(({ personId }: { personId: PersonId }) => ({ personId, repId }))
  const mayBeSeen = await whoSpreads(pairs)
  if (!keys.every((key) => readers.has(key) && mayBeSeen(key as ReaderId))) {
    await dropSpread(repId)
    return null
  }
  const contacts = await findContacts([...new Set([...readers.values()].map(({ link }) => link.contactId))])
  const of = new Map(contacts.filter((contact) => contact.repId === repId).map((contact) => [contact._id, contact]))
  const personOf = (key: string): ShownPerson | null => {
    const reader = readers.get(key)
    const contact = reader && of.get(reader.link.contactId)
    return reader && contact ? showName(contact, [reader]) : null
  }
  return { personOf }
}

export const keysOf = (nodes: readonly Pick<SpreadNode, 'kind' | 'key'>[]): string[] =>
  nodes.flatMap(({ kind, key }) => (kind === 'person' ? [key] : []))
