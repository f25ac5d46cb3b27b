// What must a storage engine do for us? This small port; sqlite.ts is the one behind it.
import type { Collection } from '../../shared/schema'
import type { Doc } from './values'

export type StoredIndex = {
  readonly name: string
  readonly keys: readonly (readonly [field: string, direction: 1 | -1])[]
  readonly unique: boolean
  /** Some document has an array on an indexed field: one document may stand at several keys. */
  multikey: boolean
}
/** `row` names a stored document as long as it lives; `body` is its text (values.ts: decodeStored). */
export type Row = { readonly row: number; readonly body: string }
export type Interval = { readonly from: Buffer; readonly to: Buffer }
export type Scan = {
  /** undefined scans the documents themselves, in _id order. */
  readonly index: string | undefined
  readonly intervals: readonly Interval[]
  readonly reverse: boolean
}
/** A document's new state; `body` undefined removes it. */
export type Change = {
  readonly collection: string
  readonly id: Buffer
  readonly body: string | undefined
  readonly doc?: Doc
  /** What the writer has just read, so that it is not read again; `touched` are the top-level fields it changed. */
  readonly old?: { readonly row: number; readonly doc: Doc; readonly touched: ReadonlySet<string> }
}

export interface Engine {
  createCollection(name: string): void
  collections(): string[]
  indexes(collection: string): readonly StoredIndex[]
  /** Makes the stored indexes equal to the schema's, rebuilding those that changed. */
  applySchema(schema: readonly Collection[]): void
  get(collection: string, id: Buffer): Row | undefined
  /** Rows in key order; a document may come twice through a multikey index. `batch` is how many are fetched at once. */
  scan(collection: string, scan: Scan, batch: number): Iterable<Row>
  count(collection: string, scan: Scan): number
  /** All or nothing, durable when it returns. */
  write(changes: readonly Change[]): void
  /** Inserts many new documents at once, all or none; returns how many. */
  load(collection: string, docs: Iterable<Doc>): number
  /** Bytes of the database file with everything in it, after what waits in the journal was moved there. */
  storedBytes(): number
  /** Bytes of a collection's documents and keys alone, without what pages and rows cost: about two thirds of the truth. */
  estimateBytes(collection: string): number
  /** Small persistent facts that are not documents (users, tokens, secrets), by kind and key. */
  facts(kind: string): FactTable
  /** Everything as it is now, in a file of its own. */
  saveTo(file: string): void
  /** Everything as it was saved, in place of what is here: all or nothing. */
  loadFrom(file: string): void
  close(): void
}

export interface FactTable {
  get(key: string): string | undefined
  set(key: string, value: string): void
  delete(key: string): void
  all(): { key: string; value: string }[]
}
