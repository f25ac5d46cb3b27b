// Who works here, and with what role.
import type { MemberId, StoreId } from './ids'
import type { Tone } from './variant/tone'

export type Role = 'rep' | 'editor'
export type StoreKind = 'own' | 'franchise'
/** company: the firm that runs the store; brand: headquarters' firm, the same for an own store. */
export type Store = { _id: StoreId; name: string; company: string; brand: string; kind: StoreKind }
export type Member = {
  _id: MemberId
  name: string
  role: Role
  storeId: StoreId | null
  tone: Tone
  avatarId?: string | null
}
