// How much memory do the local cloud and each function's process hold? From /proc, so on Linux only.
import { readdirSync, readFileSync } from 'node:fs'
import { mediansBy, type Point, type Slope, slopeOf } from './slope'

const PAGE_BYTES = 4096
const MB = 1024 * 1024
const HOUR_S = 3600
const MINUTE_S = 60

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // it has ended
  }
}

const residentMb = (pid: number): number => (Number(textOf(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * PAGE_BYTES) / MB

const childrenOf = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`)
    .flatMap((task) => textOf(`/proc/${pid}/task/${task}/children`).trim().split(' '))
    .filter(Boolean)
    .map(Number)

/** Which function it runs: the folder of its bundle. */
const functionOf = (pid: number): string | null =>
  /\/([a-z]+)\/index\.js\0/.exec(textOf(`/proc/${pid}/cmdline`))?.[1] ?? null

/** MB by process, in the order of their start: cloud, reader#pid, … x in seconds since the first sample. */
export class Memory {
  readonly samples = new Map<string, Point[]>()

  constructor(private readonly cloudPid: number) {}

  sample(x: number, heapMb: number): void {
    this.add('cloud', x, residentMb(this.cloudPid))
    this.add('cloud-heap', x, heapMb)
    let functions = 0
    for (const pid of childrenOf(this.cloudPid)) {
      const name = functionOf(pid)
      if (name === null) continue
      const mb = residentMb(pid)
      functions += mb
      this.add(`${name}#${pid}`, x, mb)
    }
    this.add('functions', x, functions)
  }

  /** MB per hour over the last three quarters of the run, by the medians of each minute; those that lived through them. */
  slopes(): Record<string, Slope & { fromMb: number; toMb: number }> {
    const end = this.samples.get('cloud')?.slice(-1)[0]?.x ?? 0
    const [from, step] = [end / 4, Math.min(MINUTE_S, end / 24)]
    const slopes: Record<string, Slope & { fromMb: number; toMb: number }> = {}
    for (const [name, points] of this.samples) {
      const [first, last] = [points[0], points[points.length - 1]]
      if (!first || !last || first.x > from + step || last.x < end - step) continue
      const medians = mediansBy(
        points.filter(({ x }) => x >= from),
        step,
      )
      if (medians.length < 3) continue
      const { slope, low, high } = slopeOf(medians)
      const hourly = { slope: slope * HOUR_S, low: low * HOUR_S, high: high * HOUR_S }
      slopes[name] = { ...hourly, fromMb: medians[0]?.y ?? 0, toMb: medians[medians.length - 1]?.y ?? 0 }
    }
    return slopes
  }

  private add(name: string, x: number, y: number): void {
    const points = this.samples.get(name) ?? []
    this.samples.set(name, points)
    points.push({ x, y })
  }
}
