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
}
export type Reply = { readonly data?: unknown; readonly transactionId?: string }

export const openDatabase = (engine: Engine, meter: Meter, name: string, strict: boolean): Database => ({
  engine,
  meter,
  name,
  strict,
  transactions: new Transactions(engine),
})

export const overlayOf = (db: Database, params: Params, collection: string): Overlay | undefined => {
  if (typeof params.transactionId !== 'string') return undefined
  return db.transactions.overlay(db.transactions.use(params.transactionId), collection)
}
