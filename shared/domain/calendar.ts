// What stands when, where is a gap, and what gets in each other's way?
import { asksWho, type Land, mayMeet, storesNamed } from './audience'
import { type Column, dueTimes } from './column'
import { type Day, dayOf } from './day'
import { isEvergreen, restedAt } from './evergreen'
import type { ColumnId, PostId, StoreId } from './ids'
import type { Audience, Post } from './post'
import { jaccard, trigramsOf } from './variant/similarity'
import { parseSpintax, type WrittenPiece } from './variant/spintax'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/** Two posts for the same people come too close within this time. */
export const SAME_HOUR_MS = HOUR_MS
/** The same topic should rest so long. */
export const TOPIC_REST_DAYS = 3
/** Texts this near each other read as the same one, and people remember for so long. */
export const ALIKE_FROM = 0.5
export const ALIKE_WITHIN_DAYS = 30

/** planned: a draft with a place · scheduled: goes out by itself · again: is out and comes again · out · over. */
export type Standing = 'planned' | 'scheduled' | 'again' | 'out' | 'over'
export type Entry = {
  postId: PostId
  version: number
  at: number
  standing: Standing
  columnId: ColumnId | null
  topics: readonly string[]
  audience: Audience
  grams: ReadonlySet<string> // of its text, as the author would say it
}
export type Slot = {
  columnId: ColumnId
  at: number
  total: number // stores there are
  short: number // of these, so many get nothing in it
}

type Placed = Pick<Post, '_id' | 'version' | 'state' | 'columnId' | 'topics' | 'audience' | 'text'> &
  Pick<Post, 'plannedAt' | 'publishAt' | 'publishedAt'>

const sayFirst = (pieces: readonly WrittenPiece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : sayFirst(piece.branches[0]?.pieces ?? []))).join('')

/** What a text looks like to whoever compares it: the author's own wording, without marks and spaces. */
export const gramsOf = (text: string): ReadonlySet<string> => {
  const parsed = parseSpintax(text)
  const said = parsed.ok ? sayFirst(parsed.pieces) : text
  return trigramsOf(said.replace(/[^\p{L}\p{N}]/gu, ''))
}

const standings = (post: Placed): { at: number; standing: Standing }[] => {
  const planned = post.plannedAt ?? null
  const out = post.publishedAt
  if (post.state === 'scheduled') return post.publishAt === null ? [] : [{ at: post.publishAt, standing: 'scheduled' }]
  if (post.state === 'live')
    return [
      ...(out === null ? [] : [{ at: out, standing: 'out' as const }]),
      ...(planned === null ? [] : [{ at: planned, standing: 'again' as const }]),
    ]
  return [
    ...(post.state !== 'draft' && out !== null ? [{ at: out, standing: 'over' as const }] : []),
    ...(planned === null ? [] : [{ at: planned, standing: 'planned' as const }]),
  ]
}

/** Where a post stands: nowhere, once, or twice where it is out and comes again. */
export const entriesOf = (post: Placed): Entry[] => {
  const { _id: postId, version, columnId = null, topics, audience } = post
  const grams = gramsOf(post.text)
  return standings(post).map((standing) => ({ postId, version, columnId, topics, audience, grams, ...standing }))
}

/** Taken back, it fills nothing any more; one that has merely ended was there. */
export const fills = (entry: Pick<Entry, 'standing' | 'columnId' | 'at'>, slot: Pick<Slot, 'columnId' | 'at'>) =>
  entry.standing !== 'over' && entry.columnId === slot.columnId && dayOf(entry.at) === dayOf(slot.at)

/** The stores that get nothing from these. Posts for some of a store's people only leave it short. */
export const storesLeft = (audiences: readonly Audience[], land: Land): Set<StoreId> => {
  const left = new Set(land.stores.map(({ _id }) => _id))
  for (const audience of audiences) {
    if (asksWho(audience) || audience.teamIds?.length) continue
    for (const id of storesNamed(audience, land) ?? left) left.delete(id)
  }
  return left
}

const placeKey = ({ columnId, at }: { columnId: ColumnId | null; at: number }): string => `${columnId}.${dayOf(at)}`

/** What fills which hour, found at once; `add` takes one more into account. */
export const fillings = (entries: readonly Entry[]) => {
  const byPlace = new Map<string, Entry[]>()
  const add = (entry: Entry): void => {
    if (entry.standing === 'over' || entry.columnId === null) return
    const key = placeKey(entry)
    byPlace.set(key, [...(byPlace.get(key) ?? []), entry])
  }
  for (const entry of entries) add(entry)
  return { of: (slot: Pick<Slot, 'columnId' | 'at'>): readonly Entry[] => byPlace.get(placeKey(slot)) ?? [], add }
}

/** Every hour at which a column is due, both days included, and how many stores it leaves without. */
export const slotsOf = (
  columns: readonly Pick<Column, '_id' | 'weekdays' | 'time'>[],
  { from, to }: { from: Day; to: Day },
  entries: readonly Entry[],
  land: Land,
): Slot[] => {
  const filling = fillings(entries)
  return columns
    .flatMap((column) =>
      dueTimes(column, from, to).map((at) => {
        const slot = { columnId: column._id, at }
        const audiences = filling.of(slot).map(({ audience }) => audience)
        const short = storesLeft(audiences, land).size
        return { ...slot, total: land.stores.length, short }
      }),
    )
    .sort((a, b) => a.at - b.at || (a.columnId < b.columnId ? -1 : 1))
}

export type ClashKind = 'same-hour' | 'same-topic' | 'alike'
export type Clash = { kind: ClashKind; a: PostId; b: PostId; at: number; alike: number; topic: string }

type Grams = Entry['grams']
export type Alike = (a: Grams, b: Grams) => number

/** The part of their trigrams that both have; texts without words are like nothing. */
export const alikeness: Alike = (a, b) => (a.size && b.size ? jaccard(a, b) : 0)

/** The same for many texts: each is compared only with those that have a trigram of it. */
export const alikeAmong = (texts: readonly Grams[]): Alike => {
  const having = new Map<string, Grams[]>()
  for (const text of new Set(texts))
    for (const gram of text) {
      const known = having.get(gram)
      if (known) known.push(text)
      else having.set(gram, [text])
    }
  const counted = new Map<Grams, Map<Grams, number>>()
  const sharedWith = (text: Grams): Map<Grams, number> => {
    const shared = new Map<Grams, number>()
    for (const gram of text) for (const other of having.get(gram) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    counted.set(text, shared)
    return shared
  }
  return (a, b) => {
    const both = (counted.get(a) ?? sharedWith(a)).get(b) ?? 0
    return both === 0 ? 0 : both / (a.size + b.size - both)
  }
}

/** May the two ever be in each other's way, an hour apart from each other? By what they are about, and how they read. */
export const areRelated = (a: Pick<Entry, 'topics' | 'grams'>, b: Pick<Entry, 'topics' | 'grams'>, alikeOf: Alike) =>
  a.topics.some((each) => b.topics.includes(each)) || alikeOf(a.grams, b.grams) >= ALIKE_FROM

/** What stands between two of them, the graver first. */
export const clashesOf = (a: Entry, b: Entry, land: Land, alikeOf = alikeness): Omit<Clash, 'a' | 'b' | 'at'>[] => {
  const apartMs = Math.abs(a.at - b.at)
  if (a.postId === b.postId || apartMs > ALIKE_WITHIN_DAYS * DAY_MS) return []
  const found: Omit<Clash, 'a' | 'b' | 'at'>[] = []
  if (apartMs < SAME_HOUR_MS) found.push({ kind: 'same-hour', alike: 0, topic: '' })
  // a series may keep to its subject
  const isSeries = a.columnId !== null && a.columnId === b.columnId
  const topic = isSeries ? undefined : a.topics.find((each) => b.topics.includes(each))
  if (topic !== undefined && apartMs < TOPIC_REST_DAYS * DAY_MS) found.push({ kind: 'same-topic', alike: 0, topic })
  const alike = alikeOf(a.grams, b.grams)
  if (alike >= ALIKE_FROM) found.push({ kind: 'alike', alike, topic: '' })
  return found.length > 0 && mayMeet(a.audience, b.audience, land) ? found : [] // asked last: it takes longest
}

/** Every pair that gets in each other's way, told at the later of the two; what is over troubles nobody. */
export const findClashes = (entries: readonly Entry[], land: Land): Clash[] => {
  const standing = entries.filter((entry) => entry.standing !== 'over').sort((a, b) => a.at - b.at)
  const alikeOf = alikeAmong(standing.map(({ grams }) => grams))
  return standing.flatMap((b, i) =>
    standing
      .slice(0, i)
      .filter((a) => b.at - a.at < SAME_HOUR_MS || areRelated(a, b, alikeOf))
      .flatMap((a) =>
        clashesOf(a, b, land, alikeOf).map((clash) => ({ ...clash, a: a.postId, b: b.postId, at: b.at })),
      ),
  )
}

export type PlaceRefusal = 'stale-version' | 'past-time' | 'not-evergreen' | 'still-resting' | 'time-needed'
type Asked = { version: number; at: number | null }
type PlaceChange = { publishAt: number } | { plannedAt: number | null }
export type PlaceDecision = { ok: true; change: PlaceChange } | { ok: false; reason: PlaceRefusal }
type Movable = Pick<Post, 'version' | 'state' | 'publishedAt' | 'evergreen'>

/** May it be moved there? at null: out of the calendar, which only something not yet settled may leave. */
export const mayPlacePost = (post: Movable, { version, at }: Asked, now: number): PlaceDecision => {
  const no = (reason: PlaceRefusal) => ({ ok: false as const, reason })
  if (post.version !== version) return no('stale-version')
  if (at !== null && at <= now) return no('past-time')
  if (post.state === 'scheduled') return at === null ? no('time-needed') : { ok: true, change: { publishAt: at } }
  if (post.state === 'live') {
    if (!isEvergreen(post)) return no('not-evergreen')
    if (at !== null && at < restedAt(post)) return no('still-resting')
  }
  return { ok: true, change: { plannedAt: at } }
}
