// Which tables may HQ take out, and what is kept of it: who, what, when, how many rows.
import type { ExportId, MemberId } from './ids'
import type { Cell } from './table-cell'

export type { Cell } from './table-cell'

export const EXPORT_KINDS = ['posts', 'members', 'roster', 'audit', 'work'] as const
/** names: a rep's own list of names, which she alone gets. */
export const LOGGED_KINDS = [...EXPORT_KINDS, 'names'] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]
export type LoggedKind = (typeof LOGGED_KINDS)[number]

export type Export = {
  _id: ExportId
  kind: LoggedKind
  byId: MemberId
  byName: string
  at: number
  days: number // how far back sums reach, where the table has any
  rows: number // given out so far
  isWhole: boolean
}

/** Pages are given for so long after an export was begun; then it has to be begun, and logged, anew. */
export const EXPORT_OPEN_MS = 3_600_000

export type ExportDecision = { ok: true } | { ok: false; reason: 'no-such-export' | 'export-over' }
export const mayGoOn = (
  stored: Pick<Export, 'byId' | 'at'> | null,
  memberId: MemberId,
  now: number,
): ExportDecision => {
  if (stored?.byId !== memberId) return { ok: false, reason: 'no-such-export' }
  return now - stored.at <= EXPORT_OPEN_MS ? { ok: true } : { ok: false, reason: 'export-over' }
}

/** Sums about customers are told from five on: fewer could be people one knows. */
export const MANY_FROM = 5
export const tellMany = (count: number): number | 'few' => (count > 0 && count < MANY_FROM ? 'few' : count)

/** What a roster to be filled in looks like, with one row to show how. */
export const ROSTER_TEMPLATE: { head: readonly string[]; row: readonly Cell[] } = {
  head: ['工号', '姓名', '账号', '岗位', '角色', '区域', '门店', '小组', '语气', '标签', '离职日期', '接手人'],
  row: ['E0001', '张三', '', '导购', '', '华东', '东街店', '', '亲切', '新手、宝妈', '', ''],
}
