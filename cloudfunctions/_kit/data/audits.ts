// What was done at the desk? The log's entries and its head; nothing here changes or removes an entry.
import type { AuditAct, AuditEntry, AuditHead } from '@shared/domain/audit'
import { above, below, type Condition, collection, EVERYTHING } from '../collection'

const audits = collection<AuditEntry>('audits')
const heads = collection<AuditHead>('auditheads')

/** By number, no other way in: two who write the same number make one entry. */
export const insertEntry = (entry: AuditEntry): Promise<boolean> => audits.insertIfAbsent(entry)

export const findLastEntry = async (): Promise<AuditEntry | null> =>
  (await audits.find(EVERYTHING, { order: [['_id', 'desc']], limit: 1 }))[0] ?? null

export const isAudited = async (actId: string): Promise<boolean> =>
  (await audits.find({ actId }, { limit: 1, fields: ['actId'] })).length > 0

export const countAudited = (of: string, act: AuditAct): Promise<number> => audits.count({ of, act })

export const findHead = (): Promise<AuditHead | null> => heads.get('head')

/** The head only moves on. */
export const moveHead = async ({ _id, ...to }: AuditHead): Promise<void> => {
  if ((await heads.change({ _id, n: below(to.n) }, to)) > 0) return
  if (!(await heads.insertIfAbsent({ _id, ...to }))) await heads.change({ _id, n: below(to.n) }, to)
}

/** In the order they were written. */
export const listEntries = (after: string, size: number): Promise<AuditEntry[]> =>
  audits.find(after === '' ? EVERYTHING : { _id: above(after) }, { order: [['_id', 'asc']], limit: size })

/** Newest first; before: the last one of the page before. */
export const pageEntries = async (
  asked: Pick<Condition<AuditEntry>, 'of' | 'act' | 'byId'>,
  before: string | undefined,
  size: number,
): Promise<{ entries: AuditEntry[]; next: string | null }> => {
  const condition = { ...asked, ...(before !== undefined && { _id: below(before) }) }
  const found = await audits.find(Object.keys(condition).length > 0 ? condition : EVERYTHING, {
    order: [['_id', 'desc']],
    limit: size + 1,
  })
  const entries = found.slice(0, size)
  return { entries, next: found.length > size ? (entries.at(-1)?._id ?? null) : null }
}
