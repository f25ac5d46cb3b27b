// Whom may a rep know, by what she read? Readers exist from consent to withdrawal, one per person and rep.
import type { ContactId, MemberId, PersonId, ReaderId } from '@shared/domain/ids'
import type { Link, Reader } from '@shared/domain/reader'
import { above, below, type Change, collection, FIND_MAX, oneOf } from '../collection'
import { type Page, pageNewest, readAll } from '../page'

const readers = collection<
  Reader & { 'link.contactId'?: ContactId; 'link.also'?: ContactId; 'link.likely.contactId'?: ContactId }
>('readers')

const STALE_MAX = 100
/** To forget one asks some twenty times, and other jobs need the minute, too: 57,600 a day. */
const SILENT_MAX = 40

export const findReader = (id: ReaderId): Promise<Reader | null> => readers.get(id)
export const findReaders = (ids: readonly ReaderId[]): Promise<Reader[]> => readers.findMany(ids)

export const findReaderByKey = async (key: string): Promise<Reader | null> =>
  (await readers.find({ key }, { limit: 1 }))[0] ?? null

const LIGHT = ['repId', 'personId', 'link', 'tagsOn', 'lastReadAt'] as const
/** A reader without what she read, which is long. */
export type KnownLight = Pick<Reader, (typeof LIGHT)[number] | '_id'>

const onceEach = <R extends Pick<Reader, '_id'>>(some: readonly R[]): R[] => [
  ...new Map(some.map((reader) => [reader._id, reader])).values(),
]

/** Many of them at once, without what they read. */
export const findLightReaders = async (ids: readonly ReaderId[]): Promise<KnownLight[]> => {
  const found: KnownLight[] = []
  for (let from = 0; from < ids.length; from += FIND_MAX)
    found.push(...(await readers.findMany(ids.slice(from, from + FIND_MAX), LIGHT)))
  return found
}

/** Those who are this contact or one of these contacts, and those who share a phone with one. */
export const listReadersOfContacts = async (contactIds: readonly ContactId[]): Promise<Reader[]> => {
  if (!contactIds.length) return []
  const [main, also] = await Promise.all([
    readers.find({ 'link.contactId': oneOf(contactIds) }),
    readers.find({ 'link.also': oneOf(contactIds) }),
  ])
  return onceEach([...main, ...also])
}

/** The same without what they read, for very many contacts at once. */
export const listLightOfContacts = async (contactIds: readonly ContactId[]): Promise<KnownLight[]> => {
  if (!contactIds.length) return []
  const [main, also] = await Promise.all([
    readers.find({ 'link.contactId': oneOf(contactIds) }, { fields: LIGHT }),
    readers.find({ 'link.also': oneOf(contactIds) }, { fields: LIGHT }),
  ])
  return onceEach([...main, ...also])
}

const PLACED = ['repId', 'link', 'warmth', 'lastReadAt'] as const
/** By what very many contacts at once are put in order. */
export const listPlacesOfContacts = async (
  contactIds: readonly ContactId[],
): Promise<Pick<Reader, (typeof PLACED)[number] | '_id'>[]> => {
  if (!contactIds.length) return []
  const [main, also] = await Promise.all([
    readers.find({ 'link.contactId': oneOf(contactIds) }, { fields: PLACED }),
    readers.find({ 'link.also': oneOf(contactIds) }, { fields: PLACED }),
  ])
  return onceEach([...main, ...also])
}

/** Those who opened a card that was meant for one of these contacts. */
export const listLikelyReaders = (contactIds: readonly ContactId[]): Promise<Reader[]> =>
  contactIds.length ? readers.find({ 'link.likely.contactId': oneOf(contactIds) }) : Promise.resolve([])

type Placed = Pick<Reader, '_id' | 'link' | 'warmth' | 'lastReadAt'>

/** warm: who reads most and latest comes first, without anything being worked out anew. Not what they read: that is long. */
export const pageReaders = (
  repId: MemberId,
  asked: { order: 'recent' | 'warm'; cursor: string | undefined; size: number },
): Promise<Page<Placed>> => {
  const by = asked.order === 'warm' ? 'warmth' : 'lastReadAt'
  const { cursor, size } = asked
  return pageNewest(readers, { repId }, { by, cursor, size, fields: ['link', 'warmth', 'lastReadAt'] })
}

/** Everybody a rep may come to know. */
export const listReadersOfRep = (repId: MemberId): Promise<KnownLight[]> => readAll(readers, { repId }, LIGHT)

const RECENT_MAX = 20
/** Who has read since then, the latest first. */
export const listReadersSince = (repId: MemberId, at: number): Promise<Pick<Reader, '_id' | 'link' | 'lastReadAt'>[]> =>
  readers.find(
    { repId, lastReadAt: above(at) },
    { order: [['lastReadAt', 'desc']], limit: RECENT_MAX, fields: ['link', 'lastReadAt'] },
  )

export const listReadersOfPerson = (personId: PersonId): Promise<Reader[]> => readers.find({ personId })
export const listStaleReaders = (): Promise<Reader[]> => readers.find({ stale: true }, { limit: STALE_MAX })
export const listReadersSilentSince = (at: number): Promise<Reader[]> =>
  readers.find({ lastReadAt: below(at) }, { order: [['lastReadAt', 'asc']], limit: SILENT_MAX })

export const insertReader = (reader: Reader): Promise<boolean> => readers.insertIfAbsent(reader)

/** False when the link has moved since it was read. */
export const changeLink = async ({ _id, linkRev }: Pick<Reader, '_id' | 'linkRev'>, link: Link): Promise<boolean> =>
  (await readers.change({ _id, linkRev }, { link, linkRev: linkRev + 1 })) > 0

type Profile = Pick<
  Reader,
  'entries' | 'interests' | 'warmth' | 'lastReadAt' | 'tagsOn' | 'muted' | 'stale' | 'selfName'
>
/** False when the profile has changed since it was read. */
export const changeProfile = async (
  { _id, rev }: Pick<Reader, '_id' | 'rev'>,
  change: Partial<Profile>,
): Promise<boolean> => (await readers.change({ _id, rev }, { ...(change as Change<Reader>), rev: rev + 1 })) > 0

/** Contacts of hers that came from a rep who left; they go when she does. */
export const changeOwns = (_id: ReaderId, owns: ContactId[]): Promise<number> => readers.change({ _id }, { owns })

export const removeReader = (id: ReaderId): Promise<number> => readers.remove({ _id: id })
export const removeReadersOf = (personId: PersonId): Promise<number> => readers.remove({ personId })
