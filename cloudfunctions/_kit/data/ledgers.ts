// Which texts of a published version are dealt, to whom? The plans as they were then, and everyone's place in their order.
import type { MemberId, PostId } from '@shared/domain/ids'
import { hash32, hash53 } from '@shared/domain/variant/hash'
import type { Entry, Plans } from '@shared/domain/variant/ledger'
import { readSimHash, simHashText } from '@shared/domain/variant/simhash'
import type { Tone } from '@shared/domain/variant/tone'
import { collection } from '../collection'

export type Version = { postId: PostId; version: number }
type StoredEntry = { repId: MemberId; tone: Tone; attempt: number; hash: string }

/**
 * `run`: which deal it was that is kept, by a hash of what it dealt: of two at the same moment one counts, whole.
 * `lateParts`: parts of later entries that are known to be there; one more may be, when a write was cut short.
 */
type LedgerDoc = { _id: string; plans: string; run: string; parts: number; lateParts: number; at: number }
type PartDoc = { _id: string; entries: StoredEntry[]; rev: number }

/** `late`: dealt after publishing, to reps who joined and who asked for another text. `last`: the part the next goes to. */
export type LedgerHead = {
  key: Version
  plans: Plans
  run: string
  parts: number
  late: Entry[]
  last: { index: number; doc: PartDoc } | null
}

const ledgers = collection<LedgerDoc>('ledgers')
const dealings = collection<PartDoc>('dealings')

/** Entries in one part: about 20 KB, so that opening one rep's kit does not read everyone's. */
const PART_SIZE = 250

const idOf = ({ postId, version }: Version): string => `${postId}.${version}`
const partIdOf = (key: Version, run: string, part: number): string => `${idOf(key)}.${run}.${part}`
const partOf = (repId: string, parts: number): number => hash32(repId) % parts

const store = ({ repId, tone, attempt, hash }: Entry): StoredEntry => ({
  repId: repId as MemberId,
  tone,
  attempt,
  hash: simHashText(hash),
})
const restore = ({ hash, ...entry }: StoredEntry): Entry => ({ ...entry, hash: readSimHash(hash) })

const LATE = 'late'

const findLate = async (key: Version, known: number): Promise<Pick<LedgerHead, 'late' | 'last'>> => {
  const ids = Array.from({ length: known + 1 }, (_, index) => partIdOf(key, LATE, index))
  const found = new Map((await dealings.findMany(ids)).map((doc) => [doc._id, doc]))
  const docs = ids.flatMap((id) => found.get(id) ?? [])
  const doc = docs[docs.length - 1]
  return {
    late: docs.flatMap(({ entries }) => entries.map(restore)),
    last: doc ? { index: docs.length - 1, doc } : null,
  }
}

export const findLedger = async (key: Version): Promise<LedgerHead | null> => {
  const doc = await ledgers.get(idOf(key))
  if (!doc) return null
  const { run, parts } = doc
  return { key, plans: JSON.parse(doc.plans) as Plans, run, parts, ...(await findLate(key, doc.lateParts)) }
}

/** Parts first: a ledger that is there is whole. One that was kept before stays as it is. */
export const keepLedger = async (key: Version, plans: Plans, dealt: readonly Entry[], at: number): Promise<void> => {
  const parts = Math.max(1, Math.ceil(dealt.length / PART_SIZE))
  const run = hash53(JSON.stringify(dealt.map(store))).toString(36)
  for (let part = 0; part < parts; part++)
    await dealings.put({
      _id: partIdOf(key, run, part),
      entries: dealt.filter(({ repId }) => partOf(repId, parts) === part).map(store),
      rev: 0,
    })
  await ledgers.insertIfAbsent({ _id: idOf(key), plans: JSON.stringify(plans), run, parts, lateParts: 0, at })
}

/** What this rep was dealt last; null when she has nothing yet. */
export const findDealt = async ({ key, run, parts, late }: LedgerHead, repId: MemberId): Promise<Entry | null> => {
  const lately = late.filter((entry) => entry.repId === repId)
  const last = lately[lately.length - 1]
  if (last) return last
  const doc = await dealings.get(partIdOf(key, run, partOf(repId, parts)))
  const entry = doc?.entries.find((each) => each.repId === repId)
  return entry ? restore(entry) : null
}

/** Everything dealt, later entries last. */
export const findAllDealt = async ({ key, run, parts, late }: LedgerHead): Promise<Entry[]> => {
  const ids = Array.from({ length: parts }, (_, part) => partIdOf(key, run, part))
  const docs = await dealings.findMany(ids)
  return [...docs.flatMap(({ entries }) => entries.map(restore)), ...late]
}

/** False when someone else was dealt a text since the ledger was read: every append changes the last part or adds one. */
export const appendDealt = async ({ key, last }: LedgerHead, entry: Entry): Promise<boolean> => {
  if (last && last.doc.entries.length < PART_SIZE) {
    const { _id, rev, entries } = last.doc
    return (await dealings.change({ _id, rev }, { entries: [...entries, store(entry)], rev: rev + 1 })) > 0
  }
  const index = last ? last.index + 1 : 0
  const part = { _id: partIdOf(key, LATE, index), entries: [store(entry)], rev: 0 }
  if (!(await dealings.insertIfAbsent(part))) return false
  await ledgers.change({ _id: idOf(key) }, { lateParts: index + 1 })
  return true
}
