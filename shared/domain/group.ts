// Which WeChat groups does a rep keep, as she names them? Who is in one is never stored.
import { type Day, dayAfter } from './day'
import type { GroupId, MemberId } from './ids'

export type Group = {
  _id: GroupId
  repId: MemberId
  name: string
  theme: string // narrow on purpose: 早八点育儿, 跑步装备
  rules: string[] // what is welcome here and what is not, each with its reason
  hash: string | null // salted hash of WeChat's group id, once a card of hers was opened there
  ticks?: Record<Day, string[]> // which items of HQ's plan she has done, by day; the latest days only
  createdAt: number
  archivedAt: number | null
  rev: number
}

/** Below that a count could point at someone. */
export const GROUP_COUNT_MIN = 3

/** What she says of a group. */
export type GroupWords = Pick<Group, 'name' | 'theme' | 'rules'>
const WORDS = ['name', 'theme', 'rules'] as const

export const newGroup = (_id: GroupId, repId: MemberId, name: string, at: number): Group => ({
  ...{ _id, repId, name, theme: '', rules: [], hash: null, ticks: {} },
  ...{ createdAt: at, archivedAt: null, rev: 0 },
})

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * What is said last holds. `from`: what the phone that says it showed before; `replaced`: the fields that another phone had
 * given other words meanwhile.
 */
export const sayOfGroup = (
  stored: GroupWords,
  from: Partial<GroupWords>,
  to: Partial<GroupWords>,
): { change: Partial<GroupWords>; replaced: (keyof GroupWords)[] } => {
  const told = WORDS.filter((field) => to[field] !== undefined && !isSame(to[field], stored[field]))
  return {
    change: Object.fromEntries(told.map((field) => [field, to[field]])),
    replaced: told.filter((field) => !isSame(from[field] ?? stored[field], stored[field])),
  }
}

/** For so many days it is remembered what was done. */
const TICKS_KEPT_DAYS = 14

/** An item of a day, done or not done after all; null: it is so already. */
export const tickOf = (
  ticks: Group['ticks'],
  { day, item, done }: { day: Day; item: string; done: boolean },
): Record<Day, string[]> | null => {
  const had = ticks?.[day] ?? []
  if (had.includes(item) === done) return null
  const kept = Object.entries(ticks ?? {}).filter(([other]) => other > dayAfter(day, -TICKS_KEPT_DAYS) && other !== day)
  return { ...Object.fromEntries(kept), [day]: done ? [...had, item] : had.filter((one) => one !== item) }
}
