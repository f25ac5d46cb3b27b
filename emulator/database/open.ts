// What is an open database? The engine with its transactions, its strictness and its meter.
import type { Meter } from '../meter'
import type { Engine } from './engine'
import type { Params } from './requests'
import { type Overlay, Transactions } from './transactions'

export type Database = {
  readonly engine: Engine
  readonly transactions: Transactions
  readonly strict: boolean
  readonly meter: Meter
  readonly name: string
  /** What `db.serverDate()` becomes. */
  readonly now: () => number
}
export type Reply = { readonly data?: unknown; readonly transactionId?: string }

export const openDatabase = (engine: Engine, rest: Omit<Database, 'engine' | 'transactions'>): Database => ({
  engine,
  transactions: new Transactions(engine),
  ...rest,
})

export const overlayOf = (db: Database, params: Params, collection: string): Overlay | undefined => {
  if (typeof params.transactionId !== 'string') return undefined
  return db.transactions.overlay(db.transactions.use(params.transactionId), collection)
}
