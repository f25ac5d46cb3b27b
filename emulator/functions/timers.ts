// When do timers run? Tencent's seven-field cron `s m h D M W Y` in UTC+8; a timer has no caller.
import { Cron } from 'croner'
import type { Clock } from '../clock'
import { invalidParam } from '../errors'
import type { FunctionConfig, TimerTrigger } from '../options'
import { timerCaller } from './context'
import type { FunctionHost } from './host'

/** A longer wait is taken in steps: setTimeout knows no more than 2^31 ms. */
const WAIT_MAX_MS = 3_600_000

/** Tencent counts Sunday as 0 and takes seven fields only. */
export const parseTimer = (config: string): Cron => {
  if (config.trim().split(/\s+/).length !== 7) throw invalidParam(`a timer needs seven fields, got "${config}"`)
  return new Cron(config, { timezone: 'Asia/Shanghai', mode: '7-part', paused: true })
}

const eventOf = (trigger: TimerTrigger, at: number): object => ({
  Type: 'Timer',
  TriggerName: trigger.name,
  Time: new Date(at).toISOString(),
  Message: '',
})

export const fire = async (host: FunctionHost, name: string, triggerName?: string): Promise<unknown> => {
  const triggers = host.config(name).triggers ?? []
  const trigger = triggerName ? triggers.find((t) => t.name === triggerName) : triggers[0]
  if (!trigger) throw invalidParam(`function ${name} has no timer ${triggerName ?? ''}`)
  return JSON.parse(await host.call(name, eventOf(trigger, host.clock.now()), timerCaller()))
}

type Planned = { readonly name: string; readonly trigger: string; readonly cron: Cron; busy: boolean }

const dueAfter = ({ cron }: Planned, at: number): number => cron.nextRun(new Date(at))?.getTime() ?? Infinity

/** Every timer of every function, by the cloud's clock. One that is still running is not started again. */
export class Timers {
  private readonly planned: readonly Planned[]
  private wait: NodeJS.Timeout | undefined
  private seenUntil: number

  constructor(
    private readonly host: FunctionHost,
    private readonly clock: Clock,
    functions: readonly FunctionConfig[],
  ) {
    this.planned = functions.flatMap(({ name, triggers = [] }) =>
      triggers.map((trigger) => ({ name, trigger: trigger.name, cron: parseTimer(trigger.config), busy: false })),
    )
    this.seenUntil = clock.now()
    this.plan()
  }

  stop(): void {
    clearTimeout(this.wait)
  }

  /** Moves the clock; on the way forward everything that falls due runs in its order, each at its own instant. */
  async moveTo(at: number): Promise<void> {
    this.stop()
    for (let next = this.nextDue(); next <= at; next = this.nextDue()) {
      this.clock.set(next)
      await Promise.all(this.startDue())
    }
    this.jumpTo(at)
  }

  /** Sets the clock; what falls due on the way does not run, as if nobody had been there. */
  jumpTo(at: number): void {
    this.stop()
    this.clock.set(at)
    this.seenUntil = at
    this.plan()
  }

  private nextDue(): number {
    return Math.min(...this.planned.map((one) => dueAfter(one, this.seenUntil)))
  }

  private startDue(): Promise<void>[] {
    const [from, now] = [this.seenUntil, this.clock.now()]
    this.seenUntil = now
    return this.planned.filter((one) => dueAfter(one, from) <= now && !one.busy).map((one) => this.run(one))
  }

  private async run(one: Planned): Promise<void> {
    one.busy = true
    try {
      await fire(this.host, one.name, one.trigger)
    } catch (error) {
      console.error(`timer ${one.name}/${one.trigger}:`, error)
    }
    one.busy = false
  }

  private plan(): void {
    const next = this.nextDue()
    if (next === Infinity) return
    const waitMs = Math.min(Math.max(0, next - this.clock.now()), WAIT_MAX_MS)
    this.wait = setTimeout(() => {
      this.startDue()
      this.plan()
    }, waitMs).unref()
  }
}
