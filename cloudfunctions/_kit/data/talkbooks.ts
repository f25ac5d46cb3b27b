// What do a rep's outcomes say of each reason, and how many talks a day does she want?
import type { MemberId } from '@shared/domain/ids'
import type { Talkbook } from '@shared/domain/talkbook'
import { above, collection, EVERYTHING, FIND_MAX } from '../collection'

const books = collection<Talkbook>('talkbooks')

export const findTalkbook = (repId: MemberId): Promise<Talkbook | null> => books.get(repId)

/** False when it has changed since it was read; one never stored (rev 0) is stored now. */
export const putTalkbook = async (seen: Talkbook, to: Partial<Talkbook>): Promise<boolean> => {
  const { _id, rev } = seen
  if (rev === 0) return books.insertIfAbsent({ ...seen, ...to, rev: 1 })
  return (await books.change({ _id, rev }, { ...to, rev: rev + 1 })) > 0
}

/** Every rep's, in portions by _id. */
export const listTalkbooks = async (): Promise<Talkbook[]> => {
  const all: Talkbook[] = []
  for (let after: string | null = null; ; ) {
    const portion: Talkbook[] = await books.find(after === null ? EVERYTHING : { _id: above(after) }, {
      order: [['_id', 'asc']],
    })
    all.push(...portion)
    const last = portion.at(-1)
    if (!last || portion.length < FIND_MAX) return all
    after = last._id
  }
}
