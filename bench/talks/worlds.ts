// Which other worlds is the rule tried in? One with every number shaken, and some where one assumption is worse for us.
import { chanceOf } from './chance'
import { WORLD_A, type World } from './world.data'

type Numbers = { [key: string]: number | Numbers }

const change = (of: Numbers, each: (n: number, path: string) => number, path = ''): Numbers =>
  Object.fromEntries(
    Object.entries(of).map(([key, value]) => {
      const at = path ? `${path}.${key}` : key
      return [key, typeof value === 'number' ? each(value, at) : change(value, each, at)]
    }),
  )

const SHAKEN = 0.3

/** Every number times something from 0.7 to 1.3, by seed: nobody chose them. Counts of days stay whole, chances below 1. */
export const shake = (world: World, seed: number): World => {
  let nth = 0
  const shaken = change(world as Numbers, (n) => {
    const m = n * chanceOf(seed, ++nth).between(1 - SHAKEN, 1 + SHAKEN)
    if (Number.isInteger(n) && n >= 2) return Math.max(1, Math.round(m))
    return n < 1 ? Math.min(0.95, m) : m
  })
  return shaken as World
}

/** Times so much, everywhere in the table of kinds. */
const kinds = (by: Partial<Record<keyof World['kinds']['quiet'], (n: number) => number>>): World => ({
  ...WORLD_A,
  kinds: Object.fromEntries(
    Object.entries(WORLD_A.kinds).map(([name, kind]) => [
      name,
      Object.fromEntries(
        Object.entries(kind).map(([key, n]) => [key, by[key as keyof typeof kind]?.(n) ?? n]),
      ) as typeof kind,
    ]),
  ) as World['kinds'],
})

const halfWayToOne = (n: number): number => 1 + (n - 1) / 2

export const WORSE: Record<string, World> = {
  'as it is': WORLD_A,
  'people differ twice as much (response to noise × 2)': {
    ...WORLD_A,
    spread: 2 * WORLD_A.spread,
    toleranceSpread: 2 * WORLD_A.toleranceSpread,
  },
  'twice as much reading out of curiosity': kinds({ readsADay: (n) => 2 * n, needReads: halfWayToOne }),
  'interest half as visible': {
    ...kinds({ needReads: halfWayToOne }),
    need: { ...WORLD_A.need, focus: WORLD_A.need.focus / 2 },
    read: { ...WORLD_A.read, inNeed: 0.55, againInNeed: 0.12 },
  },
  'interest not visible in reading': {
    ...kinds({ needReads: () => 1 }),
    need: { ...WORLD_A.need, focus: 0 },
    read: { ...WORLD_A.read, inNeed: WORLD_A.read.curious, againInNeed: WORLD_A.read.again },
  },
  'two of three never agree': { ...WORLD_A, consent: { ...WORLD_A.consent, never: 0.67 } },
  'nothing is noted of what customers say': { ...WORLD_A, signal: { ...WORLD_A.signal, noted: 0 } },
  'what is talked about does not matter': { ...WORLD_A, deal: { ...WORLD_A.deal, offTopic: 1 } },
  'people bear three times as much': kinds({ tolerance: (n) => 3 * n }),
}
