// Which texts of a published version are dealt, to whom? The plans as they were then, and everyone's place in their order.
import type { MemberId, PostId } from '@shared/domain/ids'
import { hash32 } from '@shared/domain/variant/hash'
import type { Entry, Plans } from '@shared/domain/variant/ledger'
import { readSimHash, simHashText } from '@shared/domain/variant/simhash'
import type { Tone } from '@shared/domain/variant/tone'
import { collection } from '../collection'

export type Version = { postId: PostId; version: number }
type StoredEntry = { repId: MemberId; tone: Tone; attempt: number; hash: string }
/** `late`: dealt after publishing, to reps who joined and who asked for another text. `rev` grows with each. */
type LedgerDoc = { _id: string; plans: string; parts: number; late: StoredEntry[]; rev: number; at: number }
type DealingDoc = { _id: string; entries: StoredEntry[] }

export type LedgerHead = { key: Version; plans: Plans; parts: number; late: Entry[]; rev: number }

const ledgers = collection<LedgerDoc>('ledgers')
const dealings = collection<DealingDoc>('dealings')

/** Reps in one part: about 20 KB, so that opening one rep's kit does not read everyone's. */
const PART_SIZE = 250

const idOf = ({ postId, version }: Version): string => `${postId}.${version}`
const partIdOf = (key: Version, part: number): string => `${idOf(key)}.${part}`
const partOf = (repId: string, parts: number): number => hash32(repId) % parts

const store = ({ hash, repId, ...entry }: Entry): StoredEntry => ({
  ...entry,
  repId: repId as MemberId,
  hash: simHashText(hash),
})
const restore = ({ hash, ...entry }: StoredEntry): Entry => ({ ...entry, hash: readSimHash(hash) })

export const findLedger = async (key: Version): Promise<LedgerHead | null> => {
  const doc = await ledgers.get(idOf(key))
  if (!doc) return null
  return { key, plans: JSON.parse(doc.plans) as Plans, parts: doc.parts, late: doc.late.map(restore), rev: doc.rev }
}

/** Parts first: a ledger that is there is whole. One that was kept before stays as it is. */
export const keepLedger = async (key: Version, plans: Plans, dealt: readonly Entry[], at: number): Promise<void> => {
  const parts = Math.max(1, Math.ceil(dealt.length / PART_SIZE))
  for (let part = 0; part < parts; part++)
    await dealings.put({
      _id: partIdOf(key, part),
      entries: dealt.filter(({ repId }) => partOf(repId, parts) === part).map(store),
    })
  await ledgers.insertIfAbsent({ _id: idOf(key), plans: JSON.stringify(plans), parts, late: [], rev: 0, at })
}

/** What this rep was dealt last; null when she has nothing yet. */
export const findDealt = async ({ key, parts, late }: LedgerHead, repId: MemberId): Promise<Entry | null> => {
  const lately = late.filter((entry) => entry.repId === repId)
  const last = lately[lately.length - 1]
  if (last) return last
  const doc = await dealings.get(partIdOf(key, partOf(repId, parts)))
  const entry = doc?.entries.find((each) => each.repId === repId)
  return entry ? restore(entry) : null
}

/** Everything dealt, in the order in which it was. */
export const findAllDealt = async ({ key, parts, late }: LedgerHead): Promise<Entry[]> => {
  const ids = Array.from({ length: parts }, (_, part) => partIdOf(key, part))
  const docs = await dealings.findMany(ids)
  return [...docs.flatMap(({ entries }) => entries.map(restore)), ...late]
}

/** False when someone else was dealt a text since the ledger was read. */
export const appendDealt = async ({ key, late, rev }: LedgerHead, entry: Entry): Promise<boolean> =>
  (await ledgers.change({ _id: idOf(key), rev }, { late: [...late, entry].map(store), rev: rev + 1 })) > 0
