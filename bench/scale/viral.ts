// What happens in the hour in which a post goes round? Readers of the hostile set arrive, open, report; the platform refuses above
// its quotas; phones do what ours do: an opening is asked again by her thumb, a report stays on the phone until the next one.
import { randomFrom } from '../reading/random'
import { reportsOf } from '../reading/trace-reports'
import { makeTrace } from '../reading/traces'
import type { Assumed } from './assumed.data'
import { CloudQuotas } from './cloud-quotas'
import type { Counts } from './counts.data'
import { jobRequests } from './jobs-storm'
import type { Tier } from './quotas.data'
import { Wheel } from './wheel'

type Requests = Counts['requests']

export type Storm = {
  readers: number
  tier: Tier
  assumed: Assumed
  requests: Requests
  counts: Pick<Counts, 'aMinute' | 'jobRequests'>
  /** Beats in between are left out; the first and the last report go. */
  fewerBeats: boolean
}

export type Outcome = {
  /** Shares of all readers. */
  openedAtOnce: number
  opened: number
  /** Of those who opened: the last state reached the cloud while or right after she read. */
  reportedInTime: number
  /** … waits on the phone for her next opening. */
  waiting: number
  /** … and of those she does not come back within the trace's two hours: late, or lost if she never does. */
  notBack: number
  /** Of the readings that were reported: in the sums when two hours are over. */
  counted: number
  peakCallsPerSecond: number
  refusedCalls: number
  refusedRequests: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const HORIZON_MS = 2 * HOUR_MS
/** A post goes round: a steep rise, the peak after ten minutes, a long tail (a gamma curve of shape 2). */
const RISE_MS = 600_000
const TRACES = 2_000 // different readers; a larger crowd meets them again
const SEED = 77_000
const TAPS_AGAIN = 0.7
const TAP_MS = 3_000
const TRIES = 4
/** A leaving report that got no answer goes once more (shared/domain/beat). */
const AGAIN_MS = 2_500

type Reader = {
  reports: readonly number[]
  comesBack: boolean
  sent: boolean
  opened: boolean
  openTries: number
  newest: number
}
/** counts: it adds a reading, or a part of one, to the sums. */
type JobRequest = { counts: boolean; next: 'minute' | 'request' | 'answer' }
type Call = {
  reader: Reader
  kind: 'open' | 'report'
  nth: number
  left: number
  isRetry: boolean
  next: 'begin' | 'request' | 'answer'
}

const arrivals = (readers: number): number[] => {
  const random = randomFrom(SEED)
  const one = (): number => {
    const at = -RISE_MS * (Math.log(1 - random.unit()) + Math.log(1 - random.unit()))
    return at < HOUR_MS ? at : one()
  }
  return Array.from({ length: readers }, one)
}

type Kind = { reports: readonly number[]; comesBack: boolean }
let met: readonly Kind[] = []
/** When each of the crowd's readers reports, in ms since she opened. */
const kindsOf = (): readonly Kind[] => {
  if (met.length > 0) return met
  met = Array.from({ length: TRACES }, (_, n) => {
    const trace = makeTrace('hostile', SEED + n)
    const all = reportsOf(trace).map(({ at }) => at)
    return { reports: all.filter((at) => at <= trace.endAt), comesBack: trace.net.reopens }
  })
  return met
}

const firstAndLast = (reports: readonly number[]): readonly number[] =>
  reports.filter((_, n) => n === 0 || n === reports.length - 1)

const readersOf = ({ readers, fewerBeats }: Storm): Reader[] => {
  const kinds = kindsOf().map((kind) => (fewerBeats ? { ...kind, reports: firstAndLast(kind.reports) } : kind))
  return Array.from({ length: readers }, (_, n) => {
    const kind = kinds[n % kinds.length]
    if (!kind) throw new Error('no readers')
    return { ...kind, sent: kind.reports.length === 0, opened: false, openTries: 0, newest: -1 }
  })
}

class Hour {
  private readonly wheel = new Wheel<Call | JobRequest>(HORIZON_MS)
  private readonly quotas: CloudQuotas
  private readonly perSecond = new Int32Array(HORIZON_MS / 1_000)
  private readonly random = randomFrom(SEED + 1)
  private openedAtOnce = 0
  private rested = 0 // readings that wait to be counted
  private counted = 0
  constructor(
    private readonly storm: Storm,
    private readonly readers: readonly Reader[],
  ) {
    this.quotas = new CloudQuotas(storm.tier)
  }
  private begin(reader: Reader, kind: Call['kind'], nth: number, at: number, isRetry = false): void {
    const { open, firstReport, laterReport } = this.storm.requests
    const left = kind === 'open' ? open : nth === 0 || reader.newest < 0 ? firstReport : laterReport
    this.wheel.add(at, { reader, kind, nth, left, isRetry, next: 'begin' })
  }
  private failed({ reader, kind, nth, isRetry }: Call, now: number): void {
    if (kind === 'open') {
      reader.openTries++
      if (reader.openTries < TRIES && this.random.chance(TAPS_AGAIN)) this.begin(reader, 'open', 0, now + TAP_MS)
      return
    }
    const isLast = nth === reader.reports.length - 1
    if (isLast && !isRetry) this.begin(reader, 'report', nth, now + AGAIN_MS, true)
  }
  private done({ reader, kind, nth }: Call, now: number): void {
    if (kind === 'report') {
      reader.newest = Math.max(reader.newest, nth)
      const isSent = reader.newest === reader.reports.length - 1
      if (isSent && !reader.sent) this.rested++
      reader.sent = isSent
      return
    }
    if (reader.opened) return
    reader.opened = true
    if (reader.openTries === 0) this.openedAtOnce++
    for (const [n, at] of reader.reports.entries()) this.begin(reader, 'report', n, now + at)
  }
  private beginCall(call: Call, now: number): void {
    const second = Math.floor(now / 1_000)
    this.perSecond[second] = (this.perSecond[second] ?? 0) + 1
    if (!this.quotas.beginCall(now)) {
      this.failed(call, now)
      return
    }
    call.next = 'request'
    this.wheel.add(now + this.storm.assumed.callMs, call)
  }
  private nextRequest(call: Call, now: number): void {
    if (!this.quotas.beginRequest(now)) {
      this.quotas.endCall()
      this.failed(call, now)
      return
    }
    call.next = 'answer'
    this.wheel.add(now + this.storm.assumed.dbMs, call)
  }
  private answered(call: Call, now: number): void {
    this.quotas.endRequest()
    call.left--
    if (call.left > 0) this.nextRequest(call, now)
    else {
      this.quotas.endCall()
      this.done(call, now)
    }
  }
  private minute(now: number): void {
    const { tier, counts, assumed } = this.storm
    const { always, counting } = jobRequests(this.rested, tier, counts, assumed)
    this.rested = Math.max(0, this.rested - counting.length / counts.jobRequests)
    for (const at of always) this.wheel.add(now + at, { counts: false, next: 'request' })
    for (const at of counting) this.wheel.add(now + at, { counts: true, next: 'request' })
    this.wheel.add(now + MINUTE_MS, { counts: false, next: 'minute' })
  }
  /** One that is refused is asked again in the next minute: a batch goes on where it stood. */
  private job(request: JobRequest, now: number): void {
    if (request.next === 'minute') this.minute(now)
    else if (request.next === 'answer') this.quotas.endRequest()
    else if (this.quotas.beginRequest(now)) {
      if (request.counts) this.counted += 1 / this.storm.counts.jobRequests
      this.wheel.add(now + this.storm.assumed.dbMs, { ...request, next: 'answer' })
    } else if (request.counts) this.rested += 1 / this.storm.counts.jobRequests
  }
  private handle(call: Call | JobRequest, now: number): void {
    if ('counts' in call) this.job(call, now)
    else if (call.next === 'begin') this.beginCall(call, now)
    else if (call.next === 'request') this.nextRequest(call, now)
    else this.answered(call, now)
  }
  run(): Outcome {
    for (const [n, at] of arrivals(this.readers.length).entries()) {
      const reader = this.readers[n]
      if (reader) this.begin(reader, 'open', 0, at)
    }
    this.wheel.add(0, { counts: false, next: 'minute' })
    this.wheel.run((call, now) => this.handle(call, now))
    const opened = this.readers.filter((one) => one.opened)
    const unsent = opened.filter((one) => !one.sent)
    const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
    return {
      openedAtOnce: share(this.openedAtOnce, this.readers.length),
      opened: share(opened.length, this.readers.length),
      reportedInTime: share(opened.length - unsent.length, opened.length),
      waiting: share(unsent.length, opened.length),
      notBack: share(unsent.filter((one) => !one.comesBack).length, opened.length),
      counted: share(this.counted, this.counted + this.rested),
      peakCallsPerSecond: this.perSecond.reduce((a, b) => Math.max(a, b), 0),
      refusedCalls: this.quotas.refusedCalls,
      refusedRequests: this.quotas.refusedRequests,
    }
  }
}

/** The same storm gives the same outcome: every draw has a seed. */
export const runStorm = (storm: Storm): Outcome => new Hour(storm, readersOf(storm)).run()
