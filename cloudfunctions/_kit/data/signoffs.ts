// Who answered for a version's words when it was published, and why? Kept as proof; each one stays.
import type { MemberId, PostId } from '@shared/domain/ids'
import type { Post } from '@shared/domain/post'
import { hash53 } from '@shared/domain/variant/hash'
import { above, collection, type Operator } from '../collection'

/** findings: what was found in which field, by the word list of `wordsVersion`. approvedBy: who looked at it before, by the name she had then. */
export type Signoff = {
  _id: string // `${postId}.${version}.${hash of what was said}`: a repeat says the same, another signature is another proof
  postId: PostId
  version: number
  memberId: MemberId
  memberName: string
  at: number
  reason: string
  wordsVersion: string
  findings: { id: string; word: string; field: string }[]
  approvedBy: MemberId | null
  approvedName: string
  signedVersion?: number // of what comes again: whose words these are, and were answered for
}

const signoffs = collection<Signoff>('signoffs')

export const keepSignoff = async (of: Omit<Signoff, '_id'>): Promise<void> => {
  const { memberId, reason, wordsVersion, findings, approvedBy } = of
  const said = hash53(JSON.stringify([memberId, reason, wordsVersion, findings, approvedBy])).toString(36)
  await signoffs.insertIfAbsent({ _id: `${of.postId}.${of.version}.${said}`, ...of })
}

/** Those from before acts were logged say nothing of who approved. */
const named: Operator = (_) => _.gte('')
/** When the first of those was signed that are logged as well; null: none was. */
export const findFirstSigned = async (): Promise<number | null> =>
  (await signoffs.find({ at: above(0), approvedName: named }, { order: [['at', 'asc']], limit: 1, fields: ['at'] }))[0]
    ?.at ?? null

/** What comes again has the words of the version before; its proof says so, with who answered for them. */
export const carrySignoff = async (
  { _id: postId, version }: Pick<Post, '_id' | 'version'>,
  next: { version: number; at: number },
): Promise<void> => {
  const ofVersion: Operator = (_) => _.gt(`${postId}.${version}.`).and(_.lt(`${postId}.${version}/`))
  const proofs = await signoffs.find({ _id: ofVersion })
  const last = proofs.sort((a, b) => b.at - a.at)[0]
  if (!last) return
  const { _id: _, ...proof } = last
  await keepSignoff({ ...proof, ...next, signedVersion: proof.signedVersion ?? version })
}
