// Is a feature that is let out in stages on for this one? The same answer each time, and wider stages only add.
import { FLAGS, type FlagName, type Stage } from './flags.data'
import { hash32 } from './variant/hash'

export type Stages = Readonly<Partial<Record<FlagName, Stage>>>
/** As a deployment writes them: `end-polls=20%` or `end-polls=store-a,store-b`, parted by `;`. */
export type ReadStages = { ok: true; stages: Stages } | { ok: false; fault: string }

/** Every flag off, whatever it says itself. */
export const nothingOut = (): Stages => {
  const stages: Partial<Record<FlagName, Stage>> = {}
  for (const name of Object.keys(FLAGS)) stages[name as FlagName] = { ids: [] }
  return stages
}

const ID = /^[\w.-]{1,64}$/
const PERCENT = /^(\d{1,3})%$/

const isFlag = (name: string): name is FlagName => Object.hasOwn(FLAGS, name)

const readStage = (written: string): Stage | null => {
  const percent = PERCENT.exec(written)
  if (percent) return Number(percent[1]) <= 100 ? { percent: Number(percent[1]) } : null
  const ids = written.split(',').map((id) => id.trim())
  return ids.every((id) => ID.test(id)) ? { ids } : null
}

export const readStages = (text: string): ReadStages => {
  const no = (fault: string): ReadStages => ({ ok: false, fault })
  const stages: Partial<Record<FlagName, Stage>> = {}
  for (const part of text.split(';').map((one) => one.trim())) {
    if (part === '') continue
    const [name = '', written = '', ...rest] = part.split('=').map((one) => one.trim())
    if (!isFlag(name)) return no(`no flag is called “${name}”; there are: ${Object.keys(FLAGS).join(', ')}`)
    if (stages[name]) return no(`${name} is said twice`)
    const stage = rest.length ? null : readStage(written)
    if (!stage) return no(`${name} takes a share such as 20%, or ids parted by commas, not “${written}”`)
    stages[name] = stage
  }
  return { ok: true, stages }
}

/** id: whom it is asked for, such as a store; null: nobody knows, and it is on only where it is on for all. */
export const isOn = (flag: FlagName, stages: Stages, id: string | null): boolean => {
  const stage: Stage = stages[flag] ?? FLAGS[flag].unset
  if ('ids' in stage) return id !== null && stage.ids.indexOf(id) >= 0
  if (stage.percent >= 100 || id === null) return stage.percent >= 100
  return hash32(`${flag}/${id}`) % 100 < stage.percent
}
