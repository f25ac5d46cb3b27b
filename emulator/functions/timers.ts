// When do timers run? Tencent's seven-field cron `s m h D M W Y` in UTC+8; a timer has no caller.
import { Cron } from 'croner'
import { invalidParam } from '../errors'
import type { FunctionConfig, TimerTrigger } from '../options'
import { timerCaller } from './context'
import type { FunctionHost } from './host'

/** Tencent counts Sunday as 0 and takes seven fields only. */
export const parseTimer = (config: string): Cron => {
  if (config.trim().split(/\s+/).length !== 7) throw invalidParam(`a timer needs seven fields, got "${config}"`)
  return new Cron(config, { timezone: 'Asia/Shanghai', mode: '7-part', paused: true })
}

const eventOf = (trigger: TimerTrigger): object => ({
  Type: 'Timer',
  TriggerName: trigger.name,
  Time: new Date().toISOString(),
  Message: '',
})

export const fire = async (host: FunctionHost, name: string, triggerName?: string): Promise<unknown> => {
  const triggers = host.config(name).triggers ?? []
  const trigger = triggerName ? triggers.find((t) => t.name === triggerName) : triggers[0]
  if (!trigger) throw invalidParam(`function ${name} has no timer ${triggerName ?? ''}`)
  return JSON.parse(await host.call(name, eventOf(trigger), timerCaller()))
}

/** Schedules every timer; the returned function stops them. */
export const startTimers = (host: FunctionHost, functions: readonly FunctionConfig[]): (() => void) => {
  const jobs = functions.flatMap(({ name, triggers }) =>
    (triggers ?? []).map((trigger) => {
      parseTimer(trigger.config).stop()
      const options = { timezone: 'Asia/Shanghai', mode: '7-part', unref: true, protect: true } as const
      return new Cron(trigger.config, options, async () => {
        try {
          await fire(host, name, trigger.name)
        } catch (error) {
          console.error(`timer ${name}/${trigger.name}:`, error)
        }
      })
    }),
  )
  return () => {
    for (const job of jobs) job.stop()
  }
}
