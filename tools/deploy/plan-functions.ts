// Which functions are to be made, changed, kept for the way back, timed?
import type { Found, FunctionState, Step, Timer, Wanted, WantedFunction } from './state'

/** What is set there and not here stays: an operator without a key at hand must not erase it. */
export const mergedEnv = (wanted: WantedFunction, found: FunctionState | undefined): Record<string, string> => ({
  ...found?.env,
  ...wanted.env,
})

/** Names alone: values are nobody's business here. */
const changedEnv = (wanted: WantedFunction, { env }: FunctionState): string[] =>
  env === null ? [] : Object.keys(wanted.env).filter((name) => env[name] !== wanted.env[name])

const settingsOf = (wanted: WantedFunction, found: FunctionState): string[] => [
  ...(wanted.memorySize === found.memorySize ? [] : [`${found.memorySize} MB becomes ${wanted.memorySize} MB`]),
  ...(wanted.timeout === found.timeout ? [] : [`${found.timeout} s becomes ${wanted.timeout} s`]),
  ...changedEnv(wanted, found).map(
    (name) => `${name} ${found.env?.[name] === undefined ? 'is new' : 'has another value'}`,
  ),
]

const planTimers = (of: string, wanted: readonly Timer[], found: readonly Timer[]): Step[] =>
  wanted.flatMap((timer): Step[] => {
    const there = found.find(({ name }) => name === timer.name)
    if (!there) return [{ do: 'create timer', of, timer, why: 'jobs run by it' }]
    return there.config === timer.config ? [] : [{ do: 'replace timer', of, timer, why: `it is ${there.config}` }]
  })

const planChange = (wanted: WantedFunction, found: FunctionState): Step[] => {
  const { name: of } = wanted
  const isNewCode = found.code !== null && found.code !== wanted.code
  const settings = settingsOf(wanted, found)
  const isChanged = isNewCode || settings.length > 0
  // a version holds code and settings: what callers get now is what a way back leads to
  const keep: Step = { do: 'keep version', of, why: 'the way back leads to it' }
  const code: Step = { do: 'put code', of, why: found.code ? 'its code changed' : 'whose code is there is not known' }
  const put: Step = { do: 'put settings', of, why: settings.join(', ') || 'says which code is there' }
  return [
    ...(isChanged || found.route !== null ? [keep] : []),
    ...(isNewCode ? [code] : []),
    ...(isChanged ? [put] : []),
    ...planTimers(of, wanted.timers, found.timers),
    ...(found.route === null
      ? []
      : [{ do: 'route to latest', of, why: `callers get version ${found.route}` } as const]),
  ]
}

export const planFunctions = (wanted: Wanted, found: Found): Step[] =>
  wanted.functions.flatMap((one): Step[] => {
    const there = found.functions.find(({ name }) => name === one.name)
    return there ? planChange(one, there) : [{ do: 'create function', of: one.name, why: 'it is not there' }]
  })

export const staleTimers = (wanted: Wanted, found: Found): Step[] =>
  found.functions.flatMap(({ name: of, timers }) => {
    const ours = wanted.functions.find(({ name }) => name === of)
    if (!ours) return []
    return timers
      .filter((timer) => !ours.timers.some(({ name }) => name === timer.name))
      .map((timer): Step => ({ do: 'drop timer', of, timer, why: 'nothing of ours runs by it' }))
  })
