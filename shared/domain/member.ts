// Who works here, and with what role.
import type { MemberId, RegionId, RosterId, StoreId, TeamId } from './ids'
import type { Tone } from './variant/tone'

/** An approver is an editor who may also let out what a colleague wrote; a manager sees the part of the firm in her scope. */
export const ROLES = ['rep', 'editor', 'approver', 'manager'] as const
export type Role = (typeof ROLES)[number]
/** What a manager looks after. Who has none sees nothing. */
export type ScopeOf =
  | { of: 'firm' }
  | { of: 'region'; id: RegionId }
  | { of: 'store'; id: StoreId }
  | { of: 'team'; id: TeamId }
/** 导购 · 销售 · 老师 · 服务: what kind of rep she is; playbooks differ. */
export const REP_KINDS = ['guide', 'salesman', 'teacher', 'service'] as const
export type RepKind = (typeof REP_KINDS)[number]
export type StoreKind = 'own' | 'franchise'
/** company: the firm that runs the store; brand: headquarters' firm, the same for an own store. */
export type Store = {
  _id: StoreId
  name: string
  company: string
  brand: string
  kind: StoreKind
  regionId?: RegionId | null
  rev?: number // raised when HQ changes it; from before that: none
}
export type Member = {
  _id: MemberId
  name: string
  role: Role
  storeId: StoreId | null
  tone: Tone
  kind?: RepKind // of a rep; one from before kinds is a guide
  teamId?: TeamId | null
  code?: string | null // 工号, what the firm's own roster calls her
  account?: string | null // her account at work, by which a roster knows her too; opens nothing here
  labels?: string[] // what HQ calls her for audiences: 新手, 宝妈 …
  scope?: ScopeOf | null // of a manager
  leftAt?: number | null // she works here no longer
  avatarId?: string | null
  rev?: number // raised when HQ changes her; from before that: none
  rosterId?: RosterId // the import that wrote her last, as long as nobody has changed her since
}

/** Whoever has left is nobody here: what she was, and where, no longer counts. */
export const isWorking = ({ leftAt }: Pick<Member, 'leftAt'>): boolean => (leftAt ?? null) === null
