// Which column of a table says what? Firms call them as they like, put titles above, and leave some out.
import { ROSTER_CELL_MAX, ROSTER_FIELDS, type RosterField, type RosterRow } from './roster'

/** Where each field stands, counted from 0; null: the table does not say. */
export type Columns = Record<RosterField, number | null>

/** Phone numbers are none of them: they are not taken over at all. */
const HEADS: Readonly<Record<RosterField, readonly string[]>> = {
  code: ['工号', '员工编号', '员工号', '编号', 'code', 'employee code', 'employee id'],
  name: ['姓名', '员工姓名', '名字', 'name'],
  account: ['账号', '帐号', '登录账号', '用户名', '企业微信账号', 'account', 'user name'],
  kind: ['岗位', '职位', '类型', '员工类型', 'kind', 'position'],
  role: ['角色', '权限', 'role'],
  region: ['区域', '大区', '片区', 'region'],
  store: ['门店', '店铺', '门店名称', '所属门店', 'store'],
  team: ['小组', '组', '班组', '团队', 'team'],
  tone: ['语气', '风格', '人设', 'voice', 'tone'],
  labels: ['标签', '员工标签', 'labels', 'tags'],
  left: ['离职日期', '离职时间', '离职', 'left on', 'left'],
  successor: ['接手人', '交接人', '接手人工号', '交接给', 'successor'],
}
const plain = (head: string): string =>
  head
    .toLowerCase()
    .replace(/[\s　*＊:：]+/g, ' ')
    .replace(/[（(].*?[)）]/g, '')
    .trim()

const fieldOf = (head: string): RosterField | null =>
  ROSTER_FIELDS.find((field) => HEADS[field].includes(plain(head))) ?? null

/** The first column of a name counts. */
export const guessColumns = (head: readonly string[]): Columns => {
  const at = (field: RosterField) => head.findIndex((cell) => fieldOf(cell) === field)
  return Object.fromEntries(ROSTER_FIELDS.map((field) => [field, at(field) < 0 ? null : at(field)])) as Columns
}

const HEAD_WITHIN = 10
const HEAD_LEAST = 2

/** Below titles and notes, the row in which most columns are known; null: this is no list of people. */
export const findHead = (table: readonly (readonly string[])[]): number | null => {
  const known = table.slice(0, HEAD_WITHIN).map((row) => new Set(row.map(fieldOf).filter(Boolean)).size)
  const most = Math.max(0, ...known)
  return most < HEAD_LEAST ? null : known.indexOf(most)
}

/** Without a name and something to know her by, nothing can be brought in. */
export const missingColumns = ({ name, code, account }: Columns): RosterField[] => [
  ...(name === null ? (['name'] as const) : []),
  ...(code === null && account === null ? (['code'] as const) : []),
]

const cellOf = (row: readonly string[], at: number | null): string =>
  [...(at === null ? '' : (row[at] ?? '')).replace(/^[ \t　\u00a0]+|[ \t　\u00a0]+$/g, '')]
    .slice(0, ROSTER_CELL_MAX)
    .join('')

/** Blank rows are left out; lines are counted as in the file. */
export const toRosterRows = (table: readonly (readonly string[])[], head: number, columns: Columns): RosterRow[] =>
  table.flatMap((row, i) => {
    if (i <= head || row.every((cell) => cell.trim() === '')) return []
    const cells = Object.fromEntries(ROSTER_FIELDS.map((field) => [field, cellOf(row, columns[field])]))
    return [{ line: i + 1, ...(cells as Record<RosterField, string>) }]
  })

/** What the head looks like, so that the same firm's next file is read the same way. */
export const headPrint = (head: readonly string[]): string => head.map(plain).join('|')
