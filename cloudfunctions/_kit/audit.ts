// How is an act written down so that nobody can unwrite it? Appended to a chain of keyed seals, before it is done.
import { createHmac } from 'node:crypto'
import { type Act, auditId, type Seal, sealEntry, sealHead, tailOf } from '@shared/domain/audit'
import { findHead, findLastEntry, insertEntry, isAudited, moveHead } from './data/audits'
import { refusal } from './errors'
import { log } from './log'
import { auditKey } from './settings'

/** Each try that fails means that somebody else's entry was written. */
const TRIES_MAX = 100
const WAIT_MS = 15

export const auditSeal: Seal = (text) => createHmac('sha256', auditKey()).update(text).digest('base64url')

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * The end of the chain is read before the act is looked up: had the same act been written since, its number is taken, and
 * this one loses. So an act stands in the log once, however often and however many at once it is asked for.
 */
const tryAppend = async (act: Act, at: number): Promise<boolean> => {
  const [last, head] = await Promise.all([findLastEntry(), findHead()])
  if (await isAudited(act.actId)) return true
  const tail = tailOf(last, head)
  const n = tail.n + 1
  const { actId, act: what, byId, byName, of, facts } = act
  const entry = sealEntry(
    { _id: auditId(n), actId, act: what, byId, byName, of, facts, at, prev: tail.last },
    auditSeal,
  )
  if (!(await insertEntry(entry))) return false
  // the function's own log is kept elsewhere: who could rewrite the database cannot rewrite that
  log.info({ event: 'audited', n, seal: entry.seal })
  await moveHead(sealHead(n, entry.seal, auditSeal))
  return true
}

/** Repeatable by actId. Throws rather than let an act pass unwritten. */
export const appendAudit = async (act: Act, at: number): Promise<void> => {
  for (let tries = 1; tries <= TRIES_MAX; tries++) {
    if (await tryAppend(act, at)) return
    await wait(Math.random() * Math.min(tries, 10) * WAIT_MS)
  }
  throw refusal('busy')
}

/** The act just written down did not come to pass. */
export const undoAudit = (lost: Act, at: number): Promise<void> =>
  appendAudit({ ...lost, actId: `lost.${lost.actId}`, act: 'act.lost', facts: { ...lost.facts, lost: lost.act } }, at)
