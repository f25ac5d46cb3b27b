// How is it kept what was dealt to whom of a version? A head, everyone's entries in parts, and parts of who came later.
import type { MemberId, PostId } from '@shared/domain/ids'
import { hash32, hash53 } from '@shared/domain/variant/hash'
import { collection } from '../collection'

export type Version = { postId: PostId; version: number }

/**
 * `run`: which deal it was that is kept, by a hash of what it dealt: of two at the same moment one counts, whole.
 * `lateParts`: parts of later entries that are known to be there; one more may be, when a write was cut short.
 */
type HeadDoc = { _id: string; run: string; parts: number; lateParts: number; at: number; plans?: string }
type PartDoc<Stored> = { _id: string; entries: Stored[]; rev: number }

/** `late`: dealt after publishing, to reps who joined and who asked for another. `last`: the part the next goes to. */
export type Head<Entry, Stored> = {
  key: Version
  plans?: string // JSON, where what is dealt follows plans
  run: string
  parts: number
  late: Entry[]
  last: { index: number; doc: PartDoc<Stored> } | null
}

/** Entries in one part: tens of KB, so that opening one rep's kit does not read everyone's. */
const PART_SIZE = 250
/** The platform answers with 1 MB at most. */
const PARTS_AT_ONCE = 8
const LATE = 'late'

const idOf = ({ postId, version }: Version): string => `${postId}.${version}`
const partIdOf = (key: Version, run: string, part: number): string => `${idOf(key)}.${run}.${part}`
const partOf = (repId: string, parts: number): number => hash32(repId) % parts

type Codec<Entry, Stored> = { store: (entry: Entry) => Stored; restore: (stored: Stored) => Entry }

/** `headsIn`, `partsIn`: collections. */
export const partLedger = <Entry extends { repId: string }, Stored extends { repId: MemberId }>(
  headsIn: string,
  partsIn: string,
  { store, restore }: Codec<Entry, Stored>,
) => {
  type Opened = Head<Entry, Stored>
  const heads = collection<HeadDoc>(headsIn)
  const parts = collection<PartDoc<Stored>>(partsIn)

  const findLate = async (key: Version, known: number): Promise<Pick<Opened, 'late' | 'last'>> => {
    const ids = Array.from({ length: known + 1 }, (_, index) => partIdOf(key, LATE, index))
    const found = new Map((await parts.findMany(ids)).map((doc) => [doc._id, doc]))
    const docs = ids.flatMap((id) => found.get(id) ?? [])
    const doc = docs[docs.length - 1]
    return {
      late: docs.flatMap(({ entries }) => entries.map(restore)),
      last: doc ? { index: docs.length - 1, doc } : null,
    }
  }

  return {
    find: async (key: Version): Promise<Opened | null> => {
      const doc = await heads.get(idOf(key))
      if (!doc) return null
      const { run, parts: count, lateParts, plans } = doc
      return { key, run, parts: count, ...(plans !== undefined && { plans }), ...(await findLate(key, lateParts)) }
    },

    /** Parts first: a ledger that is there is whole. One that was kept before stays as it is. */
    keep: async (key: Version, dealt: readonly Entry[], at: number, plans?: string): Promise<void> => {
      const count = Math.max(1, Math.ceil(dealt.length / PART_SIZE))
      const run = hash53(JSON.stringify(dealt.map(store))).toString(36)
      for (let part = 0; part < count; part++)
        await parts.put({
          _id: partIdOf(key, run, part),
          entries: dealt.filter(({ repId }) => partOf(repId, count) === part).map(store),
          rev: 0,
        })
      const head = { _id: idOf(key), run, parts: count, lateParts: 0, at }
      await heads.insertIfAbsent({ ...head, ...(plans !== undefined && { plans }) })
    },

    /** What this rep was dealt last; null when she has nothing yet. */
    findDealt: async ({ key, run, parts: count, late }: Opened, repId: MemberId): Promise<Entry | null> => {
      const lately = late.filter((entry) => entry.repId === repId)
      const last = lately[lately.length - 1]
      if (last) return last
      const doc = await parts.get(partIdOf(key, run, partOf(repId, count)))
      const entry = doc?.entries.find((each) => each.repId === repId)
      return entry ? restore(entry) : null
    },

    /** Everything dealt when the version went out; what was dealt since is `late` of the head. */
    findPublished: async ({ key, run, parts: count }: Pick<Opened, 'key' | 'run' | 'parts'>): Promise<Entry[]> => {
      const ids = Array.from({ length: count }, (_, part) => partIdOf(key, run, part))
      const found: Entry[] = []
      for (let at = 0; at < count; at += PARTS_AT_ONCE)
        for (const { entries } of await parts.findMany(ids.slice(at, at + PARTS_AT_ONCE)))
          found.push(...entries.map(restore))
      return found
    },

    /** False when someone else was dealt since the ledger was read: every append changes the last part or adds one. */
    append: async ({ key, last }: Opened, entry: Entry): Promise<boolean> => {
      if (last && last.doc.entries.length < PART_SIZE) {
        const { _id, rev, entries } = last.doc
        return (await parts.change({ _id, rev }, { entries: [...entries, store(entry)], rev: rev + 1 })) > 0
      }
      const index = last ? last.index + 1 : 0
      const part = { _id: partIdOf(key, LATE, index), entries: [store(entry)], rev: 0 }
      if (!(await parts.insertIfAbsent(part))) return false
      await heads.change({ _id: idOf(key) }, { lateParts: index + 1 })
      return true
    },
  }
}
