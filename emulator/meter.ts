// What did it cost? Counts of everything the platform could bill, so that scenarios can be gated.

export type MeterReading = {
  /** Calls by function, and by `function:action` when the event names its action. */
  fnCalls: Record<string, number>
  fnActions: Record<string, number>
  /** Memory (GB) × duration (s), each call rounded up to a millisecond. */
  gbs: number
  dbRequests: Record<string, number>
  docsRead: number
  docsExamined: number
  docsWritten: number
  storagePut: number
  storageGet: number
  wxApi: Record<string, number>
  /** Bytes sent to phones and browsers: function replies, files, pages. */
  bytesOut: number
  /** Bytes of the function calls that phones and browsers sent: bodies, without headers. */
  bytesIn: number
}
type Count = 'docsRead' | 'docsExamined' | 'docsWritten' | 'storagePut' | 'storageGet' | 'bytesOut' | 'bytesIn' | 'gbs'
type Tally = 'fnCalls' | 'fnActions' | 'dbRequests' | 'wxApi'

const zero = (): MeterReading => ({
  fnCalls: {},
  fnActions: {},
  gbs: 0,
  dbRequests: {},
  docsRead: 0,
  docsExamined: 0,
  docsWritten: 0,
  storagePut: 0,
  storageGet: 0,
  wxApi: {},
  bytesOut: 0,
  bytesIn: 0,
})

export class Meter {
  private readonly now = zero()

  add(count: Count, amount = 1): void {
    this.now[count] += amount
  }

  tally(tally: Tally, name: string): void {
    this.now[tally][name] = (this.now[tally][name] ?? 0) + 1
  }

  read(): MeterReading {
    return structuredClone(this.now)
  }
}

const spentBy = (after: Record<string, number>, before: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(after)
      .map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
      .filter(([, count]) => count !== 0),
  )

/** What happened between two readings; names that did not move are left out. */
export const spent = (after: MeterReading, before: MeterReading): MeterReading => ({
  fnCalls: spentBy(after.fnCalls, before.fnCalls),
  fnActions: spentBy(after.fnActions, before.fnActions),
  gbs: after.gbs - before.gbs,
  dbRequests: spentBy(after.dbRequests, before.dbRequests),
  docsRead: after.docsRead - before.docsRead,
  docsExamined: after.docsExamined - before.docsExamined,
  docsWritten: after.docsWritten - before.docsWritten,
  storagePut: after.storagePut - before.storagePut,
  storageGet: after.storageGet - before.storageGet,
  wxApi: spentBy(after.wxApi, before.wxApi),
  bytesOut: after.bytesOut - before.bytesOut,
  bytesIn: after.bytesIn - before.bytesIn,
})
