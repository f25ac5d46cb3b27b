// Our own tracker on a trace: the product's stopwatch and plan of reports, with a simulated phone and network around them.
import { type Beats, isBeatDue, isWorthLeaving, LEAVE_AGAIN_MS, NO_BEATS } from '../../shared/domain/beat'
import type { SectionId } from '../../shared/domain/ids'
import { nextBeatMs, type SectionMs } from '../../shared/domain/reading'
import { advance, type Stopwatch, startStopwatch, sumMs } from '../../shared/domain/stopwatch'
import { type Random, randomFrom } from './random'
import { clockAt, type Seen, type Trace } from './trace'

/** beats: milliseconds read between reports, the first given by seen time; null: the product's own plan. */
export type Setting = { beats: readonly number[] | null; leaveAgain: boolean }
export const OURS: Setting = { beats: null, leaveAgain: true }

/** sections: as the cloud has them; counted: as the phone had them at the end. */
export type Counted = { sections: SectionMs; counted: SectionMs; requests: number }

const TICK_MS = 1_000
const SNAPSHOT_MS = 2_000
const SHORTER_THAN_A_BEAT = 0.35 // of openings end within 5 s: the bounces, about

/** One reader's phone, from opening to the end; `server` is what the cloud has joined by max. */
class Phone {
  readonly server: SectionMs = {}
  requests = 0
  watch: Stopwatch
  private readonly random: Random
  private readonly lastSection: string | undefined
  private beats: Beats = NO_BEATS
  private sent = 0
  private stored: SectionMs = {}
  private storedAt = 0
  constructor(
    private readonly trace: Trace,
    private readonly setting: Setting,
  ) {
    this.random = randomFrom(trace.seed ^ 0x5bd1e995)
    this.lastSection = Object.keys(trace.lengths).at(-1)
    this.watch = startStopwatch(clockAt(trace, 0), trace.lengths)
  }
  private join(sections: SectionMs): void {
    for (const [id, ms] of Object.entries(sections) as [SectionId, number][])
      this.server[id] = Math.max(this.server[id] ?? 0, ms)
  }
  /** Whether the phone hears that it arrived. */
  private send(at: number, leaving: boolean, sections: SectionMs): boolean {
    const { net } = this.trace
    this.requests += 1
    if (at >= net.offlineFrom || (leaving && this.random.chance(net.beaconLoss))) return false
    const lost = this.random.chance(net.lossPerTry)
    if (!lost || this.random.chance(0.5)) this.join(sections)
    return !lost
  }
  private report(at: number, leaving: boolean): void {
    const sections = this.watch.sections
    const totalMs = sumMs(sections)
    const arrived = this.send(at, leaving, sections)
    this.stored = sections
    this.sent += 1
    const everyMs = this.setting.beats?.[Math.min(this.sent, this.setting.beats.length - 1)] ?? null
    const steered = nextBeatMs(this.watch.at - this.watch.openedAt)
    this.beats = {
      triedMs: totalMs,
      takenMs: arrived ? totalMs : this.beats.takenMs,
      everyMs: everyMs ?? (arrived ? steered : this.beats.everyMs),
    }
  }
  private hasNews(): boolean {
    return sumMs(this.watch.sections) > (this.beats.takenMs ?? 0)
  }
  tick(at: number): void {
    this.watch = advance(this.watch, { kind: 'tick', at: clockAt(this.trace, at) })
    if (!this.watch.shown) return
    if (at - this.storedAt >= SNAPSHOT_MS) {
      this.stored = this.watch.sections
      this.storedAt = at
    }
    const plan = this.setting.beats === null ? this.lastSection : undefined
    if (isBeatDue(this.beats, this.watch, plan) && this.hasNews()) this.report(at, false)
  }
  see(seen: Seen, awayMs: number): void {
    const event = { ...seen, at: clockAt(this.trace, seen.at) }
    this.watch = advance(this.watch, event)
    if (seen.kind !== 'hide') return
    this.stored = this.watch.sections
    if (!this.hasNews() || !isWorthLeaving(this.beats, this.watch)) return
    this.report(seen.at, true)
    const again = this.setting.leaveAgain && this.trace.net.lingers && awayMs > LEAVE_AGAIN_MS
    if (again && this.hasNews()) this.report(seen.at + LEAVE_AGAIN_MS, true)
  }
  /**
   * At the next opening what was written down rides with the first report there, which comes sooner for it: a call of its own
   * only where that opening would have ended before its first beat. Unanswered, it rides with the next report.
   */
  reopen(): void {
    if (sumMs(this.stored) <= (this.beats.takenMs ?? 0)) return
    const before = this.requests
    for (let tries = 0; tries < 2; tries++) if (this.send(Number.NEGATIVE_INFINITY, false, this.stored)) break
    this.requests = before + (this.random.chance(SHORTER_THAN_A_BEAT) ? 1 : 0)
  }
}

export const follow = (trace: Trace, setting: Setting = OURS): Counted => {
  const phone = new Phone(trace, setting)
  let next = TICK_MS
  const tickUntil = (at: number): void => {
    for (; next < at; next += TICK_MS) phone.tick(next)
  }
  trace.seen.forEach((seen, i) => {
    tickUntil(seen.at)
    phone.see(seen, (trace.seen[i + 1]?.at ?? Number.POSITIVE_INFINITY) - seen.at)
  })
  tickUntil(trace.endAt)
  if (trace.net.reopens) phone.reopen()
  return { sections: phone.server, counted: phone.watch.sections, requests: phone.requests }
}
