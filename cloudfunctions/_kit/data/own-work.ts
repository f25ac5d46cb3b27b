// What did a rep do herself of late? Promises kept, customers looked after, words of her own; nothing of who read or passed on.
import type { Day } from '@shared/domain/day'
import type { MemberId, PostId } from '@shared/domain/ids'
import type { Kit } from '@shared/domain/kit'
import type { Note, NoteKind, PromiseMade } from '@shared/domain/note'
import { above, collection, oneOf } from '../collection'

const kits = collection<Kit>('kits')
const notes = collection<Note>('notes')
const promises = collection<PromiseMade>('promises')

/** More than one person does in so many weeks. */
const CARES_MAX = 500
const PROMISES_MAX = 500
const CARE: readonly NoteKind[] = ['consultation', 'delight']

/** When she gave advice or a small surprise. */
export const listCare = async (repId: MemberId, since: number): Promise<number[]> => {
  const found = await notes.find(
    { repId, kind: oneOf(CARE), at: above(since) },
    { order: [['at', 'desc']], limit: CARES_MAX, fields: ['at'] },
  )
  return found.map(({ at }) => at)
}

/** Kept by now, by the day for which they were made. */
export const listKeptPromises = (repId: MemberId, since: Day): Promise<Pick<PromiseMade, 'dueDay' | 'text'>[]> =>
  promises.find(
    { repId, open: false, dueDay: above(since) },
    { order: [['dueDay', 'desc']], limit: PROMISES_MAX, fields: ['dueDay', 'text'] },
  )

/** A kit with two texts of 2,000 characters is 12 KB. */
const PORTION = 60
type OwnWords = { postId: PostId; at: number }

/** Kits in which her own wording stands. */
export const listOwnWords = async (repId: MemberId, since: number): Promise<OwnWords[]> => {
  const own: OwnWords[] = []
  for (let until = Number.MAX_SAFE_INTEGER; ; ) {
    const portion = await kits.find(
      { repId, dealtAt: (_) => _.gt(since).and(_.lt(until)) },
      { order: [['dealtAt', 'desc']], limit: PORTION, fields: ['postId', 'text', 'dealt', 'dealtAt'] },
    )
    for (const { postId, text, dealt, dealtAt: at } of portion)
      if (dealt !== undefined && dealt !== text) own.push({ postId, at })
    const last = portion.at(-1)
    if (!last || portion.length < PORTION) return own
    until = last.dealtAt
  }
}
