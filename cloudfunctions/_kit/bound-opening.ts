// A card that was meant for one contact was opened: by whom she may be read from now on?
import type { ReaderId, ReadingId } from '@shared/domain/ids'
import { isFromSingleChat, noteLikely } from '@shared/domain/link'
import type { Share } from '@shared/domain/share'
import { findContact } from './data/contacts'
import { isFirstOpening, isOpenedByOthers } from './data/openings'
import { findReader } from './data/readers'
import { findReading } from './data/readings'
import { findLinkFacts, moveLink } from './settle-links'

const TRIES = 3

/**
 * To be called when a reading by such a card becomes hers: with its first report, or when she claims it. Only the first
 * who opened it, in a single chat, may be the one it was meant for: cards are handed on. Asks nothing of other cards.
 */
export const noteBoundOpening = async (share: Share, readerId: ReaderId, readingId: ReadingId): Promise<void> => {
  const { contactId, _id: token, postId } = share
  if (contactId === null || share.by !== 'rep') return
  const [reading, contact, reader] = await Promise.all([
    findReading(readingId),
    findContact(contactId),
    findReader(readerId),
  ])
  if (reading?.token !== token || reading.by !== 'reader' || reading.personId === null) return
  if (contact?.repId !== share.repId || reader?.personId !== reading.personId || reader.repId !== share.repId) return
  if (await isOpenedByOthers(share, reading.personId)) return
  if (!(await isFirstOpening(share, readingId)) || !isFromSingleChat(reading)) return
  const card = { contactId, token, postId, at: reading.openedAt }
  for (let left = TRIES, seen: typeof reader | null = reader; left > 0 && seen; left--) {
    const factsOf = await findLinkFacts([{ ...seen, link: { ...seen.link, likely: [...seen.link.likely, card] } }])
    if (await moveLink(seen, noteLikely(seen, card, factsOf(seen)))) return
    seen = await findReader(readerId)
  }
}
