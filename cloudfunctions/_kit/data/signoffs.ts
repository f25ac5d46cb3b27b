// Who answered for a version's words when it was published, and why? Kept as proof; each one stays.
import type { MemberId, PostId } from '@shared/domain/ids'
import { hash53 } from '@shared/domain/variant/hash'
import { collection } from '../collection'

/** findings: what was found in which field, by the word list of `wordsVersion`. approvedBy: who looked at the texts before. */
export type Signoff = {
  _id: string // `${postId}.${version}.${hash of what was said}`: a repeat says the same, another signature is another proof
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
  const { memberId, reason, wordsVersion, findings, approvedBy } = of
  const said = hash53(JSON.stringify([memberId, reason, wordsVersion, findings, approvedBy])).toString(36)
  await signoffs.insertIfAbsent({ _id: `${of.postId}.${of.version}.${said}`, ...of })
}
