// How does the engine stand on SQLite? One table of documents, one of index entries, both ordered by binary keys.
import type { Collection } from '../../shared/schema'
import { CloudError } from '../errors'
import type { Change, Engine, FactTable, Row, Scan, StoredIndex } from './engine'
import { indexEntries } from './entries'
import { factsOf, Sql } from './sql'
import { decodeObject } from './values'

const TABLES = `
CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS documents (collection INTEGER, id BLOB, body TEXT NOT NULL, PRIMARY KEY (collection, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS indexes (id INTEGER PRIMARY KEY, collection INTEGER, name TEXT, definition TEXT, multikey INTEGER, UNIQUE (collection, name));
CREATE TABLE IF NOT EXISTS entries (idx INTEGER, key BLOB, doc BLOB, PRIMARY KEY (idx, key, doc)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS facts (kind TEXT, key TEXT, value TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
`
type IndexRow = StoredIndex & { readonly id: number }
type CollectionRow = { readonly id: number; readonly indexes: Map<string, IndexRow> }

export class SqliteEngine implements Engine {
  private readonly sql: Sql
  private readonly known = new Map<string, CollectionRow>()

  constructor(file: string) {
    this.sql = new Sql(file, TABLES)
    for (const row of this.sql.all<{ id: number; name: string }>('SELECT id, name FROM collections')) {
      this.known.set(row.name, { id: row.id, indexes: this.loadIndexes(row.id) })
    }
  }

  createCollection(name: string): void {
    if (this.known.has(name)) return
    this.sql.run('INSERT INTO collections (name) VALUES (?)', name)
    const row = this.sql.one<{ id: number }>('SELECT id FROM collections WHERE name = ?', name)
    this.known.set(name, { id: row?.id ?? 0, indexes: new Map() })
  }

  collections(): string[] {
    return [...this.known.keys()].sort()
  }

  indexes(collection: string): readonly StoredIndex[] {
    return [...this.collection(collection).indexes.values()]
  }

  applySchema(schema: readonly Collection[]): void {
    for (const { name, indexes } of schema) {
      this.createCollection(name)
      const row = this.collection(name)
      const wanted = new Map(indexes.map((i) => [i.name, JSON.stringify({ keys: i.keys, unique: i.unique === true })]))
      for (const old of [...row.indexes.values()]) {
        const same = wanted.get(old.name) === JSON.stringify({ keys: old.keys, unique: old.unique })
        if (same) wanted.delete(old.name)
        else this.dropIndex(row, old)
      }
      for (const [index, definition] of wanted) this.sql.atomically(() => this.buildIndex(name, row, index, definition))
    }
  }

  get(collection: string, id: Buffer): string | undefined {
    const sql = 'SELECT body FROM documents WHERE collection = ? AND id = ?'
    return this.sql.one<{ body: string }>(sql, this.collection(collection).id, id)?.body
  }

  *scan(collection: string, scan: Scan, batch: number): Iterable<Row> {
    const { id, indexes } = this.collection(collection)
    const index = scan.index === undefined ? undefined : indexes.get(scan.index)
    const way = scan.reverse ? 'DESC' : 'ASC'
    const past = scan.reverse ? '<' : '>'
    const intervals = scan.reverse ? [...scan.intervals].reverse() : scan.intervals
    for (const { from, to } of intervals) {
      let last: { key: ArrayBuffer; id: ArrayBuffer } | undefined
      while (true) {
        const start = last ? (index ? `AND (e.key, e.doc) ${past} (?, ?)` : `AND d.id ${past} ?`) : ''
        const sql = index
          ? `SELECT e.key AS key, e.doc AS id, d.body AS body FROM entries e CROSS JOIN documents d ON d.collection = ? AND d.id = e.doc
             WHERE e.idx = ? AND e.key >= ? AND e.key < ? ${start} ORDER BY e.key ${way}, e.doc ${way} LIMIT ?`
          : `SELECT d.id AS key, d.id AS id, d.body AS body FROM documents d
             WHERE d.collection = ? AND d.id >= ? AND d.id < ? ${start} ORDER BY d.id ${way} LIMIT ?`
        const after = last ? (index ? [Buffer.from(last.key), Buffer.from(last.id)] : [Buffer.from(last.id)]) : []
        const rows = this.sql.all<{ key: ArrayBuffer; id: ArrayBuffer; body: string }>(
          sql,
          ...(index ? [id, index.id] : [id]),
          from,
          to,
          ...after,
          batch,
        )
        for (const row of rows) yield { id: Buffer.from(row.id), body: row.body }
        last = rows.at(-1)
        if (rows.length < batch) break
      }
    }
  }

  count(collection: string, scan: Scan): number {
    const { id, indexes } = this.collection(collection)
    const index = scan.index === undefined ? undefined : indexes.get(scan.index)
    const sql = index
      ? 'SELECT count(DISTINCT doc) AS n FROM entries WHERE idx = ? AND key >= ? AND key < ?'
      : 'SELECT count(*) AS n FROM documents WHERE collection = ? AND id >= ? AND id < ?'
    return scan.intervals.reduce(
      (sum, i) => sum + (this.sql.one<{ n: number }>(sql, index?.id ?? id, i.from, i.to)?.n ?? 0),
      0,
    )
  }

  write(changes: readonly Change[]): void {
    this.sql.atomically(() => {
      for (const change of changes) this.apply(change)
    })
  }

  facts(kind: string): FactTable {
    return factsOf(this.sql, kind)
  }

  close(): void {
    this.sql.close()
  }

  private apply({ collection, id, body, doc }: Change): void {
    const row = this.collection(collection)
    const before = this.get(collection, id)
    const old = before === undefined ? undefined : decodeObject(before)
    const now = body === undefined ? undefined : (doc ?? decodeObject(body))
    if (body === undefined) this.sql.run('DELETE FROM documents WHERE collection = ? AND id = ?', row.id, id)
    else this.sql.run('INSERT OR REPLACE INTO documents (collection, id, body) VALUES (?, ?, ?)', row.id, id, body)
    for (const index of row.indexes.values()) {
      const had = old ? indexEntries(old, index).keys : []
      const has = now ? indexEntries(now, index) : { keys: [], multikey: false }
      for (const key of had) if (!has.keys.some((k) => k.equals(key))) this.removeEntry(index, key, id)
      for (const key of has.keys) if (!had.some((k) => k.equals(key))) this.addEntry(collection, index, key, id)
      if (has.multikey) this.markMultikey(index)
    }
  }

  private addEntry(collection: string, index: IndexRow, key: Buffer, doc: Buffer): void {
    if (index.unique && this.sql.one('SELECT 1 AS x FROM entries WHERE idx = ? AND key = ? LIMIT 1', index.id, key)) {
      throw new CloudError('E11000', `${collection} index: ${index.name}`)
    }
    this.sql.run('INSERT INTO entries (idx, key, doc) VALUES (?, ?, ?)', index.id, key, doc)
  }

  private removeEntry(index: IndexRow, key: Buffer, doc: Buffer): void {
    this.sql.run('DELETE FROM entries WHERE idx = ? AND key = ? AND doc = ?', index.id, key, doc)
  }

  private markMultikey(index: IndexRow): void {
    if (index.multikey) return
    this.sql.run('UPDATE indexes SET multikey = 1 WHERE id = ?', index.id)
    index.multikey = true
  }

  private dropIndex(row: CollectionRow, index: IndexRow): void {
    this.sql.atomically(() => {
      this.sql.run('DELETE FROM entries WHERE idx = ?', index.id)
      this.sql.run('DELETE FROM indexes WHERE id = ?', index.id)
    })
    row.indexes.delete(index.name)
  }

  private buildIndex(collection: string, row: CollectionRow, name: string, definition: string): void {
    const sql = 'INSERT INTO indexes (collection, name, definition, multikey) VALUES (?, ?, ?, 0)'
    this.sql.run(sql, row.id, name, definition)
    const index = this.loadIndexes(row.id).get(name)
    if (!index) return
    row.indexes.set(name, index)
    const everything = {
      index: undefined,
      intervals: [{ from: Buffer.alloc(0), to: Buffer.alloc(64, 0xff) }],
      reverse: false,
    }
    for (const { id, body } of this.scan(collection, everything, 1000)) {
      const { keys, multikey } = indexEntries(decodeObject(body), index)
      for (const key of keys) this.addEntry(collection, index, key, id)
      if (multikey) this.markMultikey(index)
    }
  }

  private loadIndexes(collection: number): Map<string, IndexRow> {
    const sql = 'SELECT id, name, definition, multikey FROM indexes WHERE collection = ?'
    const rows = this.sql.all<{ id: number; name: string; definition: string; multikey: number }>(sql, collection)
    return new Map(
      rows.map((r) => [r.name, { ...JSON.parse(r.definition), id: r.id, name: r.name, multikey: r.multikey === 1 }]),
    )
  }

  private collection(name: string): CollectionRow {
    const row = this.known.get(name)
    if (!row) {
      throw new CloudError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request`,
      )
    }
    return row
  }
}
