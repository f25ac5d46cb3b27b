// Which collections and indexes are there? Read once, kept in step with the tables.
import { CloudError } from '../errors'
import type { StoredIndex } from './engine'
import { sqlOf } from './rows'
import type { Sql } from './sql'

const IDS = '_id_'
const IDS_DEFINITION = JSON.stringify({ keys: [['_id', 1]], unique: true })
const ADD_INDEX = 'INSERT INTO indexes (collection, name, definition, multikey) VALUES (?, ?, ?, 0)'

/** `fields`: the top-level fields it looks at. */
export type IndexRow = StoredIndex & { readonly id: number; readonly fields: ReadonlySet<string> }
/** `ids` is the index of _id, which every collection has. */
export type CollectionRow = {
  readonly name: string
  readonly id: number
  readonly ids: IndexRow
  readonly indexes: Map<string, IndexRow>
}

export class Catalog {
  private readonly known = new Map<string, CollectionRow>()

  constructor(private readonly sql: Sql) {
    for (const { id, name } of sql.all<{ id: number; name: string }>('SELECT id, name FROM collections')) {
      this.remember(id, name)
    }
  }

  names(): string[] {
    return [...this.known.keys()].sort()
  }

  collection(name: string): CollectionRow {
    const row = this.known.get(name)
    if (!row) {
      throw new CloudError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request`,
      )
    }
    return row
  }

  create(name: string): void {
    if (this.known.has(name)) return
    this.sql.atomically(() => {
      this.sql.run('INSERT INTO collections (name) VALUES (?)', name)
      const id = this.sql.one<{ id: number }>('SELECT id FROM collections WHERE name = ?', name)?.id ?? 0
      this.sql.run(ADD_INDEX, id, IDS, IDS_DEFINITION)
      this.sql.script(sqlOf(this.remember(id, name)).create)
    })
  }

  /** Stored, and not used before its keys are entered and it is put among the collection's indexes. */
  addIndex(where: CollectionRow, name: string, definition: string): IndexRow {
    this.sql.run(ADD_INDEX, where.id, name, definition)
    const index = this.loadIndexes(where.id).get(name)
    if (!index) throw new Error(`the index ${name} was not stored`)
    this.sql.script(sqlOf(index.id).create)
    return index
  }

  dropIndex(where: CollectionRow, index: IndexRow): void {
    this.sql.atomically(() => {
      this.sql.script(sqlOf(index.id).drop)
      this.sql.run('DELETE FROM indexes WHERE id = ?', index.id)
    })
    where.indexes.delete(index.name)
  }

  markMultikey(index: IndexRow): void {
    if (index.multikey) return
    this.sql.run('UPDATE indexes SET multikey = 1 WHERE id = ?', index.id)
    index.multikey = true
  }

  /** The number of its _id index. */
  private remember(id: number, name: string): number {
    const indexes = this.loadIndexes(id)
    const ids = indexes.get(IDS)
    if (!ids) throw new Error(`the collection ${name} has lost its _id index`)
    indexes.delete(IDS)
    this.known.set(name, { id, name, ids, indexes })
    return ids.id
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
}
