// Who opened a card that was meant for one contact first? Kept beside the links, and says nothing of who it was.
import type { MemberId, PersonId, ReadingId, ShareToken } from '@shared/domain/ids'
import type { Reading } from '@shared/domain/reading'
import type { Share } from '@shared/domain/share'
import { aliasOf } from '../alias'
import { collection, type Operator, oneOf } from '../collection'

type Opening = { _id: string; repId: MemberId; openedBy: string }

const openings = collection<Opening>('links')
const readings = collection<Reading>('readings')

const openingId = (token: ShareToken): string => `open.${token}`

/** Is this reading the first of that card? The first to ask is, for good. */
export const isFirstOpening = async (share: Share, readingId: ReadingId): Promise<boolean> => {
  const _id = openingId(share._id)
  const openedBy = aliasOf(readingId)
  if (await openings.insertIfAbsent({ _id, repId: share.repId, openedBy })) return true
  return (await openings.get(_id))?.openedBy === openedBy
}

/** That someone opened a card goes with whose opening it was; her readings, though nameless, still say it was opened. */
export const removeOpeningsBy = async (read: readonly Pick<Reading, '_id' | 'token'>[]): Promise<void> => {
  const tokens = [...new Set(read.flatMap(({ token }) => token ?? []))]
  if (!tokens.length) return
  const _id = oneOf(tokens.map(openingId))
  await openings.remove({ _id, openedBy: oneOf(read.map((reading) => aliasOf(reading._id))) })
}

const not =
  (value: string): Operator =>
  (_) =>
    _.neq(value)

/** Has somebody else read by this very card, known or not? Looks among the readings of one post for one rep. */
export const isOpenedByOthers = async (share: Share, personId: PersonId): Promise<boolean> => {
  const { _id: token, repId, postId } = share
  const others = await readings.find(
    { repId, postId, token, by: 'reader', personId: not(personId) },
    { limit: 1, fields: [] },
  )
  return others.length > 0
}
