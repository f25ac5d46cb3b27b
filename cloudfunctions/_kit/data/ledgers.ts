// Which texts of a published version are dealt, to whom? The plans as they were then, and everyone's place in their order.
import type { MemberId } from '@shared/domain/ids'
import type { Entry, Plans } from '@shared/domain/variant/ledger'
import { readSimHash, simHashText } from '@shared/domain/variant/simhash'
import type { Tone } from '@shared/domain/variant/tone'
import { type Head, partLedger, type Version } from './part-ledger'

type StoredEntry = { repId: MemberId; tone: Tone; attempt: number; hash: string }
export type LedgerHead = Omit<Head<Entry, StoredEntry>, 'plans'> & { plans: Plans }

const ledger = partLedger<Entry, StoredEntry>('ledgers', 'dealings', {
  store: ({ repId, tone, attempt, hash }) => ({ repId: repId as MemberId, tone, attempt, hash: simHashText(hash) }),
  restore: ({ hash, ...entry }) => ({ ...entry, hash: readSimHash(hash) }),
})

export const findLedger = async (key: Version): Promise<LedgerHead | null> => {
  const head = await ledger.find(key)
  return head && { ...head, plans: JSON.parse(head.plans ?? '') as Plans }
}

export const keepLedger = (key: Version, plans: Plans, dealt: readonly Entry[], at: number): Promise<void> =>
  ledger.keep(key, dealt, at, JSON.stringify(plans))

const asKept = ({ plans, ...head }: LedgerHead) => head

/** What this rep was dealt last; null when she has nothing yet. */
export const findDealt = (head: LedgerHead, repId: MemberId): Promise<Entry | null> =>
  ledger.findDealt(asKept(head), repId)

/** Everything dealt, later entries last. */
export const findAllDealt = async (head: LedgerHead): Promise<Entry[]> => [
  ...(await ledger.findPublished(head)),
  ...head.late,
]

/** False when someone else was dealt a text since the ledger was read. */
export const appendDealt = (head: LedgerHead, entry: Entry): Promise<boolean> => ledger.append(asKept(head), entry)
