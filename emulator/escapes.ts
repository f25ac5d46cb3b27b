// Does somebody believe that a request belongs to her transaction? The SDK sends some of them without it.
import type { Params } from './database/requests'
import { CloudError } from './errors'

const BEGIN = 'database.startTransaction'
const NEVER_INSIDE = new Set(['database.calculateDocument', 'database.aggregateDocuments'])
const OUTSIDE_BY_WHERE = new Set(['database.modifyDocument', 'database.removeDocument'])

/**
 * where().update(), where().remove(), count() and aggregate() of a transaction carry no transactionId: they run outside
 * and survive a rollback. Whoever sends one on the connection on which her transaction runs means it to be inside.
 */
export class Escapes {
  private readonly begun = new WeakMap<object, Set<string>>()

  constructor(private readonly isRunning: (transactionId: string) => boolean) {}

  /** What a connection was answered: it may have begun a transaction. */
  note(connection: object, params: Params, reply: unknown): void {
    const of = params.action === BEGIN ? (reply as { transactionId?: unknown }) : params
    if (typeof of.transactionId !== 'string') return
    const known = this.begun.get(connection) ?? new Set()
    known.add(of.transactionId)
    this.begun.set(connection, known)
  }

  refuse(connection: object, params: Params): void {
    const known = this.begun.get(connection)
    if (!known || params.transactionId !== undefined) return
    const action = String(params.action)
    if (!NEVER_INSIDE.has(action) && !(OUTSIDE_BY_WHERE.has(action) && params.queryType === 'WHERE')) return
    for (const id of known) {
      if (!this.isRunning(id)) known.delete(id)
      else {
        throw new CloudError(
          'EMULATOR_TRANSACTION_ESCAPE',
          `${action} by where() beside a running transaction: the SDK sends it without its id, so it would not be rolled back. Use doc(), add() or where().get() inside, or finish the transaction first.`,
        )
      }
    }
  }
}
