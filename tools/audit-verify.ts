// Proves that nobody touched the log of what was done: `node tools/run.mjs audit-verify [number:seal]`. Changes nothing.
// `number:seal`, noted down earlier and kept outside this cloud, must still stand as it was: only that tells a log that was
// replaced as a whole. Which cloud: as in recount; the key: RIPPLE_PERSON_KEY,
// or for the local cloud the one in its data folder (RIPPLE_DATA, else .ripple).
import { type Portion, verifyPortion } from '../cloudfunctions/_kit/audit-verify'
import { listEntries } from '../cloudfunctions/_kit/data/audits'
import { type AuditFault, type AuditMark, type AuditSpan, auditId, joinSpans } from '../shared/domain/audit'
import { runOperator } from './operator'

const say = (fault: AuditFault): string => {
  switch (fault.fault) {
    case 'removed':
      return fault.from === fault.to
        ? `entry ${fault.from} was removed`
        : `entries ${fault.from} to ${fault.to} were removed`
    case 'head-missing':
      return 'the head was removed'
    case 'head-edited':
      return 'the head was edited'
    case 'unlinked':
      return `entry ${fault.id} does not follow from the one before it`
    default:
      return `entry ${fault.id} was ${fault.fault}`
  }
}

const day = (at: number): string => new Date(at).toISOString()

/** Against a log that was replaced as a whole, head and all: what was noted down elsewhere still has to be there. */
const holds = async (noted: string): Promise<boolean> => {
  const [n = 0, seal] = noted.split(/:(.*)/s)
  const [entry] = await listEntries(auditId(Number(n) - 1), 1)
  return entry?._id === auditId(Number(n)) && entry.seal === seal
}

const main = async (): Promise<number> => {
  const faults: AuditFault[] = []
  let mark: AuditMark | null = null
  let span: AuditSpan | null = null
  let end: Pick<Portion, 'n' | 'last' | 'signedBefore'> = { n: 0, last: null, signedBefore: null }
  do {
    const portion = await verifyPortion(mark ?? undefined)
    faults.push(...portion.faults)
    ;({ mark } = portion)
    span = joinSpans(span, portion.span)
    end = portion
  } while (mark)
  for (const fault of faults) console.log(say(fault))
  const noted = process.argv[2]
  const stands = noted === undefined || (await holds(noted))
  if (!stands) console.log(`entry ${noted} is not as it was noted`)
  if (span) console.log(`Looked at entries ${span.from} to ${span.to}, ${day(span.fromAt)} to ${day(span.toAt)}.`)
  else console.log('The log is empty.')
  if (end.signedBefore !== null)
    console.log(`A post was signed before the first entry, on ${day(end.signedBefore)}: the log was emptied.`)
  if (faults.length > 0 || !stands || end.signedBefore !== null) return 1
  if (end.n > 0) console.log(`${end.n} entries, nobody touched them. Note down: ${end.n}:${end.last}`)
  return 0
}

runOperator(main)
