// Who answered for a version's words when it was published, and why? Kept as proof; the first one stays.
import type { MemberId, PostId } from '@shared/domain/ids'
import { collection } from '../collection'

/** findings: what was found in which field, by the word list of `wordsVersion`. approvedBy: who looked at the texts before. */
export type Signoff = {
  _id: string // `${postId}.${version}`
  postId: PostId
  version: number
  memberId: MemberId
  at: number
  reason: string
  wordsVersion: string
  findings: { id: string; word: string; field: string }[]
  approvedBy: MemberId | null
}

const signoffs = collection<Signoff>('signoffs')

export const keepSignoff = async (of: Omit<Signoff, '_id'>): Promise<void> => {
  await signoffs.insertIfAbsent({ _id: `${of.postId}.${of.version}`, ...of })
}
