// How does the engine stand on SQLite? One table of documents, one of index entries ordered by binary keys; _id is an index too.
import type { Collection } from '../../shared/schema'
import { CloudError } from '../errors'
import type { Change, Engine, FactTable, Row, Scan, StoredIndex } from './engine'
import { indexEntries } from './entries'
import { prepareTables } from './layout'
import {
  addDocuments,
  addEntries,
  addEntry,
  countRows,
  type Entry,
  isTaken,
  removeEntry,
  rowAt,
  scanRows,
} from './rows'
import { factsOf, Sql } from './sql'
import { type Doc, decodeStored, encodeForStore } from './values'

const IDS = '_id_'
const IDS_DEFINITION = JSON.stringify({ keys: [['_id', 1]], unique: true })
/** Documents per transaction of a load. */
const LOAD_BATCH = 20_000
const EVERYTHING: Scan = {
  index: undefined,
  intervals: [{ from: Buffer.alloc(0), to: Buffer.alloc(64, 0xff) }],
  reverse: false,
}

type IndexRow = StoredIndex & { readonly id: number; readonly fields: ReadonlySet<string> }
type CollectionRow = {
  readonly name: string
  readonly id: number
  ids: IndexRow
  readonly indexes: Map<string, IndexRow>
}

const isTouched = (index: IndexRow, touched: ReadonlySet<string> | undefined): boolean => {
  if (!touched) return true
  for (const field of index.fields) if (touched.has(field)) return true
  return false
}

const has = (keys: readonly Buffer[], key: Buffer): boolean => keys.some((other) => other.equals(key))

export class SqliteEngine implements Engine {
  private readonly sql: Sql
  private readonly known = new Map<string, CollectionRow>()
  private lastRow: number

  constructor(file: string) {
    this.sql = new Sql(file)
    try {
      prepareTables(this.sql, file)
    } catch (error) {
      this.sql.close()
      throw error
    }
    this.lastRow = this.sql.one<{ n: number | null }>('SELECT max(row) AS n FROM documents')?.n ?? 0
    for (const { id, name } of this.sql.all<{ id: number; name: string }>('SELECT id, name FROM collections')) {
      this.remember(id, name)
    }
  }

  createCollection(name: string): void {
    if (this.known.has(name)) return
    this.sql.atomically(() => {
      this.sql.run('INSERT INTO collections (name) VALUES (?)', name)
      const id = this.sql.one<{ id: number }>('SELECT id FROM collections WHERE name = ?', name)?.id ?? 0
      this.sql.run(
        'INSERT INTO indexes (collection, name, definition, multikey) VALUES (?, ?, ?, 0)',
        id,
        IDS,
        IDS_DEFINITION,
      )
      this.remember(id, name)
    })
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
      for (const [index, definition] of wanted) this.sql.atomically(() => this.buildIndex(row, index, definition))
    }
  }

  get(collection: string, id: Buffer): Row | undefined {
    return rowAt(this.sql, this.collection(collection).ids.id, id)
  }

  scan(collection: string, scan: Scan, batch: number): Iterable<Row> {
    return scanRows(this.sql, this.indexOf(collection, scan).id, scan, batch)
  }

  count(collection: string, scan: Scan): number {
    const { id, multikey } = this.indexOf(collection, scan)
    return countRows(this.sql, id, scan, multikey)
  }

  write(changes: readonly Change[]): void {
    this.sql.atomically(() => {
      for (const change of changes) this.apply(change)
    })
  }

  load(collection: string, docs: Iterable<Doc>): number {
    const where = this.collection(collection)
    let batch: Doc[] = []
    let loaded = 0
    const flush = (): void => {
      this.sql.atomically(() => this.loadBatch(where, batch))
      loaded += batch.length
      batch = []
    }
    for (const doc of docs) if (batch.push(doc) === LOAD_BATCH) flush()
    if (batch.length) flush()
    return loaded
  }

  storedBytes(): number {
    this.sql.all('PRAGMA wal_checkpoint(TRUNCATE)')
    const pages = this.sql.one<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0
    return pages * (this.sql.one<{ page_size: number }>('PRAGMA page_size')?.page_size ?? 0)
  }

  estimateBytes(collection: string): number {
    const { ids, indexes } = this.collection(collection)
    const keys = 'SELECT coalesce(sum(length(key)), 0) AS n FROM entries WHERE idx = ?'
    const bodies =
      'SELECT coalesce(sum(octet_length(d.body)), 0) AS n FROM entries e JOIN documents d ON d.row = e.row WHERE e.idx = ?'
    const sum = (sql: string, idx: number): number => this.sql.one<{ n: number }>(sql, idx)?.n ?? 0
    return [ids, ...indexes.values()].reduce((n, index) => n + sum(keys, index.id), sum(bodies, ids.id))
  }

  facts(kind: string): FactTable {
    return factsOf(this.sql, kind)
  }

  close(): void {
    this.sql.close()
  }

  private apply(change: Change): void {
    const where = this.collection(change.collection)
    const { row, old } = this.before(where, change)
    const now = change.body === undefined ? undefined : (change.doc ?? decodeStored(change.body))
    if (change.body === undefined) {
      if (!old) return
      this.sql.run('DELETE FROM documents WHERE row = ?', row)
    } else if (old) this.sql.run('UPDATE documents SET body = ? WHERE row = ?', change.body, row)
    else this.sql.run('INSERT INTO documents (row, body) VALUES (?, ?)', row, change.body)
    for (const index of [where.ids, ...where.indexes.values()]) {
      if (old && now && !isTouched(index, change.old?.touched)) continue
      this.move(where, index, row, { old, now })
    }
  }

  /** What is stored now, and the row it has or will have. */
  private before(where: CollectionRow, change: Change): { row: number; old: Doc | undefined } {
    if (change.old) return { row: change.old.row, old: change.old.doc }
    const stored = rowAt(this.sql, where.ids.id, change.id)
    return stored ? { row: stored.row, old: decodeStored(stored.body) } : { row: ++this.lastRow, old: undefined }
  }

  private move(
    where: CollectionRow,
    index: IndexRow,
    row: number,
    doc: { old: Doc | undefined; now: Doc | undefined },
  ): void {
    const had = doc.old ? indexEntries(doc.old, index).keys : []
    const { keys, multikey } = doc.now ? indexEntries(doc.now, index) : { keys: [], multikey: false }
    for (const key of had) if (!has(keys, key)) removeEntry(this.sql, { idx: index.id, key, row })
    for (const key of keys) {
      if (has(had, key)) continue
      this.refuseTaken(where, index, key)
      addEntry(this.sql, { idx: index.id, key, row })
    }
    if (multikey) this.markMultikey(index)
  }

  private refuseTaken(where: CollectionRow, index: IndexRow, key: Buffer): void {
    if (index.unique && isTaken(this.sql, index.id, key)) throw this.duplicate(where, index)
  }

  private duplicate(where: CollectionRow, index: IndexRow): CloudError {
    return new CloudError('E11000', `${where.name} index: ${index.name}`)
  }

  private loadBatch(where: CollectionRow, docs: readonly Doc[]): void {
    const rows = docs.map((doc) => ({ row: ++this.lastRow, body: encodeForStore(doc), doc }))
    addDocuments(this.sql, rows)
    for (const index of [where.ids, ...where.indexes.values()]) this.enter(where, index, rows)
  }

  /** Many documents into one index. */
  private enter(where: CollectionRow, index: IndexRow, rows: readonly { row: number; doc: Doc }[]): void {
    const entries: Entry[] = []
    const mine = new Set<string>()
    for (const { row, doc } of rows) {
      const { keys, multikey } = indexEntries(doc, index)
      if (multikey) this.markMultikey(index)
      for (const key of keys) {
        entries.push({ idx: index.id, key, row })
        if (!index.unique) continue
        const name = key.toString('latin1')
        if (mine.has(name)) throw this.duplicate(where, index)
        mine.add(name)
        this.refuseTaken(where, index, key)
      }
    }
    addEntries(this.sql, entries)
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

  private buildIndex(where: CollectionRow, name: string, definition: string): void {
    const sql = 'INSERT INTO indexes (collection, name, definition, multikey) VALUES (?, ?, ?, 0)'
    this.sql.run(sql, where.id, name, definition)
    const index = this.loadIndexes(where.id).get(name)
    if (!index) return
    let rows: { row: number; doc: Doc }[] = []
    for (const { row, body } of scanRows(this.sql, where.ids.id, EVERYTHING, 1000)) {
      if (rows.push({ row, doc: decodeStored(body) }) < LOAD_BATCH) continue
      this.enter(where, index, rows)
      rows = []
    }
    this.enter(where, index, rows)
    where.indexes.set(name, index)
  }

  private remember(id: number, name: string): void {
    const indexes = this.loadIndexes(id)
    const ids = indexes.get(IDS)
    if (!ids) throw new Error(`the collection ${name} has lost its _id index`)
    indexes.delete(IDS)
    this.known.set(name, { id, name, ids, indexes })
  }

  private loadIndexes(collection: number): Map<string, IndexRow> {
    const sql = 'SELECT id, name, definition, multikey FROM indexes WHERE collection = ?'
    const rows = this.sql.all<{ id: number; name: string; definition: string; multikey: number }>(sql, collection)
    return new Map(
      rows.map(({ id, name, definition, multikey }) => {
        const { keys, unique } = JSON.parse(definition) as Pick<StoredIndex, 'keys' | 'unique'>
        const fields = new Set(keys.map(([field]) => field.split('.')[0] ?? field))
        return [name, { id, name, keys, unique, multikey: multikey === 1, fields }]
      }),
    )
  }

  private indexOf(collection: string, scan: Scan): IndexRow {
    const { ids, indexes } = this.collection(collection)
    return (scan.index === undefined ? undefined : indexes.get(scan.index)) ?? ids
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
