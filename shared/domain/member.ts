// Who works here, and with what role.
import type { MemberId, StoreId } from './ids'
import type { Tone } from './variant/tone'

export type Role = 'rep' | 'editor'
/** 导购 · 销售 · 老师 · 服务: what kind of rep she is; playbooks differ. */
export const REP_KINDS = ['guide', 'salesman', 'teacher', 'service'] as const
export type RepKind = (typeof REP_KINDS)[number]
export type StoreKind = 'own' | 'franchise'
/** company: the firm that runs the store; brand: headquarters' firm, the same for an own store. */
export type Store = { _id: StoreId; name: string; company: string; brand: string; kind: StoreKind }
export type Member = {
  _id: MemberId
  name: string
  role: Role
  storeId: StoreId | null
  tone: Tone
  kind?: RepKind // of a rep; one from before kinds is a guide
  leftAt?: number | null // she works here no longer
  avatarId?: string | null
}

/** Whoever has left is nobody here: what she was, and where, no longer counts. */
export const isWorking = ({ leftAt }: Pick<Member, 'leftAt'>): boolean => (leftAt ?? null) === null
