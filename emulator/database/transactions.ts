// What does a transaction see, and when does it lose? Snapshot isolation: pre-images for readers, first updater wins.
import { randomUUID } from 'node:crypto'
import { CloudError, transactionConflict } from '../errors'
import type { Change, Engine } from './engine'

/** Documented life of a transaction. */
const LIFE_MS = 30_000

export type Transaction = {
  readonly id: string
  /** Position in the history this transaction reads at; set by its first operation. */
  snapshot: number | undefined
  readonly writes: Map<string, Change>
  readonly ended: Promise<void>
  readonly finish: () => void
  readonly expiry: NodeJS.Timeout
}
type PreImage = { readonly at: number; readonly body: string | undefined }
export type Overlay = Map<string, { readonly id: Buffer; readonly body: string | undefined }>

export const overlayKey = (collection: string, id: Buffer): string => `${collection}\u0000${id.toString('latin1')}`
export class Transactions {
  private readonly active = new Map<string, Transaction>()
  private readonly locks = new Map<string, Transaction>()
  private readonly history = new Map<string, PreImage[]>()
  private clock = 0

  constructor(private readonly engine: Engine) {}

  start(): string {
    const id = randomUUID()
    let finish = (): void => {}
    const ended = new Promise<void>((resolve) => {
      finish = resolve
    })
    const expiry = setTimeout(() => this.end(id), LIFE_MS).unref()
    this.active.set(id, { id, snapshot: undefined, writes: new Map(), ended, finish, expiry })
    return id
  }

  isRunning(id: string): boolean {
    return this.active.has(id)
  }

  /** The running transaction of an id; its first use fixes what it sees. */
  use(id: string): Transaction {
    const tx = this.active.get(id)
    if (!tx) {
      throw new CloudError(
        'DATABASE_TRANSACTION_FAIL',
        '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
      )
    }
    tx.snapshot ??= this.clock
    return tx
  }

  /** Where this transaction's view differs from the engine's present: its own writes, and what others changed since. */
  overlay(tx: Transaction, collection: string): Overlay {
    const overlay: Overlay = new Map()
    const prefix = `${collection}\u0000`
    for (const [key, images] of this.history) {
      if (!key.startsWith(prefix)) continue
      const image = images.find(({ at }) => at > (tx.snapshot ?? 0))
      if (image) overlay.set(key, { id: Buffer.from(key.slice(prefix.length), 'latin1'), body: image.body })
    }
    for (const [key, { collection: where, id, body }] of tx.writes)
      if (where === collection) overlay.set(key, { id, body })
    return overlay
  }

  /** Buffers a write; a document another one holds, or changed since the snapshot, ends this transaction. */
  write(tx: Transaction, change: Change): void {
    const key = overlayKey(change.collection, change.id)
    const holder = this.locks.get(key)
    const changed = this.history.get(key)?.some(({ at }) => at > (tx.snapshot ?? 0))
    if ((holder && holder !== tx) || changed) {
      this.end(tx.id)
      throw transactionConflict()
    }
    this.locks.set(key, tx)
    // by its commit another write of its own may lie between: what it had read is then no longer what is stored
    const { collection, id, body, doc } = change
    tx.writes.set(key, doc ? { collection, id, body, doc } : { collection, id, body })
  }

  commit(id: string): void {
    const tx = this.use(id)
    try {
      this.record([...tx.writes.values()], tx)
    } finally {
      this.end(id)
    }
  }

  abort(id: string): void {
    this.use(id)
    this.end(id)
  }

  /** Another writer came first: what it wrote is gone. */
  lose(id: string): void {
    this.end(id)
  }

  /** The transaction that holds one of these documents: a plain write waits for its end. */
  holderOf(changes: readonly Change[]): Transaction | undefined {
    if (!this.locks.size) return undefined
    for (const { collection, id } of changes) {
      const holder = this.locks.get(overlayKey(collection, id))
      if (holder) return holder
    }
    return undefined
  }

  /** Writes through to the engine, keeping what running transactions still have to see. */
  record(changes: readonly Change[], writer?: Transaction): void {
    const others = [...this.active.values()].some((tx) => tx !== writer)
    const images = others
      ? changes.map((c) => ({ key: overlayKey(c.collection, c.id), body: this.engine.get(c.collection, c.id)?.body }))
      : []
    this.engine.write(changes)
    this.clock++
    for (const { key, body } of images) {
      const list = this.history.get(key) ?? []
      list.push({ at: this.clock, body })
      this.history.set(key, list)
    }
  }

  stop(): void {
    for (const id of [...this.active.keys()]) this.end(id)
  }

  private end(id: string): void {
    const tx = this.active.get(id)
    if (!tx) return
    clearTimeout(tx.expiry)
    this.active.delete(id)
    for (const key of tx.writes.keys()) if (this.locks.get(key) === tx) this.locks.delete(key)
    if (!this.active.size) this.history.clear()
    tx.finish()
  }
}
