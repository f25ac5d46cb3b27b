// A plan as an operator reads it: what is made (+), changed (~), taken away (-), and why. Never a value of a setting.
import { wordIndex } from './plan-database'
import { isDestructive, type Plan, type Step } from './state'

const PATHS_SHOWN = 5

const signOf = (step: Step): string => {
  if (isDestructive(step)) return '-'
  return /^(create|open|upload)/.test(step.do) ? '+' : '~'
}

const wordPaths = (paths: readonly string[]): string =>
  paths.length > PATHS_SHOWN ? `${paths.slice(0, PATHS_SHOWN).join(' ')} … ${paths.length} in all` : paths.join(' ')

const objectOf = (step: Step): string => {
  if ('index' in step) return `${step.of}.${wordIndex(step.index)}`
  if ('timer' in step) return `${step.of} ${step.timer.name} "${step.timer.config}"`
  if ('paths' in step) return wordPaths(step.paths)
  return 'path' in step ? `${step.path} → ${step.of}` : step.of
}

export const wordStep = (step: Step): string => `${signOf(step)} ${step.do} ${objectOf(step)}  (${step.why})`

/** Many of a kind for many collections say the same: one line with their number. */
const FOLDED: readonly Step['do'][] = ['create collection', 'close collection', 'create index']
const FOLD_FROM = 8

const wordSteps = (steps: readonly Step[]): string[] => {
  const folded = FOLDED.filter((kind) => steps.filter((step) => step.do === kind).length >= FOLD_FROM)
  const sums = folded.map((kind) => {
    const all = steps.filter((step) => step.do === kind)
    const names = [...new Set(all.map(({ of }) => of))]
    return `${kind.startsWith('create') ? '+' : '~'} ${kind} × ${all.length}: ${wordPaths(names)}  (${all[0]?.why})`
  })
  return [...sums, ...steps.filter((step) => !folded.includes(step.do)).map(wordStep)]
}

export const wordPlan = (plan: Plan, all = false): string[] => {
  const { steps, held, stops, notes } = plan
  return [
    ...(steps.length ? (all ? steps.map(wordStep) : wordSteps(steps)) : ['Nothing to do.']),
    ...(held.length ? ['', 'Only with --destructive:', ...held.map(wordStep)] : []),
    ...(notes.length ? ['', ...notes.map((note) => `  ${note}`)] : []),
    ...(stops.length ? ['', 'Cannot be applied:', ...stops.map((stop) => `! ${stop}`)] : []),
  ]
}
