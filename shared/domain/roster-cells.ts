// Is what stands in a row's cells fit to be read at all? Rows are judged alone here, and then against each other.
import type { Day } from './day'
import { ORG_NAME_MAX } from './org'
import {
  KIND_WORDS,
  ROLE_WORDS,
  ROSTER_FIELDS,
  type RosterFault,
  type RosterField,
  type RosterRow,
  type RowFault,
  TONE_WORDS,
} from './roster'
import { ACCOUNT_MAX, CODE_MAX, LABEL_MAX, LABELS_MAX, MEMBER_NAME_MAX } from './staff'

const VALUE_MAX = 30 // characters of a cell that a fault quotes
const LONGEST: Readonly<Record<RosterField, number>> = {
  ...{ code: CODE_MAX, name: MEMBER_NAME_MAX, account: ACCOUNT_MAX, kind: 10, role: 10 },
  ...{ region: ORG_NAME_MAX, store: ORG_NAME_MAX, team: ORG_NAME_MAX, tone: 10 },
  ...{ labels: LABELS_MAX * (LABEL_MAX + 1), left: 20, successor: ACCOUNT_MAX },
}
/** '-' empties a cell; it means nothing else. */
export const isEmptied = (cell: string): boolean => cell === '-' || cell === '—'
/** A spreadsheet would run it. A number with a sign is one too: it has no business here. */
const isFormula = (cell: string): boolean => !isEmptied(cell) && /^[=+\-@\t]/.test(cell)
/** Control characters, and those that turn or hide text. */
const isUnseen = (cell: string): boolean => /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/u.test(cell)

export const faultOf = (row: RosterRow, field: RosterField, fault: RosterFault): RowFault => ({
  ...{ line: row.line, field, fault },
  value: [...row[field].replace(/\p{Cc}/gu, '·')].slice(0, VALUE_MAX).join(''),
})

const cellFault = (row: RosterRow, field: RosterField): RowFault[] => {
  const cell = row[field]
  if (cell === '') return []
  if (isUnseen(cell)) return [faultOf(row, field, 'control-characters')]
  if (isFormula(cell)) return [faultOf(row, field, 'formula')]
  return [...cell].length > LONGEST[field] ? [faultOf(row, field, 'too-long')] : []
}

export const readLabels = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[,，、;；|\s]+/)
      .map((label) => label.trim())
      .filter((label) => label !== ''),
  ),
]

/** '2026/1/5', '2026.01.05', '2026年1月5日' as a day that exists; null: none. */
export const readDay = (cell: string): Day | null => {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell)
  if (!found) return null
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const instant = new Date(Date.UTC(year, month - 1, day))
  const exists =
    instant.getUTCFullYear() === year && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day
  return exists ? (instant.toISOString().slice(0, 10) as Day) : null
}

const wordFaults = (row: RosterRow): RowFault[] => {
  const { kind, role, tone, labels } = row
  const faults: RowFault[] = []
  if (kind !== '' && !Object.hasOwn(KIND_WORDS, kind)) faults.push(faultOf(row, 'kind', 'unknown-kind'))
  if (tone !== '' && !Object.hasOwn(TONE_WORDS, tone)) faults.push(faultOf(row, 'tone', 'unknown-tone'))
  if (role !== '' && !Object.hasOwn(ROLE_WORDS, role)) faults.push(faultOf(row, 'role', 'unknown-role'))
  else if (role !== '' && !ROLE_WORDS[role]) faults.push(faultOf(row, 'role', 'role-not-allowed'))
  const said = isEmptied(labels) ? [] : readLabels(labels)
  if (said.length > LABELS_MAX || said.some((label) => [...label].length > LABEL_MAX))
    faults.push(faultOf(row, 'labels', 'too-many-labels'))
  return faults
}

const dayFaults = (row: RosterRow, today: Day): RowFault[] => {
  if (row.left === '' || isEmptied(row.left)) return []
  const left = readDay(row.left)
  if (left === null) return [faultOf(row, 'left', 'bad-day')]
  return left > today ? [faultOf(row, 'left', 'day-to-come')] : []
}

/** Faults of a row that show without looking at anything else. */
export const cellFaults = (row: RosterRow, today: Day): RowFault[] => {
  const unreadable = ROSTER_FIELDS.flatMap((field) => cellFault(row, field))
  const told = new Set(unreadable.map(({ field }) => field))
  const more = [...wordFaults(row), ...dayFaults(row, today)].filter(({ field }) => !told.has(field))
  const name = row.name === '' || isEmptied(row.name) ? [faultOf(row, 'name', 'name-missing')] : []
  const isNobody = [row.code, row.account].every((cell) => cell === '' || isEmptied(cell))
  return [...unreadable, ...name, ...(isNobody ? [faultOf(row, 'code', 'nothing-to-know-her-by')] : []), ...more]
}
