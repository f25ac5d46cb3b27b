// How does a forest lie still between two runs of a job? In parts of some thousand rows, of which only the changed are stored.
import type { MemberId, PostId } from '../ids'
import { Forest } from './forest'
import { NONE } from './rows'

/** At about 50 bytes a row a part stays below 100 KB. */
export const ROWS_PER_PART = 1500
/** parent, share, person: rows by their number in the whole forest. tree: place in the part's own `trees`. */
export type ForestPart =
  | { kind: 'people'; n: number; keys: string[]; agreed: number[] }
  | {
      kind: 'shares'
      n: number
      ids: string[]
      parent: number[]
      tree: number[]
      person: number[]
      at: (number | null)[] // null: named by a child, not told itself
      trees: [PostId, MemberId][]
    }
  | { kind: 'readings'; n: number; ids: string[]; share: number[]; person: number[]; flags: number[]; at: number[] }

const KINDS = ['people', 'shares', 'readings'] as const
type Kind = (typeof KINDS)[number]

export const partKey = ({ kind, n }: Pick<ForestPart, 'kind' | 'n'>): string => `${kind}.${n}`

const rowsOf = (n: number, count: number): number[] => {
  const from = n * ROWS_PER_PART
  return Array.from({ length: Math.max(0, Math.min(ROWS_PER_PART, count - from)) }, (_, i) => from + i)
}

const partOf = ({ people, shares, readings, trees }: Forest, kind: Kind, n: number): ForestPart => {
  if (kind === 'people') {
    const rows = rowsOf(n, people.keys.length)
    return { kind, n, keys: rows.map((i) => people.keys[i] ?? ''), agreed: rows.map((i) => people.agreed.get(i)) }
  }
  if (kind === 'readings') {
    const rows = rowsOf(n, readings.ids.count)
    const column = (of: { get(i: number): number }): number[] => rows.map((i) => of.get(i))
    const ids = rows.map((i) => readings.ids.idAt(i))
    const { share, person, flags, at } = readings
    return { kind, n, ids, share: column(share), person: column(person), flags: column(flags), at: column(at) }
  }
  const rows = rowsOf(n, shares.ids.count)
  const places = [...new Set(rows.map((i) => shares.tree.get(i)))].filter((place) => place !== NONE)
  return {
    ...{ kind, n },
    ids: rows.map((i) => shares.ids.idAt(i)),
    parent: rows.map((i) => shares.parent.get(i)),
    tree: rows.map((i) => places.indexOf(shares.tree.get(i))),
    person: rows.map((i) => shares.person.get(i)),
    at: rows.map((i) => (shares.told.get(i) === 1 ? shares.at.get(i) : null)),
    trees: places.flatMap((place) => {
      const name = trees.nameAt(place)
      return name ? [[name.postId, name.repId] satisfies [PostId, MemberId]] : []
    }),
  }
}

/** A forest that knows which of its parts have changed since they were taken last. */
export class StoredForest {
  private readonly changed = new Set<string>()
  readonly forest = new Forest((kind, row) => this.changed.add(`${kind}.${Math.floor(row / ROWS_PER_PART)}`))

  /** Goes on from where it stood; the parts may come in any order, all of them at once. */
  static restore(parts: Iterable<ForestPart>): StoredForest {
    const stored = new StoredForest()
    const sorted = [...parts].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.n - b.n)
    for (const part of sorted) putBack(stored.forest, part)
    stored.changed.clear()
    return stored
  }

  /** What is to be stored, each under its partKey; the same part again replaces the one before. */
  *takeChanged(): Iterable<ForestPart> {
    const { people, shares, readings } = this.forest
    const counts: Record<Kind, number> = {
      people: people.keys.length,
      shares: shares.ids.count,
      readings: readings.ids.count,
    }
    for (const kind of KINDS)
      for (let n = 0; n * ROWS_PER_PART < counts[kind]; n++)
        if (this.changed.delete(partKey({ kind, n }))) yield partOf(this.forest, kind, n)
  }
}

/** Rows get their numbers back because they are put in the order of their numbers. */
const putBack = (forest: Forest, part: ForestPart): void => {
  if (part.kind === 'people') forest.restorePeople(part.keys, part.agreed)
  else if (part.kind === 'shares')
    for (const [i, id] of part.ids.entries()) {
      const [postId, repId] = part.trees[part.tree[i] ?? NONE] ?? []
      const row = { id, parent: part.parent[i] ?? NONE, person: part.person[i] ?? NONE, at: part.at[i] ?? null }
      forest.restoreShare(row, postId === undefined || repId === undefined ? null : { postId, repId })
    }
  else
    for (const [i, id] of part.ids.entries())
      forest.restoreReading({
        id,
        share: part.share[i] ?? NONE,
        person: part.person[i] ?? NONE,
        flags: part.flags[i] ?? 0,
        at: part.at[i] ?? 0,
      })
}
