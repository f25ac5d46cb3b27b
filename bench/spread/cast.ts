// Who plays which part in the world: those to be found, and all who only look like them.
import { randomFrom } from '../reading/random'

export type Part = 'koc' | 'broadcaster' | 'lucky' | 'staff' | 'self' | 'ring' | 'sockpuppeteer' | 'sock' | 'couple'
/** with: whom she plays together with. reach: readers of one share, at the median. week: of her one stroke of luck. */
export type Plan = { part: Part; rep: number; with: number[]; reach: number; week: number }
/** Keys by part; koc: those to be found. */
export type Planted = Record<Part, string[]>

/** Of a rep's people the first so many may have a part. */
export const FRIENDS = 24
const RING = 8
const SOCKS = 12
const GROUPS: readonly { part: Part; groups: number; size: number }[] = [
  { part: 'koc', groups: 20, size: 1 },
  { part: 'broadcaster', groups: 60, size: 1 },
  { part: 'lucky', groups: 40, size: 1 },
  { part: 'staff', groups: 15, size: 3 },
  { part: 'self', groups: 40, size: 1 },
  { part: 'ring', groups: 15, size: RING },
  { part: 'sockpuppeteer', groups: 15, size: 1 + SOCKS },
  { part: 'couple', groups: 40, size: 2 },
]

/** crowd: so much of all parts but those to be found. */
type Asked = { people: number; reps: number; weeks: number; seed: number; crowd?: number }

/** Each group belongs to one rep; needs at least FRIENDS people a rep. */
export const castOf = ({
  people,
  reps,
  weeks,
  seed,
  crowd = 1,
}: Asked): { planted: Planted; plans: Map<number, Plan> } => {
  if (people < reps * (FRIENDS + 1)) throw new Error('too few people a rep')
  const random = randomFrom(seed + 1)
  const plans = new Map<number, Plan>()
  const used = new Map<number, number>()
  const planted: Planted = {
    ...{ koc: [], broadcaster: [], lucky: [], staff: [], self: [] },
    ...{ ring: [], sockpuppeteer: [], sock: [], couple: [] },
  }
  for (const { part, groups, size } of GROUPS)
    for (let n = 0; n < (part === 'koc' ? groups : groups * crowd); n++) {
      let rep = random.int(0, reps - 1)
      while ((used.get(rep) ?? 0) + size > FRIENDS) rep = (rep + 1) % reps
      const from = used.get(rep) ?? 0
      used.set(rep, from + size)
      const group = Array.from({ length: size }, (_, i) => rep + reps * (from + i))
      for (const [i, person] of group.entries()) {
        const isSock = part === 'sockpuppeteer' && i > 0
        const own: Part = isSock ? 'sock' : part
        const reach = part === 'lucky' ? random.between(60, 200) : random.between(5, 9)
        const others = isSock ? [] : group.filter((other) => other !== person)
        plans.set(person, { part: own, rep, with: others, reach, week: random.int(Math.floor(weeks / 2), weeks - 1) })
        planted[own].push(`rep${rep}.p${person}`)
      }
    }
  return { planted, plans }
}
