// Lists of people for tests and the bench: rows as the desk sends them, in portions.
import type { Input } from '../../shared/contracts'
import { ROSTER_FIELDS, type RosterField } from '../../shared/domain/roster'

export type Row = Input<'hq', 'roster.stage'>['part'][number]
const BLANK = Object.fromEntries(ROSTER_FIELDS.map((field) => [field, ''])) as Record<RosterField, string>

/** The head is line 1. */
export const rowsOf = (some: readonly Partial<Row>[]): Row[] =>
  some.map((row, i) => ({ line: i + 2, ...BLANK, store: '东街店', ...row }))

/** 5,000 people of 300 stores, as a firm would list them; the same each time. */
export const manyRows = (count: number, storeNames: readonly string[]): Row[] => {
  const kinds = ['导购', '销售', '老师', '服务']
  const tones = ['亲切', '专业', '活泼']
  return rowsOf(
    Array.from({ length: count }, (_, i) => ({
      ...{ code: `E${String(i).padStart(6, '0')}`, name: `员工${i}`, account: `user.${i}` },
      ...{ kind: kinds[i % 4] ?? '', tone: tones[i % 3] ?? '', store: storeNames[i % storeNames.length] ?? '' },
      labels: i % 5 === 0 ? '新手、宝妈' : '',
    })),
  )
}

export const portionsOf = (rows: readonly Row[], size = 400): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, n) => rows.slice(n * size, (n + 1) * size))
