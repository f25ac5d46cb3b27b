// What was done at the desk, by whom and when: acts in a chain, so that one changed or taken out is found.
import type { MemberId } from './ids'

export const AUDIT_ACTS = [
  'post.submitted',
  'post.withdrawn',
  'post.returned',
  'post.approved',
  'post.published',
  'post.scheduled',
  'post.recalled',
  'post.expired',
  'post.held', // taken down because WeChat's check found it risky
  'check.decided', // WeChat was not sure, and a person was
  'post.planned',
  'pool.approved',
  'column.saved',
  'column.dropped',
  'member.saved',
  'member.left',
  'member.role',
  'member.scope',
  'member.invited',
  'member.bound',
  'region.saved',
  'region.dropped',
  'team.saved',
  'team.dropped',
  'store.saved',
  'roster.applied',
  'roster.undone',
  'handover.begun',
  'handover.cancelled',
  'export.made',
  'webhook.saved',
  'webhook.dropped',
  'delivery.replayed',
  'token.made',
  'token.dropped',
  'product.saved',
  'deals.imported',
  'deal.verified',
  'cost.saved',
  'cost.dropped',
  'dispute.decided',
  'payout.made',
  'payout.approved',
  'payout.returned',
  'payout.exported',
  'payout.paid',
  'poll.saved',
  'poll.opened',
  'poll.closed',
  'poll.withdrawn',
  'submission.asked',
  'submission.declined',
  'submission.accepted',
  'submission.retracted', // taken back by HQ for whoever asked for it
  'kol.saved',
  'subject.exported', // somebody asked what is kept of her: an operator answered
  'subject.erased', // somebody asked to be forgotten: an operator did it
  'act.lost', // what was told of just before did not come to pass: somebody else was faster
] as const
export type AuditAct = (typeof AUDIT_ACTS)[number]
/** What it was about: 'post.<id>', 'roster.<id>', 'member.<id>' … */
export type AuditFacts = Record<string, string | number | boolean | null>

export type Act = {
  actId: string // a repeat of the very same act has the same
  act: AuditAct
  byId: MemberId | null // null: it happened by itself
  byName: string
  of: string
  facts: AuditFacts
}
/** prev: the seal of the entry before, '' for the first. seal: over everything else in it. */
export type AuditEntry = Act & { _id: string; at: number; prev: string; seal: string }
/** The last entry as it was when last written; its own seal makes it hard to move back. */
export type AuditHead = { _id: 'head'; n: number; last: string; seal: string }
/** A keyed hash. Whoever lacks the key cannot make one. */
export type Seal = (text: string) => string

const DIGITS = 12
export const auditId = (n: number): string => String(n).padStart(DIGITS, '0')
/** null: no number that this log gives. */
export const auditNumber = (id: string): number | null => (/^\d{12}$/.test(id) ? Number(id) : null)

/** The same text for the same content, however its fields are ordered; a field too many changes it. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join()}}`
}
const sealOf = ({ seal: _, ...rest }: { seal: string }, seal: Seal): string => seal(canonical(rest))

export const sealEntry = (entry: Omit<AuditEntry, 'seal'>, seal: Seal): AuditEntry => ({
  ...entry,
  seal: sealOf({ ...entry, seal: '' }, seal),
})
export const sealHead = (n: number, last: string, seal: Seal): AuditHead => {
  const head = { _id: 'head' as const, n, last, seal: '' }
  return { ...head, seal: sealOf(head, seal) }
}

/** Where the chain goes on: after the last entry, or after what the head says was there when the last are gone. */
export const tailOf = (last: AuditEntry | null, head: AuditHead | null): { n: number; last: string } => {
  const n = last === null ? 0 : (auditNumber(last._id) ?? 0)
  return head !== null && head.n > n ? { n: head.n, last: head.last } : { n, last: last?.seal ?? '' }
}

/** from, to: numbers of entries. id: as it stands in the database. */
export type AuditFault =
  | { fault: 'edited'; id: string }
  | { fault: 'inserted'; id: string }
  | { fault: 'removed'; from: number; to: number }
  | { fault: 'unlinked'; id: string } // whole in itself, and yet not made after the one before it
  | { fault: 'head-edited' }
  | { fault: 'head-missing' }

/** From which entry to which, by number and time. */
export type AuditSpan = { from: number; to: number; fromAt: number; toAt: number }
/** What two checks, one after the other, looked at together. */
export const joinSpans = (a: AuditSpan | null, b: AuditSpan | null): AuditSpan | null =>
  a && b ? { ...a, to: b.to, toAt: b.toAt } : (a ?? b)

/** How far a check has come. after: the last _id looked at. seal: of the entry numbered n where that one is whole. */
export type AuditMark = { after: string; n: number; seal: string | null }
export const AUDIT_START: AuditMark = { after: '', n: 0, seal: '' }

const beyond = (n: number, head: AuditHead | null): boolean => head !== null && n > head.n

/** One portion of the chain, in the order of _id. */
export const checkPortion = (
  mark: AuditMark,
  entries: readonly AuditEntry[],
  { head, seal }: { head: AuditHead | null; seal: Seal },
): { mark: AuditMark; faults: AuditFault[] } => {
  const faults: AuditFault[] = []
  let { after, n, seal: before } = mark
  for (const entry of entries) {
    after = entry._id
    const [number, whole] = [auditNumber(entry._id), sealOf(entry, seal) === entry.seal]
    if (number === null || number <= n || (!whole && beyond(number, head))) {
      faults.push({ fault: 'inserted', id: entry._id })
      continue
    }
    if (number > n + 1) faults.push({ fault: 'removed', from: n + 1, to: number - 1 })
    if (!whole) faults.push({ fault: 'edited', id: entry._id })
    else if (number === n + 1 && before !== null && entry.prev !== before)
      faults.push({ fault: 'unlinked', id: entry._id })
    ;[n, before] = [number, whole ? entry.seal : null]
  }
  return { mark: { after, n, seal: before }, faults }
}

/** After the last portion: does the head know of more than there is? */
export const checkEnd = ({ n }: AuditMark, head: AuditHead | null, seal: Seal): AuditFault[] => {
  if (head === null) return n > 0 ? [{ fault: 'head-missing' }] : []
  if (sealOf(head, seal) !== head.seal) return [{ fault: 'head-edited' }]
  return head.n > n ? [{ fault: 'removed', from: n + 1, to: head.n }] : []
}

/** The whole chain at once. */
export const checkChain = (entries: readonly AuditEntry[], head: AuditHead | null, seal: Seal): AuditFault[] => {
  const { mark, faults } = checkPortion(AUDIT_START, entries, { head, seal })
  return [...faults, ...checkEnd(mark, head, seal)]
}
