// What is written down of someone who works here, and does it fit together?
import type { StoreId, TeamId } from './ids'
import type { Member, Role, Store } from './member'
import type { Team } from './org'

export const MEMBER_NAME_MAX = 20 // characters
export const CODE_MAX = 30
export const ACCOUNT_MAX = 60
export const LABELS_MAX = 10
export const LABEL_MAX = 12

type Placed = { role: Role; storeId: StoreId | null; teamId: TeamId | null }
type Place = { store: Pick<Store, '_id'> | null; team: Pick<Team, '_id' | 'storeId'> | null }
export type PlaceRefusal =
  | 'store-needed'
  | 'no-such-store'
  | 'store-not-for-role'
  | 'no-such-team'
  | 'team-of-another-store'

/** Where she is to work: a rep in a store that is there, and a team of that very store. */
export const mayWorkThere = (
  { role, storeId, teamId }: Placed,
  { store, team }: Place,
): { ok: true } | { ok: false; reason: PlaceRefusal; field: 'storeId' | 'teamId' } => {
  const no = (reason: PlaceRefusal, field: 'storeId' | 'teamId') => ({ ok: false as const, reason, field })
  if (role === 'rep' && storeId === null) return no('store-needed', 'storeId')
  if (storeId !== null && (role === 'editor' || role === 'approver')) return no('store-not-for-role', 'storeId')
  if (storeId !== null && store?._id !== storeId) return no('no-such-store', 'storeId')
  if (teamId === null) return { ok: true }
  if (team?._id !== teamId) return no('no-such-team', 'teamId')
  return team.storeId === storeId ? { ok: true } : no('team-of-another-store', 'teamId')
}

type Firm = Pick<Store, 'company' | 'brand'> | null
export type MoveRefusal = 'store-of-another-firm' | 'has-contacts'

/** What she wrote down is her firm's: with it she neither moves to another firm nor stops being a rep. */
export const mayMove = (
  before: Pick<Member, 'role'> & { firm: Firm },
  after: { role: Role; firm: Firm },
  contacts: { written: number; all: number },
): { ok: true } | { ok: false; reason: MoveRefusal } => {
  if (before.role !== 'rep') return { ok: true }
  if (after.role !== 'rep') return contacts.all === 0 ? { ok: true } : { ok: false, reason: 'has-contacts' }
  const isSame = before.firm?.company === after.firm?.company && before.firm?.brand === after.firm?.brand
  return isSame || contacts.written === 0 ? { ok: true } : { ok: false, reason: 'store-of-another-firm' }
}
