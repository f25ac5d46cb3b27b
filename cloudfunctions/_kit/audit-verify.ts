// Has anybody touched the log? A few pages of it at a time, so that a long one never outlives a call.
import {
  AUDIT_START,
  type AuditEntry,
  type AuditFault,
  type AuditMark,
  type AuditSpan,
  auditNumber,
  checkEnd,
  checkPortion,
  joinSpans,
} from '@shared/domain/audit'
import { auditSeal } from './audit'
import { findHead, listEntries } from './data/audits'
import { findFirstSigned } from './data/signoffs'

/** Entries take up to 1 KB: 500 stay well below the platform's 1 MB a reply. */
const PAGE = 500
const PAGES = 6

/**
 * mark null: that was the end. n: the number it has come to. span: the entries looked at, by number and time. signedBefore,
 * told at the end: something was signed then, before the log's first entry, or there is none. It was emptied, head and all,
 * and a chain cannot tell that by itself.
 */
export type Portion = {
  faults: AuditFault[]
  mark: AuditMark | null
  n: number
  last: string | null
  span: AuditSpan | null
  signedBefore: number | null
}

const spanOf = (entries: readonly Pick<AuditEntry, '_id' | 'at'>[]): AuditSpan | null => {
  const [first, last] = [entries[0], entries.at(-1)]
  if (!first || !last) return null
  return { from: auditNumber(first._id) ?? 0, to: auditNumber(last._id) ?? 0, fromAt: first.at, toAt: last.at }
}

/** A signature is kept just before its entry; of two at once the later may come first. */
const SLACK_MS = 600_000
const findSignedBefore = async (): Promise<number | null> => {
  const [[first], signedAt] = await Promise.all([listEntries('', 1), findFirstSigned()])
  return signedAt !== null && (!first || signedAt < first.at - SLACK_MS) ? signedAt : null
}

export const verifyPortion = async (from: AuditMark = AUDIT_START): Promise<Portion> => {
  // the head before the entries: what is written meanwhile stands behind it and is no fault
  const head = await findHead()
  const faults: AuditFault[] = []
  let span: AuditSpan | null = null
  let mark = from
  for (let page = 1; page <= PAGES; page++) {
    const entries = await listEntries(mark.after, PAGE)
    const found = checkPortion(mark, entries, { head, seal: auditSeal })
    mark = found.mark
    span = joinSpans(span, spanOf(entries))
    faults.push(...found.faults)
    if (entries.length < PAGE)
      return {
        ...{ faults: [...faults, ...checkEnd(mark, head, auditSeal)], mark: null, n: mark.n, last: mark.seal, span },
        signedBefore: await findSignedBefore(),
      }
  }
  return { faults, mark, n: mark.n, last: mark.seal, span, signedBefore: null }
}
