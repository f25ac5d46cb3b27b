// How is someone named outside the cloud? By aliases: the same each time, leading back to nobody.
import { createHash } from 'node:crypto'
import type { ContactId, ReaderId, ReadingId } from '@shared/domain/ids'

const LENGTH = 20
const hash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, LENGTH)

/** Names a reading on a rep's screen; whoever knew its own id could claim or erase it once it is nobody's. */
export const aliasOf = (id: ReadingId): string => hash(id)

/** Names a reader to her rep. */
export const readerKeyOf = (id: ReaderId): string => hash(`reader ${id}`)

/** The contact that a reader is as long as nobody said otherwise. */
export const ownContactId = (id: ReaderId): ContactId => `c${hash(`contact ${id}`)}` as ContactId

/** The same of who may have passed from a rep who left: the contacts that came into being by her consent, her own first. */
export const ownContactsOf = ({ _id, owns }: { _id: ReaderId; owns?: ContactId[] }): [ContactId, ...ContactId[]] => {
  const [own, ...others] = owns ?? []
  return own === undefined ? [ownContactId(_id)] : [own, ...others]
}
export const ownContactOf = (reader: { _id: ReaderId; owns?: ContactId[] }): ContactId => ownContactsOf(reader)[0]
