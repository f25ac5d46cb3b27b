// What could stand in a week's gaps? Ready drafts first, then what may come again, never two for the same people.
import { type Land, storesNamed } from './audience'
import {
  type Alike,
  alikeAmong,
  areRelated,
  clashesOf,
  type Entry,
  fillings,
  SAME_HOUR_MS,
  type Slot,
  storesLeft,
} from './calendar'
import type { Column } from './column'
import { type Age, restedDays } from './evergreen'
import type { ColumnId, PostId, StoreId } from './ids'

/** What may be put somewhere. restedFrom: not before; null: any time. outAt: when it was last out; null: never. */
export type Candidate = Omit<Entry, 'at' | 'standing'> & {
  kind: 'draft' | 'evergreen'
  restedFrom: number | null
  outAt: number | null
  age: Age
}
/** column: it belongs there · hint: its topics fit what the column is about · rested: so many days since it was last out. */
export type Why = { of: 'column' | 'hint' | 'draft' | 'rested' | 'steady'; days: number }
export type Move = { postId: PostId; version: number; at: number; columnId: ColumnId; why: Why[] }

type Facts = {
  slots: readonly Slot[]
  columns: readonly Pick<Column, '_id' | 'topicHint'>[]
  entries: readonly Entry[]
  candidates: readonly Candidate[]
  land: Land
}

const OWN_COLUMN = 100
const DRAFT = 50
const STEADY = 10
const REST_MOST = 30 // days of rest beyond which more of it makes no difference

const fitsHint = ({ topics }: Candidate, hint: string): boolean => topics.some((topic) => hint.includes(topic))

/** null: it does not belong there. */
const judge = (candidate: Candidate, slot: Slot, hint: string): { score: number; why: Why[] } | null => {
  const { kind, columnId, restedFrom, outAt, age } = candidate
  const isOwn = columnId === slot.columnId
  if (!isOwn && (columnId !== null || !fitsHint(candidate, hint))) return null
  if (restedFrom !== null && restedFrom > slot.at) return null
  if (age === 'worn') return null
  const days = outAt === null ? 0 : restedDays(outAt, slot.at)
  const why: Why[] = [{ of: isOwn ? 'column' : 'hint', days: 0 }]
  why.push(kind === 'draft' ? { of: 'draft', days: 0 } : { of: 'rested', days })
  if (age === 'steady') why.push({ of: 'steady', days: 0 })
  const rest = kind === 'draft' ? DRAFT : Math.min(days, REST_MOST)
  return { score: (isOwn ? OWN_COLUMN : 0) + rest + (age === 'steady' ? STEADY : 0), why }
}

/** Does it reach one of the stores that are left without? */
const isUseful = ({ audience }: Candidate, left: ReadonlySet<StoreId>, land: Land): boolean => {
  const named = storesNamed(audience, land)
  return named === null ? left.size > 0 : [...named].some((id) => left.has(id))
}

/** What stands so far, with what has been proposed. */
type Standing = {
  entries: Entry[]
  filling: ReturnType<typeof fillings>
  alikeOf: Alike
  related: Map<Candidate, Entry[]> // what each is too near to by topic or text, whenever it stands
}

const stand = ({ entries, candidates }: Facts): Standing => {
  const settled = entries.filter((entry) => entry.standing !== 'over')
  const alikeOf = alikeAmong([...settled, ...candidates].map(({ grams }) => grams))
  const related = new Map(
    candidates.map((candidate) => [candidate, settled.filter((entry) => areRelated(candidate, entry, alikeOf))]),
  )
  return { entries: settled, filling: fillings(settled), alikeOf, related }
}

const settle = ({ entries, filling, alikeOf, related }: Standing, entry: Entry): void => {
  entries.push(entry)
  filling.add(entry)
  for (const [candidate, near] of related) if (areRelated(candidate, entry, alikeOf)) near.push(entry)
}

/** The best for one slot beside what stands already; the earlier id where two are as good. */
const pick = (
  slot: Slot,
  { entries, filling, alikeOf, related }: Standing,
  left: readonly Candidate[],
  { columns, land }: Facts,
) => {
  const hint = columns.find(({ _id }) => _id === slot.columnId)?.topicHint ?? ''
  const audiences = filling.of(slot).map(({ audience }) => audience)
  const without = storesLeft(audiences, land)
  const sameHour = entries.filter(({ at }) => Math.abs(at - slot.at) < SAME_HOUR_MS)
  return left
    .flatMap((candidate) => {
      const judged = judge(candidate, slot, hint)
      if (!judged || !isUseful(candidate, without, land)) return []
      const { kind, restedFrom, outAt, age, ...rest } = candidate
      const entry: Entry = { ...rest, columnId: slot.columnId, at: slot.at, standing: 'planned' }
      const near = [...sameHour, ...(related.get(candidate) ?? [])]
      return near.some((other) => clashesOf(other, entry, land, alikeOf).length > 0)
        ? []
        : [{ ...judged, candidate, entry }]
    })
    .sort((a, b) => b.score - a.score || (a.entry.postId < b.entry.postId ? -1 : 1))[0]
}

/** Slots as they come; each post once; nothing before `now`; nothing that would get in another's way. */
export const fillWeek = (facts: Facts, now: number): Move[] => {
  const moves: Move[] = []
  const there = stand(facts)
  const standing = new Set(
    facts.entries.filter((e) => e.standing !== 'out' && e.standing !== 'over').map((e) => e.postId),
  )
  let left = facts.candidates.filter(({ postId }) => !standing.has(postId))
  for (const slot of facts.slots.filter(({ at, short }) => at > now && short > 0)) {
    for (let best = pick(slot, there, left, facts); best; best = pick(slot, there, left, facts)) {
      const { entry, why } = best
      moves.push({ postId: entry.postId, version: entry.version, at: slot.at, columnId: slot.columnId, why })
      settle(there, entry)
      left = left.filter(({ postId }) => postId !== entry.postId)
    }
  }
  return moves
}
