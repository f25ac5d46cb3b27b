// Which SQL stands behind documents and index entries? Reading stretches of keys, writing one entry or many.
import type { Row, Scan } from './engine'
import type { Sql } from './sql'

/** A key of an index and the document it points to. */
export type Entry = { readonly idx: number; readonly key: Buffer; readonly row: number }
type Keyed = Row & { readonly key: ArrayBuffer }

const textsOf = (idx: number) => {
  const table = `keys_${idx}`
  const read = `SELECT e.key AS key, e.row AS row, d.body AS body FROM ${table} e CROSS JOIN documents d ON d.row = e.row`
  const stretch = 'WHERE e.key >= ? AND e.key < ?'
  return {
    forward: `${read} ${stretch} ORDER BY e.key, e.row LIMIT ?`,
    forwardFrom: `${read} ${stretch} AND (e.key, e.row) > (?, ?) ORDER BY e.key, e.row LIMIT ?`,
    backward: `${read} ${stretch} ORDER BY e.key DESC, e.row DESC LIMIT ?`,
    backwardFrom: `${read} ${stretch} AND (e.key, e.row) < (?, ?) ORDER BY e.key DESC, e.row DESC LIMIT ?`,
    count: `SELECT count(*) AS n FROM ${table} WHERE key >= ? AND key < ?`,
    countDistinct: `SELECT count(DISTINCT row) AS n FROM ${table} WHERE key >= ? AND key < ?`,
    at: `SELECT d.row AS row, d.body AS body FROM ${table} e JOIN documents d ON d.row = e.row WHERE e.key = ?`,
    taken: `SELECT 1 AS x FROM ${table} WHERE key = ? LIMIT 1`,
    add: `INSERT INTO ${table} (key, row) VALUES (?, ?)`,
    remove: `DELETE FROM ${table} WHERE key = ? AND row = ?`,
    move: `UPDATE ${table} SET key = ? WHERE key = ? AND row = ?`,
    keyBytes: `SELECT coalesce(sum(length(key)), 0) AS n FROM ${table}`,
    bodyBytes: `SELECT coalesce(sum(octet_length(d.body)), 0) AS n FROM ${table} e JOIN documents d ON d.row = e.row`,
    create: `CREATE TABLE ${table} (key BLOB, row INTEGER, PRIMARY KEY (key, row)) WITHOUT ROWID`,
    drop: `DROP TABLE ${table}`,
    begin: `CREATE TEMP TABLE run_${idx} (key BLOB, row INTEGER)`,
    enter: `INSERT INTO ${table} SELECT key, row FROM run_${idx} ORDER BY key, row`,
    twice: `SELECT 1 AS x FROM ${table} GROUP BY key HAVING count(*) > 1 LIMIT 1`,
    end: `DROP TABLE run_${idx}`,
  }
}
const kept: ReturnType<typeof textsOf>[] = []

/** The statements on one index's table, written once each. */
export const sqlOf = (idx: number): ReturnType<typeof textsOf> => {
  kept[idx] ??= textsOf(idx)
  return kept[idx]
}

export function* scanRows(sql: Sql, idx: number, scan: Scan, batch: number): Iterable<Row> {
  const texts = sqlOf(idx)
  const intervals = scan.reverse ? [...scan.intervals].reverse() : scan.intervals
  for (const { from, to } of intervals) {
    let rows = sql.all<Keyed>(scan.reverse ? texts.backward : texts.forward, from, to, batch)
    yield* rows
    while (rows.length === batch) {
      const last = rows[batch - 1]
      if (!last) break
      const after = [Buffer.from(last.key), last.row]
      rows = sql.all<Keyed>(scan.reverse ? texts.backwardFrom : texts.forwardFrom, from, to, ...after, batch)
      yield* rows
    }
  }
}

export const countRows = (sql: Sql, idx: number, scan: Scan, multikey: boolean): number => {
  const { count, countDistinct } = sqlOf(idx)
  const text = multikey ? countDistinct : count
  return scan.intervals.reduce((sum, { from, to }) => sum + (sql.one<{ n: number }>(text, from, to)?.n ?? 0), 0)
}

export const rowAt = (sql: Sql, idx: number, key: Buffer): Row | undefined => sql.one<Row>(sqlOf(idx).at, key)

export const isTaken = (sql: Sql, idx: number, key: Buffer): boolean => sql.one(sqlOf(idx).taken, key) !== undefined

export const addEntry = (sql: Sql, { idx, key, row }: Entry): void => sql.run(sqlOf(idx).add, key, row)

export const removeEntry = (sql: Sql, { idx, key, row }: Entry): void => sql.run(sqlOf(idx).remove, key, row)

export const moveEntry = (sql: Sql, { idx, key, row }: Entry, to: Buffer): void =>
  sql.run(sqlOf(idx).move, to, key, row)
