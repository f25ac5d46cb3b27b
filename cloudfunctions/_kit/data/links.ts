// What was said about who is who? The history of links and names, which only grows until those it is about withdraw.
import type { ContactId, LinkEventId, MemberId, ReaderId } from '@shared/domain/ids'
import type { LinkEvent } from '@shared/domain/reader'
import { collection, oneOf } from '../collection'

const links = collection<LinkEvent>('links')

const HISTORY_MAX = 100

export const findLinkEvent = (id: LinkEventId): Promise<LinkEvent | null> => links.get(id)

/** The event as it is stored: the one given, or the one of that id that was there first. */
export const keepLinkEvent = async (event: LinkEvent): Promise<LinkEvent> =>
  (await links.insertIfAbsent(event)) ? event : ((await links.get(event._id)) ?? event)

/** False when it was taken back already. */
export const markUndone = async (id: LinkEventId, by: LinkEventId): Promise<boolean> =>
  (await links.change({ _id: id, undoneBy: oneOf([null, by]) }, { undoneBy: by })) > 0

/** Newest first, each once: what was said of this contact and of the readers who are she now. */
export const listHistory = async (contactId: ContactId, readerIds: readonly ReaderId[]): Promise<LinkEvent[]> => {
  const newest = { order: [['at', 'desc']], limit: HISTORY_MAX } as const
  const [about, of] = await Promise.all([
    links.find({ contactId }, newest),
    readerIds.length ? links.find({ readerId: oneOf(readerIds) }, newest) : [],
  ])
  const each = new Map([...about, ...of].map((event) => [event._id, event]))
  return [...each.values()].sort((a, b) => b.at - a.at || (a._id < b._id ? 1 : -1)).slice(0, HISTORY_MAX)
}

/** All of them, so that whom she was ever said to be can be put right when she goes. */
export const listLinksOfReader = (readerId: ReaderId): Promise<LinkEvent[]> => links.find({ readerId })

/** What was said of her is the successor's history now. */
export const passLinks = (readerId: ReaderId, to: { readerId: ReaderId; repId: MemberId }): Promise<number> =>
  links.change({ readerId }, to)

/** An act that was refused after all leaves no line. */
export const dropLinkEvent = (id: LinkEventId): Promise<number> => links.remove({ _id: id })
export const removeLinksOfReader = (readerId: ReaderId): Promise<number> => links.remove({ readerId })
export const removeLinksAbout = (contactId: ContactId): Promise<number> => links.remove({ contactId })
