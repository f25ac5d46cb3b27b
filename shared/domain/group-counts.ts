// What does a group read, and when is it silent? Counts of the cards sent there; fewer than three are not told, not even as none.
import { type Day, dayOf, daysBetween } from './day'
import { GROUP_COUNT_MIN } from './group'
import type { PostId, SectionId } from './ids'
import { addSums, type Sums } from './tally'

/** A card she sent there. sums: of the card and of all that hangs below it. */
export type GroupCard = { postId: PostId; column: string; at: number; sums: Sums }

/** null: fewer than three. */
export type Told = number | null
export type SectionTold = { sectionId: SectionId; readings: Told; ms: Told }
export type PostTold = {
  postId: PostId
  column: string
  times: number // how often it was sent there
  lastAt: number
  opens: Told
  deep: Told
  sections: SectionTold[]
}
/** Of the latest posts of a column sent there: how many were opened by three or more, and at which hours most. */
export type ColumnTold = { column: string; posts: number; opened: number; hours: { hour: number; opens: number }[] }
/** days: since when at least three have opened something, null: never. shares: so many cards in a row that fewer than three opened. */
export type Silence = { days: number | null; shares: number }
export type GroupTold = {
  shares: number
  opens: number // of the posts whose own count is told: nothing can be worked out from the difference
  deep: number
  posts: PostTold[] // what worked best first
  columns: ColumnTold[]
  silence: Silence
}

const COLUMN_POSTS = 8
const HOURS_SHOWN = 3
/** A card needs a day before nobody having opened it says anything. */
const SILENT_AFTER_MS = 86_400_000

const tell = (n: number): Told => (n >= GROUP_COUNT_MIN ? n : null)

export const noSums = (): Sums => ({ readings: 0, deep: 0, ms: 0, apart: { staff: 0, sharer: 0, crawler: 0 } })

const sumOf = (cards: readonly GroupCard[]): Sums => {
  const all = noSums()
  for (const { sums } of cards) addSums(all, sums)
  return all
}

const byPost = (cards: readonly GroupCard[]): Map<PostId, GroupCard[]> => {
  const posts = new Map<PostId, GroupCard[]>()
  for (const card of cards) posts.set(card.postId, [...(posts.get(card.postId) ?? []), card])
  return posts
}

const tellSections = ({ sections = {} }: Sums): SectionTold[] =>
  (Object.entries(sections) as [SectionId, { ms: number; readings: number }][]).map(([sectionId, one]) => {
    const readings = tell(one.readings)
    return { sectionId, readings, ms: readings === null ? null : one.ms }
  })

const tellPost = (postId: PostId, cards: readonly GroupCard[]): PostTold => {
  const sums = sumOf(cards)
  const opens = tell(sums.readings)
  return {
    postId,
    column: cards[0]?.column ?? '',
    times: cards.length,
    lastAt: Math.max(...cards.map(({ at }) => at)),
    opens,
    deep: opens === null ? null : tell(sums.deep),
    sections: opens === null ? [] : tellSections(sums),
  }
}

const bestFirst = (a: PostTold, b: PostTold): number =>
  (b.deep ?? 0) - (a.deep ?? 0) ||
  (b.opens ?? 0) - (a.opens ?? 0) ||
  b.lastAt - a.lastAt ||
  (a.postId < b.postId ? -1 : 1)

const tellHours = (cards: readonly GroupCard[]): ColumnTold['hours'] =>
  Object.entries(sumOf(cards).hours ?? {})
    .map(([key, opens]) => ({ hour: Number(key.slice(1)), opens }))
    .filter(({ opens }) => opens >= GROUP_COUNT_MIN)
    .sort((a, b) => b.opens - a.opens || a.hour - b.hour)
    .slice(0, HOURS_SHOWN)

const tellColumn = (column: string, posts: readonly PostTold[], cardsOf: Map<PostId, GroupCard[]>): ColumnTold => {
  const latest = [...posts].sort((a, b) => b.lastAt - a.lastAt).slice(0, COLUMN_POSTS)
  const opened = latest.filter(({ opens }) => opens !== null)
  const hours = tellHours(opened.flatMap(({ postId }) => cardsOf.get(postId) ?? []))
  return { column, posts: latest.length, opened: opened.length, hours }
}

/** Going back day by day: the first on which, with those after it, three have opened something. */
const lastOpened = (cards: readonly GroupCard[]): Day | null => {
  let seen = 0
  const days = Object.entries(sumOf(cards.filter(({ sums }) => tell(sums.readings) !== null)).days ?? {})
  for (const [day, n] of days.sort(([a], [b]) => (a < b ? 1 : -1))) {
    seen += n
    if (seen >= GROUP_COUNT_MIN) return day
  }
  return null
}

const tellSilence = (cards: readonly GroupCard[], now: number): Silence => {
  const ripe = cards.filter(({ at }) => at <= now - SILENT_AFTER_MS).sort((a, b) => b.at - a.at)
  const heard = ripe.findIndex(({ sums }) => tell(sums.readings) !== null)
  const last = lastOpened(cards)
  return {
    days: last === null ? null : Math.max(0, daysBetween(last, dayOf(now))),
    shares: heard < 0 ? ripe.length : heard,
  }
}

export const tellGroup = (cards: readonly GroupCard[], now: number): GroupTold => {
  const cardsOf = byPost(cards)
  const posts = [...cardsOf].map(([postId, of]) => tellPost(postId, of)).sort(bestFirst)
  const columns = [...new Set(posts.map(({ column }) => column))].filter((column) => column !== '').sort()
  return {
    shares: cards.length,
    opens: posts.reduce((sum, { opens }) => sum + (opens ?? 0), 0),
    deep: posts.reduce((sum, { deep }) => sum + (deep ?? 0), 0),
    posts,
    columns: columns.map((column) =>
      tellColumn(
        column,
        posts.filter((post) => post.column === column),
        cardsOf,
      ),
    ),
    silence: tellSilence(cards, now),
  }
}
