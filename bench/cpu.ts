// How much processor time have a process and all its children taken? From /proc, so on Linux only.
import { readdirSync, readFileSync } from 'node:fs'

const TICK_MS = 10 // the kernel counts in hundredths of a second (USER_HZ)

type Stat = { pid: number; parent: number; ticks: number }

/** Field numbers are those of proc(5); the name in field 2 may hold spaces and brackets. */
const statOf = (pid: number): Stat | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const field = (number: number): number => Number(fields[number - 3])
    // 14–17: user and system of itself, and of children that have ended and been waited for
    return { pid, parent: field(4), ticks: field(14) + field(15) + field(16) + field(17) }
  } catch {
    return null // it has ended
  }
}

/** User and system time in ms of `root` and everything below it; steps of 10 ms. 0 when it has ended. */
export const cpuOfTreeMs = (root: number): number => {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat !== null)
  const below = new Map<number, Stat[]>()
  for (const stat of all) below.set(stat.parent, [...(below.get(stat.parent) ?? []), stat])
  const sum = (stat: Stat): number => (below.get(stat.pid) ?? []).reduce((n, child) => n + sum(child), stat.ticks)
  const top = all.find((stat) => stat.pid === root)
  return top ? sum(top) * TICK_MS : 0
}

/** User and system time in ms of this process alone; steps of 1 µs. */
export const cpuOfSelfMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
