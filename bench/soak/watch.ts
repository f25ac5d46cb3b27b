// How fast was it, and what went wrong, in each stretch of the run? Calls and lateness by window.
import { quantile } from '../reading/callers'

/** p50, p95, p99: of answered calls, in ms. late: how long after its time an act of the open loop began, in ms. */
export type Window = {
  fromS: number
  toS: number
  calls: number
  answered: number
  p50: number
  p95: number
  p99: number
  max: number
  reportP99: number
  lateP99: number
  lateMax: number
  cpuMs: { cloud: number; functions: number; phones: number; machine: number }
  bytes: number
}

const at = (values: readonly number[], share: number): number => (values.length ? quantile(values, share) : 0)

export class Watch {
  /** 'reader/reading.report internal' → how often; without those that went well. */
  readonly errors: Record<string, number> = {}
  readonly actions: Record<string, number> = {}
  private taken: number[] = []
  private reports: number[] = []
  private late: number[] = []
  private lateMax = 0
  private calls = 0
  totalCalls = 0

  answered(action: string, ms: number): void {
    this.count(action)
    this.taken.push(ms)
    if (action === 'reader/reading.report') this.reports.push(ms)
  }

  failed(action: string, code: string): void {
    this.count(action)
    const name = `${action} ${code}`
    this.errors[name] = (this.errors[name] ?? 0) + 1
  }

  lateBy(ms: number): void {
    this.lateMax = Math.max(this.lateMax, ms)
    this.late.push(ms)
  }

  /** What happened since the last time it was asked. */
  take(): Omit<Window, 'fromS' | 'toS' | 'cpuMs' | 'bytes'> {
    const { taken, reports, late, calls, lateMax } = this
    Object.assign(this, { taken: [], reports: [], late: [], calls: 0, lateMax: 0 })
    return {
      ...{ calls, answered: taken.length, p50: at(taken, 0.5), p95: at(taken, 0.95), p99: at(taken, 0.99) },
      ...{ max: at(taken, 1), reportP99: at(reports, 0.99), lateP99: at(late, 0.99), lateMax },
    }
  }

  /** By code alone. */
  get codes(): Record<string, number> {
    const codes: Record<string, number> = {}
    for (const [name, n] of Object.entries(this.errors)) {
      const code = name.split(' ')[1] ?? ''
      codes[code] = (codes[code] ?? 0) + n
    }
    return codes
  }

  private count(action: string): void {
    this.calls += 1
    this.totalCalls += 1
    this.actions[action] = (this.actions[action] ?? 0) + 1
  }
}
