// How does the engine stand on SQLite? One table of documents, one of ordered keys for each index; _id is an index too.
import type { Collection } from '../../shared/schema'
import { CloudError } from '../errors'
import { Keys, Pairs } from './bulk'
import { Catalog, type CollectionRow, type IndexRow } from './catalog'
import type { Change, Engine, FactTable, Row, Scan, StoredIndex } from './engine'
import { indexEntries } from './entries'
import { prepareTables } from './layout'
import { addEntry, countRows, isTaken, moveEntry, removeEntry, rowAt, scanRows, sqlOf } from './rows'
import { Shapes } from './shapes'
import { factsOf, Sql } from './sql'
import { type Doc, decodeStored, encodeForStore } from './values'

const EVERYTHING: Scan = {
  index: undefined,
  intervals: [{ from: Buffer.alloc(0), to: Buffer.alloc(64, 0xff) }],
  reverse: false,
}

const isTouched = (index: IndexRow, touched: ReadonlySet<string> | undefined): boolean => {
  if (!touched) return true
  for (const field of index.fields) if (touched.has(field)) return true
  return false
}

const has = (keys: readonly Buffer[], key: Buffer): boolean => keys.some((other) => other.equals(key))

export class SqliteEngine implements Engine {
  private readonly sql: Sql
  private catalog: Catalog
  private readonly shapes: Shapes
  private lastRow: number

  constructor(file: string) {
    this.sql = new Sql(file)
    try {
      prepareTables(this.sql, file)
    } catch (error) {
      this.sql.close()
      throw error
    }
    this.shapes = new Shapes(this.sql)
    this.lastRow = this.highestRow()
    this.catalog = new Catalog(this.sql)
  }

  createCollection(name: string): void {
    this.catalog.create(name)
  }

  collections(): string[] {
    return this.catalog.names()
  }

  indexes(collection: string): readonly StoredIndex[] {
    return [...this.catalog.collection(collection).indexes.values()]
  }

  applySchema(schema: readonly Collection[]): void {
    for (const { name, indexes } of schema) {
      this.createCollection(name)
      const where = this.catalog.collection(name)
      const wanted = new Map(indexes.map((i) => [i.name, JSON.stringify({ keys: i.keys, unique: i.unique === true })]))
      for (const old of [...where.indexes.values()]) {
        const same = wanted.get(old.name) === JSON.stringify({ keys: old.keys, unique: old.unique })
        if (same) wanted.delete(old.name)
        else this.catalog.dropIndex(where, old)
      }
      for (const [index, definition] of wanted) this.sql.atomically(() => this.buildIndex(where, index, definition))
    }
  }

  get(collection: string, id: Buffer): Row | undefined {
    return this.rowAt(this.catalog.collection(collection), id)
  }

  *scan(collection: string, scan: Scan, batch: number): Iterable<Row> {
    const { id } = this.indexOf(collection, scan)
    for (const { row, body } of scanRows(this.sql, id, scan, batch)) yield { row, body: this.shapes.unpack(body) }
  }

  count(collection: string, scan: Scan): number {
    const { id, multikey } = this.indexOf(collection, scan)
    return countRows(this.sql, id, scan, multikey)
  }

  write(changes: readonly Change[]): void {
    this.atomically(() => {
      for (const change of changes) this.apply(change)
    })
  }

  load(collection: string, docs: Iterable<Doc>): number {
    const where = this.catalog.collection(collection)
    let loaded = 0
    this.atomically(() => {
      const [documents, keys] = [new Pairs(this.sql, 'documents'), this.keysFor([where.ids, ...where.indexes.values()])]
      for (const doc of docs) {
        documents.add(++this.lastRow, this.shapes.pack(encodeForStore(doc)))
        keys.add(this.lastRow, doc)
        loaded++
      }
      documents.flush()
      this.enter(where, keys)
    })
    return loaded
  }

  storedBytes(): number {
    this.sql.all('PRAGMA wal_checkpoint(TRUNCATE)')
    const pages = this.sql.one<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0
    return pages * (this.sql.one<{ page_size: number }>('PRAGMA page_size')?.page_size ?? 0)
  }

  estimateBytes(collection: string): number {
    const { ids, indexes } = this.catalog.collection(collection)
    const n = (text: string): number => this.sql.one<{ n: number }>(text)?.n ?? 0
    return [ids, ...indexes.values()].reduce((sum, { id }) => sum + n(sqlOf(id).keyBytes), n(sqlOf(ids.id).bodyBytes))
  }

  facts(kind: string): FactTable {
    return factsOf(this.sql, kind)
  }

  saveTo(file: string): void {
    this.sql.copyTo(file)
  }

  loadFrom(file: string): void {
    this.sql.replaceBy(file)
    this.shapes.reload()
    this.lastRow = this.highestRow()
    this.catalog = new Catalog(this.sql)
  }

  close(): void {
    this.sql.close()
  }

  private highestRow(): number {
    return this.sql.one<{ n: number | null }>('SELECT max(row) AS n FROM documents')?.n ?? 0
  }

  private atomically(work: () => void): void {
    try {
      this.sql.atomically(work)
    } catch (error) {
      this.shapes.reload()
      throw error
    }
  }

  private rowAt(where: CollectionRow, id: Buffer): Row | undefined {
    const stored = rowAt(this.sql, where.ids.id, id)
    return stored && { row: stored.row, body: this.shapes.unpack(stored.body) }
  }

  private apply(change: Change): void {
    const where = this.catalog.collection(change.collection)
    const { row, old } = this.before(where, change)
    const now = change.body === undefined ? undefined : (change.doc ?? decodeStored(change.body))
    if (change.body === undefined) {
      if (!old) return
      this.sql.run('DELETE FROM documents WHERE row = ?', row)
    } else {
      const packed = this.shapes.pack(change.body)
      if (old) this.sql.run('UPDATE documents SET body = ? WHERE row = ?', packed, row)
      else this.sql.run('INSERT INTO documents (row, body) VALUES (?, ?)', row, packed)
    }
    for (const index of [where.ids, ...where.indexes.values()]) {
      if (old && now && !isTouched(index, change.old?.touched)) continue
      this.move(where, index, row, { old, now })
    }
  }

  /** What is stored now, and the row it has or will have. */
  private before(where: CollectionRow, change: Change): { row: number; old: Doc | undefined } {
    if (change.old) return { row: change.old.row, old: change.old.doc }
    const stored = this.rowAt(where, change.id)
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
    const gone = had.filter((key) => !has(keys, key))
    const come = keys.filter((key) => !has(had, key))
    for (const key of come) this.refuseTaken(where, index, key)
    const [from, to] = [gone[0], come[0]]
    if (from && to && gone.length === 1 && come.length === 1) {
      moveEntry(this.sql, { idx: index.id, key: from, row }, to)
    } else {
      for (const key of gone) removeEntry(this.sql, { idx: index.id, key, row })
      for (const key of come) addEntry(this.sql, { idx: index.id, key, row })
    }
    if (multikey) this.catalog.markMultikey(index)
  }

  private refuseTaken(where: CollectionRow, index: IndexRow, key: Buffer): void {
    if (index.unique && isTaken(this.sql, index.id, key)) throw this.duplicate(where, index)
  }

  private duplicate(where: CollectionRow, index: IndexRow): CloudError {
    return new CloudError('E11000', `${where.name} index: ${index.name}`)
  }

  private keysFor(indexes: readonly IndexRow[]): Keys {
    return new Keys(this.sql, indexes, (index) => this.catalog.markMultikey(index))
  }

  private enter(where: CollectionRow, keys: Keys): void {
    const doubled = keys.enter()
    if (doubled) throw this.duplicate(where, doubled)
  }

  private buildIndex(where: CollectionRow, name: string, definition: string): void {
    const index = this.catalog.addIndex(where, name, definition)
    const keys = this.keysFor([index])
    for (const { row, body } of this.scan(where.name, EVERYTHING, 1000)) keys.add(row, decodeStored(body))
    this.enter(where, keys)
    where.indexes.set(name, index)
  }

  private indexOf(collection: string, scan: Scan): IndexRow {
    const { ids, indexes } = this.catalog.collection(collection)
    return (scan.index === undefined ? undefined : indexes.get(scan.index)) ?? ids
  }
}
