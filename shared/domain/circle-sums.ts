// What do circles look like from afar? Everything here counts contacts, so that one bound on small counts hides them all.
import { type CircleFacts, LEVELS } from './circle'
import { fanScoreOf, isFan } from './circle-fan'
import { hourOf } from './day'
import { toShown } from './work-number'

export type Counts = Record<string, number>
/** hours: by the part of the day (three hours, by its first) in which she reads most. */
export type CircleCell = {
  people: number
  fans: number
  levels: Counts
  hours: Counts
  informed: Counts
  relations: Counts
  values: Counts
  tastes: Counts
  topics: Counts
}
/** circles: by slot. sets: by all the slots that somebody is in, '3_7'; '-' for none. */
export type CircleSums = { people: number; circles: Record<string, CircleCell>; sets: Counts }

export const NO_CIRCLE = '-'
export const PART_HOURS = 3

export const noCircleSums = (): CircleSums => ({ people: 0, circles: {}, sets: {} })
const noCell = (): CircleCell => ({
  ...{ people: 0, fans: 0, levels: {}, hours: {}, informed: {}, relations: {}, values: {}, tastes: {}, topics: {} },
})

const add = (counts: Counts, name: string | null, n = 1): void => {
  if (name !== null) counts[name] = (counts[name] ?? 0) + n
}

/** The part of the day she reads in most; the earlier of two alike. */
const readsAt = (times: readonly number[]): string | null => {
  const counts = new Map<number, number>()
  for (const at of times) {
    const from = hourOf(at) - (hourOf(at) % PART_HOURS)
    counts.set(from, (counts.get(from) ?? 0) + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return best ? `h${best[0]}` : null
}

const INFORMED = 'informed-by:'

export const setNameOf = (slots: readonly number[]): string => (slots.length ? slots.join('_') : NO_CIRCLE)
export const slotsOfSet = (name: string): number[] => (name === NO_CIRCLE ? [] : name.split('_').map(Number))

/** Adds in place. slots: in order. */
export const addContact = (sums: CircleSums, facts: CircleFacts, slots: readonly number[], now: number): void => {
  sums.people++
  add(sums.sets, setNameOf(slots))
  const hour = readsAt(facts.events.read)
  const fan = isFan(fanScoreOf(facts, now)) ? 1 : 0
  for (const slot of slots) {
    const cell = sums.circles[`s${slot}`] ?? noCell()
    sums.circles[`s${slot}`] = cell
    cell.people++
    cell.fans += fan
    add(cell.levels, LEVELS[facts.level] ?? null)
    add(cell.hours, hour)
    add(cell.relations, facts.relation)
    add(cell.values, facts.value)
    add(cell.tastes, facts.taste)
    for (const topic of facts.topics) add(cell.topics, topic)
    for (const answer of facts.answers) if (answer.startsWith(INFORMED)) add(cell.informed, answer)
  }
}

const addAll = (to: Counts, more: Counts): void => {
  for (const [name, n] of Object.entries(more)) add(to, name, n)
}

/** Adds in place. */
export const addCircleSums = (to: CircleSums, more: CircleSums): CircleSums => {
  to.people += more.people
  addAll(to.sets, more.sets)
  for (const [slot, { people, fans, ...counts }] of Object.entries(more.circles)) {
    const cell = to.circles[slot] ?? noCell()
    to.circles[slot] = cell
    cell.people += people
    cell.fans += fans
    for (const name of Object.keys(counts) as (keyof typeof counts)[]) addAll(cell[name], counts[name])
  }
  return to
}

const takeAll = (from: Counts, less: Counts): void => {
  for (const [name, n] of Object.entries(less)) {
    const left = (from[name] ?? 0) - n
    if (left > 0) from[name] = left
    else delete from[name]
  }
}

/** Takes away in place what was added before; nothing falls below nothing, and what is nobody's is no longer named. */
export const takeCircleSums = (from: CircleSums, less: CircleSums): CircleSums => {
  from.people = Math.max(0, from.people - less.people)
  takeAll(from.sets, less.sets)
  for (const [slot, { people, fans, ...counts }] of Object.entries(less.circles)) {
    const cell = from.circles[slot]
    if (!cell) continue
    cell.people -= people
    cell.fans = Math.max(0, cell.fans - fans)
    for (const name of Object.keys(counts) as (keyof typeof counts)[]) takeAll(cell[name], counts[name])
    if (cell.people <= 0) delete from.circles[slot]
  }
  return from
}

/** UpSet: who is in exactly these circles, the most first; what may not be shown is not among them. */
export const overlapsOf = ({ sets }: CircleSums, most: number): { slots: number[]; people: number }[] =>
  Object.entries(sets)
    .flatMap(([name, n]) => {
      const people = toShown(n)
      return name === NO_CIRCLE || people === 'few' || people === 0 ? [] : [{ slots: slotsOfSet(name), people }]
    })
    .sort(
      (a, b) => b.people - a.people || a.slots.length - b.slots.length || (a.slots.join() < b.slots.join() ? -1 : 1),
    )
    .slice(0, most)

export type Gap = { topic: string; people: number; posts: number; share: number; postShare: number }
/** Asked for this much more than it is written about. */
const GAP_MIN = 0.05

/**
 * 想看的, 我们没发的: topics that a share of the circle cares about, against their share of what was published. Shares are of
 * what may be shown; the widest gap first.
 */
export const gapsOf = (cell: CircleCell, published: ReadonlyMap<string, number>): Gap[] => {
  const [people, posts] = [toShown(cell.people), [...published.values()].reduce((sum, n) => sum + n, 0)]
  if (people === 'few' || people === 0) return []
  return Object.entries(cell.topics)
    .flatMap(([topic, n]) => {
      const wanting = toShown(n)
      if (wanting === 'few' || wanting === 0) return []
      const written = published.get(topic) ?? 0
      return [
        {
          ...{ topic, people: wanting, posts: written, share: Math.min(1, wanting / people) },
          postShare: posts > 0 ? written / posts : 0,
        },
      ]
    })
    .filter(({ share, postShare }) => share - postShare >= GAP_MIN)
    .sort((a, b) => b.share - b.postShare - (a.share - a.postShare) || (a.topic < b.topic ? -1 : 1))
}

const mostOf = (counts: Counts): string | null => {
  const [best] = Object.entries(counts)
    .filter(([, n]) => typeof toShown(n) === 'number')
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return best && toShown(best[1]) !== 0 ? best[0] : null
}

/** What to write next: the topic most missed, in the way this circle likes it, for the hours it reads in. */
export type Idea = {
  topic: string
  people: number
  posts: number
  taste: string | null
  value: string | null
  hour: number | null
}
export const ideasOf = (cell: CircleCell, gaps: readonly Gap[], most: number): Idea[] => {
  const hour = mostOf(cell.hours)
  return gaps.slice(0, most).map(({ topic, people, posts }) => ({
    ...{ topic, people, posts, taste: mostOf(cell.tastes), value: mostOf(cell.values) },
    hour: hour === null ? null : Number(hour.slice(1)),
  }))
}
