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
}
type Count = 'docsRead' | 'docsExamined' | 'docsWritten' | 'storagePut' | 'storageGet' | 'bytesOut' | 'gbs'
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
