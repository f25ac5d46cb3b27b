// Whom does a rep know? Her contacts, under her own remarks; which readers they are is said by the readers' links.
import type { Contact } from '@shared/domain/contact'
import type { ContactId, HomeId, MemberId } from '@shared/domain/ids'
import { HOME_MAX } from '@shared/domain/limits'
import type { Link, Reader } from '@shared/domain/reader'
import { ownContactOf } from '../alias'
import { above, collection } from '../collection'
import { type Page, pageNewest, readAll } from '../page'
import { removeLinksAbout } from './links'
import { changeLink, listLightOfContacts, listReadersOfContacts } from './readers'
import { unbindShares } from './shares'

const contacts = collection<Contact>('contacts')

export const findContact = (id: ContactId): Promise<Contact | null> => contacts.get(id)
export const findContacts = (ids: readonly ContactId[]): Promise<Contact[]> => contacts.findMany(ids)

/** All of hers, in no order that means anything. */
export const listContactsOf = (repId: MemberId) =>
  readAll(contacts, { repId }, ['repId', 'remark', 'createdAt', 'origin', 'left', 'readers'])

/** The latest first; those whom no reader is linked to. */
export const pageBareContacts = (repId: MemberId, cursor: string | undefined, size: number): Promise<Page<Contact>> =>
  pageNewest(contacts, { repId, readers: 0 }, { by: 'createdAt', cursor, size })

/** False when one of that id is there. */
export const insertContact = (contact: Contact): Promise<boolean> => contacts.insertIfAbsent(contact)

/** The contact of someone who agreed; should it be there still from before she withdrew, it is hers again. */
export const meetContact = async (contact: Contact): Promise<void> => {
  if (!(await contacts.insertIfAbsent(contact)))
    await contacts.change({ _id: contact._id, left: true }, { left: false })
}

/** False when the remark is no longer what it was seen to be. */
export const changeRemark = async (
  { _id, remark }: Pick<Contact, '_id' | 'remark'>,
  to: Pick<Contact, 'remark' | 'namedAt' | 'namedBy'>,
): Promise<boolean> => (await contacts.change({ _id, remark }, to)) > 0

export const changeGivenTags = (id: ContactId, tags: string[]): Promise<number> =>
  contacts.change({ _id: id }, { tags })

/**
 * Counts anew how many readers of her rep's are linked to each: whatever went wrong before, the number is right after. Those
 * who have not passed yet from a rep who left are not among them.
 */
export const changeContactReaders = async (ids: readonly ContactId[]): Promise<void> => {
  const [stored, linked] = await Promise.all([
    contacts.findMany(ids, ['readers', 'repId']),
    listLightOfContacts([...new Set(ids)]),
  ])
  const countOf = ({ _id, repId }: Pick<Contact, '_id' | 'repId'>) =>
    linked.filter((reader) => reader.repId === repId && [reader.link.contactId, ...reader.link.also].includes(_id))
      .length
  const off = stored.filter((contact) => contact.readers !== countOf(contact))
  await Promise.all(off.map((contact) => contacts.change({ _id: contact._id }, { readers: countOf(contact) })))
}

/** One more than a home holds, so that too many are noticed. */
export const listHome = (repId: MemberId, homeId: HomeId): Promise<Contact[]> =>
  contacts.find({ homeId, repId }, { limit: HOME_MAX + 1 })

/** False when she has moved since. */
export const changeHome = async (
  { _id, homeId }: Pick<Contact, '_id' | 'homeId'>,
  to: HomeId | null,
): Promise<boolean> => (await contacts.change({ _id, homeId }, { homeId: to })) > 0

/** Where every card pointed to this contact they point to nobody now. */
const letGo = (reader: Reader, id: ContactId): Link => ({
  ...{ ...reader.link, contactId: ownContactOf(reader), certainty: 'unnamed' },
  likely: reader.link.likely.filter(({ contactId }) => contactId !== id),
})

/**
 * Removes a contact that came into being by a consent, with her history, once nobody was said to be her: a phone that only
 * may be hers keeps no one. The contact itself goes last, so that what a crash left is done when asked again. `isOwn`: of
 * whom just withdrew; others' go only if whose they were has.
 */
export const removeContactIfBare = async (
  id: ContactId,
  isOwn: boolean,
  forgetFile: (contact: Contact) => Promise<void>,
): Promise<void> => {
  const [contact, readers] = await Promise.all([contacts.get(id), listReadersOfContacts([id])])
  // whose own it is may have passed to another rep meanwhile: then it is not hers who goes
  const isLeft = isOwn && !readers.some(({ owns }) => owns?.includes(id))
  if (contact?.origin !== 'reader' || !(isLeft || contact.left)) return
  if (readers.some(({ link }) => link.contactId !== id || link.certainty !== 'likely')) {
    if (!contact.left) await contacts.change({ _id: id }, { left: true })
    return
  }
  await Promise.all([
    ...[contact.repId, ...(contact.passedFrom ?? [])].map((repId) => unbindShares(repId, id)),
    removeLinksAbout(id),
    ...readers.map((reader) => changeLink(reader, letGo(reader, id))),
  ])
  await forgetFile(contact)
  await contacts.remove({ _id: id, origin: 'reader' })
}

/** Removes one she wrote down herself and nobody has touched since she was looked at. */
export const removeUntouched = ({ _id, repId, remark }: Contact): Promise<number> =>
  contacts.remove({ _id, repId, remark, origin: 'rep', readers: 0, homeId: null })

/** Those she has named, by _id; the cursor is the last one's. */
export const pageNames = async (repId: MemberId, after: ContactId | undefined, size: number) => {
  const found = await contacts.find(
    { repId, ...(after !== undefined && { _id: above(after) }) },
    { order: [['_id', 'asc']], limit: size + 1, fields: ['remark', 'tags', 'createdAt'] },
  )
  const shown = found.slice(0, size)
  const names = shown.filter(({ remark }) => remark !== null)
  return { names, next: found.length > size ? (shown.at(-1)?._id ?? null) : null }
}
