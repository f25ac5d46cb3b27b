// `npm run bench -- <bench> [--only part,part] [--10m] [--minutes 120]`: measures, tells, and fails only when it could not measure.
import { circlesParts } from './circles'
import { imagesParts } from './images'
import { pageParts } from './page'
import type { Asked, Part } from './part'
import { readingParts } from './reading'
import { headOf, type Metric, tableOf, tell } from './report'
import { rosterParts } from './roster'
import { scaleParts } from './scale'
import { soakParts } from './soak'
import { spreadParts } from './spread'
import { talksParts } from './talks'
import { variantsParts } from './variants'
import { workParts } from './work'

const benches: Record<string, readonly Part[]> = {
  reading: readingParts,
  variants: variantsParts,
  images: imagesParts,
  talks: talksParts,
  work: workParts,
  roster: rosterParts,
  spread: spreadParts,
  circles: circlesParts,
  scale: scaleParts,
  soak: soakParts,
  page: pageParts,
}

const pick = (parts: readonly Part[], only: string | undefined): readonly Part[] => {
  if (only === undefined) return parts
  const names = only.split(',')
  const unknown = names.filter((name) => !parts.some((part) => part.name === name))
  if (unknown.length > 0)
    throw new Error(`no part ${unknown.join(', ')}; there are ${parts.map((p) => p.name).join(', ')}`)
  return parts.filter((part) => names.includes(part.name))
}

const say = (line: string): void => console.log(line)

const measure = async (bench: string, parts: readonly Part[], asked: Omit<Asked, 'say'>): Promise<boolean> => {
  const metrics: Metric[] = []
  let whole = true
  for (const part of parts) {
    say(`\n# ${part.name}`)
    try {
      const measured = await part.run({ ...asked, say })
      metrics.push(...measured.map((each) => ({ ...each, metric: `${part.name}.${each.metric}` })))
    } catch (error) {
      whole = false
      console.error(`${part.name} could not be measured:`, error)
    }
  }
  const told = metrics.map((metric) => tell(bench, metric))
  say(`\n${tableOf(told)}\n`)
  for (const each of told) say(JSON.stringify(each))
  return whole
}

const minutesOf = (args: readonly string[]): { minutes?: number } => {
  const at = args.indexOf('--minutes')
  if (at < 0) return {}
  const minutes = Number(args[at + 1])
  if (!(minutes > 0)) throw new Error('--minutes needs a number')
  return { minutes }
}

export const runBench = async (args: readonly string[]): Promise<boolean> => {
  const [bench = ''] = args
  const parts = benches[bench]
  if (!parts) throw new Error(`which bench? ${Object.keys(benches).join(', ')}`)
  const at = args.indexOf('--only')
  const chosen = pick(parts, at < 0 ? undefined : (args[at + 1] ?? ''))
  say(headOf(`npm run bench -- ${args.join(' ')}`))
  return measure(bench, chosen, { tenMillion: args.includes('--10m'), ...minutesOf(args) })
}
