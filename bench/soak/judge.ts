// What does the soak say? Its goals, from the windows, the memory and the accounts.
import { type Metric, median } from '../report'
import type { Causes } from './causes'
import type { Checked } from './end'
import type { Injected } from './faults'
import type { Memory } from './memory'
import type { Watch, Window } from './watch'

/** MB an hour: above it a process would outgrow what it has within days (local cloud), or within one (256 MB of a function). */
const CLOUD_MB_H = 10
const FUNCTION_MB_H = 5
const P99_RATIO = 1.5
const CPU_SHARE = 0.4

/** What a phone may hear of faults that were put in, and of nothing else. */
const EXPECTED = new Set(['internal', 'conflict', 'unanswered', 'timeout', 'FUNCTION_INVOCATION_FAILED'])

export type Soaked = {
  windows: readonly Window[]
  memory: Memory
  watch: Watch
  injected: Injected
  causes: Causes
  checked: Checked
  unsent: number
  refused: number
  reports: number
  openings: number
  bytes: { before: number; after: number }
  broken: number
}

const none = { goal: { atMost: 0 } }

const memoryMetrics = (memory: Memory): Metric[] => {
  const slopes = Object.entries(memory.slopes())
  const of = (wanted: (name: string) => boolean) =>
    slopes.filter(([name]) => wanted(name)).sort(([, a], [, b]) => b.slope - a.slope)
  const told = (name: string, found: (typeof slopes)[number] | undefined, atMost?: number): Metric[] => {
    if (!found) return []
    const [, { slope, low, high, toMb }] = found
    return [
      { metric: `${name}-growth`, value: slope, unit: 'MB/h', ...(atMost !== undefined && { goal: { atMost } }) },
      { metric: `${name}-growth-low`, value: low, unit: 'MB/h' },
      { metric: `${name}-growth-high`, value: high, unit: 'MB/h' },
      { metric: `${name}-at-end`, value: toMb, unit: 'MB' },
    ]
  }
  const watched = of((name) => name.includes('#'))
  const [steepest] = watched
  return [
    // one that nobody watches could grow as it likes
    { metric: 'memory.functions-watched', value: watched.length, unit: 'processes', goal: { atLeast: 1 } },
    ...told('memory.cloud', of((name) => name === 'cloud')[0], CLOUD_MB_H),
    ...told('memory.cloud-heap', of((name) => name === 'cloud-heap')[0]),
    ...told('memory.all-functions', of((name) => name === 'functions')[0]),
    ...told('memory.steepest-function', steepest, FUNCTION_MB_H),
  ]
}

/** The middle of the last quarter's windows to that of the first, the first window left out: then everything was cold. */
const drift = (windows: readonly Window[], of: (window: Window) => number): { first: number; last: number } | null => {
  const warm = windows.slice(1)
  const quarter = Math.ceil(warm.length / 4)
  if (warm.length < 2) return null
  return { first: median(warm.slice(0, quarter).map(of)), last: median(warm.slice(-quarter).map(of)) }
}

const speedMetrics = (windows: readonly Window[]): Metric[] => {
  const cpu = ({ cpuMs, calls }: Window): number => (cpuMs.cloud + cpuMs.functions) / Math.max(1, calls)
  const seconds = windows.reduce((sum, { fromS, toS }) => sum + toS - fromS, 0)
  const spent = windows.reduce((sum, { cpuMs }) => sum + cpuMs.cloud + cpuMs.functions + cpuMs.phones, 0)
  const ratio = (metric: string, unit: string, of: (window: Window) => number, goal?: number): Metric[] => {
    const found = drift(windows, of)
    if (!found || found.first === 0) return []
    return [
      { metric: `${metric}-last-quarter`, value: found.last, unit, anchor: found.first },
      {
        metric: `${metric}-last-to-first`,
        value: found.last / found.first,
        unit: '×',
        ...(goal && { goal: { atMost: goal } }),
      },
    ]
  }
  return [
    ...ratio('p99', 'ms', ({ p99 }) => p99, P99_RATIO),
    ...ratio('p50', 'ms', ({ p50 }) => p50),
    ...ratio('reports-p99', 'ms', ({ reportP99 }) => reportP99),
    ...ratio('cpu', 'ms per call', cpu),
    ...ratio(
      'machine',
      'of one core, whoever used it',
      ({ cpuMs, fromS, toS }) => cpuMs.machine / ((toS - fromS) * 1000),
    ),
    { metric: 'late-p99', value: Math.max(...windows.map(({ lateP99 }) => lateP99)), unit: 'ms' },
    { metric: 'late-max', value: Math.max(...windows.map(({ lateMax }) => lateMax)), unit: 'ms' },
    { metric: 'cpu-share', value: spent / (seconds * 1000), unit: 'of one core', goal: { atMost: CPU_SHARE } },
  ]
}

const truthMetrics = ({ checked, unsent, refused, broken }: Soaked): Metric[] => {
  const { held, readings, recount, notes, shares, wrongConsents } = checked
  const count = (metric: string, value: number, unit: string): Metric => ({ metric, value, unit, ...none })
  return [
    count('lost', held.lost.length, 'readings'),
    count('beyond-what-was-sent', held.beyond.length, 'readings'),
    count('sent-by-nobody', held.strange.length, 'readings'),
    count('not-equal-at-the-end', held.unequal.length, 'readings'),
    count('refused-for-good', refused, 'reports'),
    count('phones-left-waiting', unsent, 'phones'),
    {
      metric: 'acknowledged',
      value: readings.ackedMs / 3_600_000,
      unit: 'h read',
      anchor: readings.accountMs / 3_600_000,
    },
    count('stored-less-account', Math.abs(readings.storedMs - readings.accountMs), 'ms'),
    count('sums-less-account', Math.abs(readings.sumsMs - readings.accountMs), 'ms'),
    count('sums-less-readings', Math.abs(readings.sums - readings.stored), 'readings'),
    count('recount-differences', recount.length, 'lines'),
    count('wrong-consents', wrongConsents, 'consents'),
    count('notes-lost', notes.lost, 'notes'),
    count('notes-twice-or-missing', notes.unequal, 'notes'),
    count('notes-outliving-their-contact', notes.outliving, 'notes'),
    count('contacts-lost', notes.contactsLost, 'contacts'),
    { metric: 'notes-gone-with-a-consent', value: notes.withConsent, unit: 'notes' },
    count('shares-lost', shares.lost, 'shares'),
    count('phones-broken', broken, 'phones'),
  ]
}

const faultMetrics = ({ watch, injected, causes }: Soaked): Metric[] => {
  const { codes, totalCalls } = watch
  const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((n, one) => n + one, 0)
  const strange = Object.entries(codes).filter(([code]) => !EXPECTED.has(code))
  return [
    { metric: 'calls', value: totalCalls, unit: 'calls' },
    { metric: 'calls-that-failed', value: sum(codes) / Math.max(1, totalCalls), unit: 'of all' },
    { metric: 'faults-put-in', value: sum(injected), unit: 'faults' },
    { metric: 'codes-not-put-in', value: sum(Object.fromEntries(strange)), unit: 'calls', ...none },
    { metric: 'causes-not-put-in', value: sum(causes.foreign), unit: 'errors in logs', ...none },
  ]
}

export const judge = (soaked: Soaked): Metric[] => {
  const { windows, memory, bytes, checked, openings, reports } = soaked
  const hours = windows.reduce((sum, { fromS, toS }) => sum + toS - fromS, 0) / 3600
  const grown = bytes.after - bytes.before
  return [
    { metric: 'minutes', value: hours * 60, unit: 'min' },
    { metric: 'openings', value: openings, unit: 'articles' },
    { metric: 'reports', value: reports, unit: 'reports' },
    ...truthMetrics(soaked),
    ...memoryMetrics(memory),
    ...speedMetrics(windows),
    ...faultMetrics(soaked),
    { metric: 'database-growth', value: grown / 1e6 / hours, unit: 'MB/h' },
    { metric: 'database-per-reading', value: grown / Math.max(1, checked.readings.stored), unit: 'B' },
  ]
}
