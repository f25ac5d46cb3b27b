// Which SQL stands behind documents and index entries? Reading stretches of keys, writing one entry or many.
import type { Row, Scan } from './engine'
import type { Sql } from './sql'

export type Entry = { readonly idx: number; readonly key: Buffer; readonly row: number }
type Keyed = Row & { readonly key: ArrayBuffer }

/** Rows of one INSERT when many are written; SQLite takes 32766 parameters at most. */
const AT_ONCE = 200

const READ = 'SELECT e.key AS key, e.row AS row, d.body AS body FROM entries e CROSS JOIN documents d ON d.row = e.row'
const STRETCH = 'WHERE e.idx = ? AND e.key >= ? AND e.key < ?'
const FORWARD = `${READ} ${STRETCH} ORDER BY e.key, e.row LIMIT ?`
const FORWARD_FROM = `${READ} ${STRETCH} AND (e.key, e.row) > (?, ?) ORDER BY e.key, e.row LIMIT ?`
const BACKWARD = `${READ} ${STRETCH} ORDER BY e.key DESC, e.row DESC LIMIT ?`
const BACKWARD_FROM = `${READ} ${STRETCH} AND (e.key, e.row) < (?, ?) ORDER BY e.key DESC, e.row DESC LIMIT ?`

export function* scanRows(sql: Sql, idx: number, scan: Scan, batch: number): Iterable<Row> {
  const intervals = scan.reverse ? [...scan.intervals].reverse() : scan.intervals
  for (const { from, to } of intervals) {
    let rows = sql.all<Keyed>(scan.reverse ? BACKWARD : FORWARD, idx, from, to, batch)
    yield* rows
    while (rows.length === batch) {
      const last = rows[batch - 1]
      if (!last) break
      const after = [Buffer.from(last.key), last.row]
      rows = sql.all<Keyed>(scan.reverse ? BACKWARD_FROM : FORWARD_FROM, idx, from, to, ...after, batch)
      yield* rows
    }
  }
}

export const countRows = (sql: Sql, idx: number, scan: Scan, multikey: boolean): number => {
  const what = multikey ? 'count(DISTINCT row)' : 'count(*)'
  const text = `SELECT ${what} AS n FROM entries WHERE idx = ? AND key >= ? AND key < ?`
  return scan.intervals.reduce((sum, { from, to }) => sum + (sql.one<{ n: number }>(text, idx, from, to)?.n ?? 0), 0)
}

export const rowAt = (sql: Sql, idx: number, key: Buffer): Row | undefined =>
  sql.one<Row>(
    'SELECT d.row AS row, d.body AS body FROM entries e JOIN documents d ON d.row = e.row WHERE e.idx = ? AND e.key = ?',
    idx,
    key,
  )

export const isTaken = (sql: Sql, idx: number, key: Buffer): boolean =>
  sql.one('SELECT 1 AS x FROM entries WHERE idx = ? AND key = ? LIMIT 1', idx, key) !== undefined

export const addEntry = (sql: Sql, { idx, key, row }: Entry): void =>
  sql.run('INSERT INTO entries (idx, key, row) VALUES (?, ?, ?)', idx, key, row)

export const removeEntry = (sql: Sql, { idx, key, row }: Entry): void =>
  sql.run('DELETE FROM entries WHERE idx = ? AND key = ? AND row = ?', idx, key, row)

export const moveEntry = (sql: Sql, { idx, key, row }: Entry, to: Buffer): void =>
  sql.run('UPDATE entries SET key = ? WHERE idx = ? AND key = ? AND row = ?', to, idx, key, row)

/** `values` are those of all rows, one after the other. */
const insertMany = (sql: Sql, table: string, columns: number, values: readonly unknown[]): void => {
  const one = `(${Array.from({ length: columns }, () => '?').join(', ')})`
  const step = columns * AT_ONCE
  for (let at = 0; at < values.length; at += step) {
    const part = values.slice(at, at + step)
    const rows = Array.from({ length: part.length / columns }, () => one).join(', ')
    sql.runAll(`INSERT INTO ${table} VALUES ${rows}`, part)
  }
}

export const addDocuments = (sql: Sql, rows: readonly Row[]): void => {
  const values: unknown[] = []
  for (const { row, body } of rows) values.push(row, body)
  insertMany(sql, 'documents', 2, values)
}

/** In key order, which is the order of the table: each page is filled once. */
export const addEntries = (sql: Sql, entries: Entry[]): void => {
  entries.sort((a, b) => a.idx - b.idx || Buffer.compare(a.key, b.key) || a.row - b.row)
  const values: unknown[] = []
  for (const { idx, key, row } of entries) values.push(idx, key, row)
  insertMany(sql, 'entries', 3, values)
}
