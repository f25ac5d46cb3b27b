// How a figure is told: a table for people, then one JSON line per metric for machines.
import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'

export type Goal = { atMost: number } | { atLeast: number }

/**
 * value: what was measured, in `unit`. anchor: the baseline's figure in the same run. A metric without a goal is told and never
 * missed; `ok` may be given where the goal is more than a bound (order kept, bytes identical).
 */
export type Metric = {
  metric: string
  value: number
  unit: string
  goal?: Goal
  anchor?: number
  ok?: boolean
}

/** One line as performance.md asks for it. */
type Told = {
  bench: string
  metric: string
  value: number
  unit: string
  goal: string | null
  anchor: number | null
  ok: boolean | null
}

const rounded = (n: number): number => (Number.isInteger(n) ? n : Number(n.toPrecision(4)))

const meets = (value: number, goal: Goal): boolean => ('atMost' in goal ? value <= goal.atMost : value >= goal.atLeast)

const word = (goal: Goal): string => ('atMost' in goal ? `≤ ${rounded(goal.atMost)}` : `≥ ${rounded(goal.atLeast)}`)

export const tell = (bench: string, metric: Metric): Told => ({
  bench,
  metric: metric.metric,
  value: rounded(metric.value),
  unit: metric.unit,
  goal: metric.goal ? word(metric.goal) : null,
  anchor: metric.anchor === undefined ? null : rounded(metric.anchor),
  ok: metric.ok ?? (metric.goal ? meets(metric.value, metric.goal) : null),
})

const HEAD = ['metric', 'value', 'unit', 'goal', 'anchor', '']

const mark = (ok: boolean | null): string => (ok === null ? '' : ok ? 'ok' : 'missed')

/** Columns as wide as their widest cell. */
export const layOut = (rows: readonly (readonly string[])[]): string => {
  const width = (column: number): number => Math.max(...rows.map((row) => (row[column] ?? '').length))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => cell.padEnd(width(i)))
      .join('  ')
      .trimEnd()
  return rows.map(line).join('\n')
}

export const tableOf = (told: readonly Told[]): string =>
  layOut([
    HEAD,
    ...told.map((each) => [
      each.metric,
      String(each.value),
      each.unit,
      each.goal ?? '',
      each.anchor === null ? '' : String(each.anchor),
      mark(each.ok),
    ]),
  ])

const commit = (): string => {
  try {
    const id = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
    const changed = execFileSync('git', ['status', '--porcelain', '--untracked-files=no'], { encoding: 'utf8' }) !== ''
    return changed ? `${id} with changes` : id
  } catch {
    return 'unknown'
  }
}

/** Machine, date, commit and command: without them a figure says nothing. */
export const headOf = (command: string): string => {
  const [first] = cpus()
  const machine = `${cpus().length} × ${first?.model ?? 'unknown'}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}`
  return `${command}\n${machine} · ${new Date().toISOString().slice(0, 16)}Z · ${commit()}`
}

/** The middle of `rounds`; of an even number the lower one. */
export const median = (rounds: readonly number[]): number => {
  const sorted = [...rounds].sort((a, b) => a - b)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  if (middle === undefined) throw new Error('the median of nothing')
  return middle
}
