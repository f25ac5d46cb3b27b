// What does a firm's own list of people change here? Row by row: who is meant, what is wrong with it, and what becomes of her.
import type { Day } from './day'
import type { MemberId, RosterId } from './ids'
import type { Member, RepKind, Store } from './member'
import type { Region, Team } from './org'
import type { Tone } from './variant/tone'

export const ROSTER_FIELDS = [
  'code',
  'name',
  'account',
  'kind',
  'role',
  'region',
  'store',
  'team',
  'tone',
  'labels',
  'left',
  'successor',
] as const
export type RosterField = (typeof ROSTER_FIELDS)[number]
/** line: in the file, the head being 1. An empty cell leaves what is there as it is, '-' empties it. */
export type RosterRow = { line: number } & Record<RosterField, string>

export const ROSTER_ROWS_MAX = 10_000
export const ROSTER_CELL_MAX = 200 // characters of a cell that are sent at all; what is longer is told as too long
export const ROSTER_PART_ROWS = 500
export const ROSTER_STATES = ['staging', 'checked', 'applying', 'applied', 'undoing', 'undone'] as const
export type RosterState = (typeof ROSTER_STATES)[number]

export const ROSTER_FAULTS = [
  'name-missing',
  'too-long',
  'control-characters',
  'formula',
  'nothing-to-know-her-by',
  'code-twice',
  'account-twice',
  'person-twice',
  'account-of-another',
  'already-left',
  'unknown-kind',
  'unknown-role',
  'role-not-allowed',
  'unknown-tone',
  'too-many-labels',
  'store-missing',
  'unknown-region',
  'unknown-store',
  'store-of-another-region',
  'unknown-team',
  'team-of-another-store',
  'moves-to-another-firm',
  'moved-during-handover',
  'bad-day',
  'day-to-come',
  'leaver-unknown',
  'successor-missing',
  'successor-unknown',
  'successor-leaving',
  'successor-of-another-firm',
] as const
export type RosterFault = (typeof ROSTER_FAULTS)[number]
/** value: what stands there, cut short. */
export type RowFault = { line: number; field: RosterField; fault: RosterFault; value: string }

/** What of a member a roster looks at and may change. */
export const ROSTER_KEEPS = [
  'name',
  'role',
  'storeId',
  'teamId',
  'kind',
  'tone',
  'labels',
  'code',
  'account',
  'leftAt',
  'rev',
  'rosterId',
] as const
export type OnRoster = Pick<Member, (typeof ROSTER_KEEPS)[number] | '_id'>
type Fields = Partial<Omit<OnRoster, '_id' | 'leftAt'>>

/** before, after: only what changes; what before lacks was not there at all. A leaver changes by her handover alone. */
export type RosterEntry =
  | { act: 'new'; line: number; memberId: MemberId; after: Fields & { name: string } }
  | { act: 'change'; line: number; memberId: MemberId; name: string; before: Fields; after: Fields }
  | { act: 'leave'; line: number; memberId: MemberId; name: string; toId: MemberId }

export type RosterFacts = {
  rosterId: RosterId
  members: readonly OnRoster[]
  regions: readonly Pick<Region, '_id' | 'name' | 'parentId'>[]
  stores: readonly Pick<Store, '_id' | 'name' | 'company' | 'brand' | 'regionId'>[]
  teams: readonly Pick<Team, '_id' | 'name' | 'storeId'>[]
  following: ReadonlySet<MemberId> // who takes over from a colleague just now
  today: Day
}

export const KIND_WORDS: Readonly<Record<string, RepKind>> = {
  导购: 'guide',
  顾问: 'guide',
  guide: 'guide',
  销售: 'salesman',
  salesman: 'salesman',
  老师: 'teacher',
  讲师: 'teacher',
  teacher: 'teacher',
  服务: 'service',
  客服: 'service',
  service: 'service',
}
export const TONE_WORDS: Readonly<Record<string, Tone>> = {
  亲切: 'warm',
  暖心: 'warm',
  warm: 'warm',
  专业: 'expert',
  expert: 'expert',
  活泼: 'lively',
  lively: 'lively',
}
/** true: a rep, whom a roster may make; false: HQ's own, whom only an approver makes, by hand. */
export const ROLE_WORDS: Readonly<Record<string, boolean>> = {
  导购: true,
  员工: true,
  rep: true,
  编辑: false,
  editor: false,
  审核: false,
  审核人: false,
  approver: false,
  店长: false,
  经理: false,
  管理: false,
  manager: false,
}
