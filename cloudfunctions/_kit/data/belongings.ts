// What hangs on contacts and passes with them to another rep? Many contacts in one request per collection; a second time
// nothing is left to pass.
import type { Contact } from '@shared/domain/contact'
import type { Group } from '@shared/domain/group'
import type { ContactId, MemberId } from '@shared/domain/ids'
import type { KolEntry } from '@shared/domain/kol'
import { type Note, PASTED, type PromiseMade } from '@shared/domain/note'
import type { Occasion } from '@shared/domain/occasion'
import type { Partner } from '@shared/domain/partner'
import type { LinkEvent } from '@shared/domain/reader'
import type { Sheet } from '@shared/domain/sheet'
import { collection, oneOf } from '../collection'

const contacts = collection<Contact>('contacts')
const sheets = collection<Sheet>('sheets')
const notes = collection<Note>('notes')
const promises = collection<PromiseMade>('promises')
const occasions = collection<Occasion>('occasions')
const partners = collection<Partner>('partners')
const supports = collection<KolEntry>('supports')
const groups = collection<Group>('groups')
const links = collection<LinkEvent>('links')

export type Passing = { fromId: MemberId; toId: MemberId }

/** Some of those she wrote down herself that are still hers. */
export const listWritten = async (repId: MemberId, limit: number): Promise<ContactId[]> =>
  (await contacts.find({ repId, origin: 'rep' }, { limit, fields: ['_id'] })).map(({ _id }) => _id)

export const countWritten = (repId: MemberId): Promise<number> => contacts.count({ repId, origin: 'rep' })
export const countContacts = (repId: MemberId): Promise<number> => contacts.count({ repId })

const ownWords = async (ids: readonly ContactId[], { fromId, toId }: Passing): Promise<void> => {
  const of = { repId: fromId, contactId: oneOf(ids) }
  await Promise.all([
    notes.change({ ...of, kind: (_) => _.nin(PASTED) }, { repId: toId }),
    notes.change({ ...of, kind: oneOf(PASTED), text: null }, { repId: toId }),
  ])
}

/**
 * What the rep wrote about these contacts, and then the contacts: until then they are found again. `words`: also what she
 * pasted of theirs, which rests on their consent.
 */
export const passContacts = async (ids: readonly ContactId[], passing: Passing, words: boolean): Promise<void> => {
  if (!ids.length) return
  const { fromId: repId, toId } = passing
  const of = { repId, contactId: oneOf(ids) }
  await Promise.all([
    sheets.change({ _id: oneOf(ids), repId }, { repId: toId }),
    words ? notes.change(of, { repId: toId }) : ownWords(ids, passing),
    promises.change(of, { repId: toId }),
    occasions.change(of, { repId: toId }),
    partners.change(of, { repId: toId }), // her code goes on where she buys now
    supports.change(of, { repId: toId }), // who gave what when stays as it was written
    links.change({ ...of, personId: null }, { repId: toId }),
  ])
  await contacts.change({ _id: oneOf(ids), repId }, { repId: toId, passedFrom: (_) => _.addToSet(repId) })
}

/** Her groups with what was said there. */
export const passGroups = async ({ fromId, toId }: Passing): Promise<void> => {
  await notes.change({ repId: fromId, contactId: null }, { repId: toId })
  await groups.change({ repId: fromId }, { repId: toId })
}
