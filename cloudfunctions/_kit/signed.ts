// How is what HQ does to people written down before it is done, and taken back in the log when somebody else was faster?
import type { AuditAct, AuditFacts } from '@shared/domain/audit'
import type { Member } from '@shared/domain/member'
import { hash53 } from '@shared/domain/variant/hash'
import { appendAudit, undoAudit } from './audit'
import { now } from './clock'
import { countAudited } from './data/audits'
import { type AppError, refusal } from './errors'

export type Signing = {
  by: Pick<Member, '_id' | 'name'>
  act: AuditAct
  of: string
  rev: number
  facts: AuditFacts
  after?: AuditAct
}

/** `after`: made and dropped more than once, it is another one each time: told apart by how often that was done before.
 * `write`: false when what was seen is no longer so. The same change of the same state is the same act. */
export const signed = async (
  { by, act, of, rev, facts, after }: Signing,
  write: () => Promise<boolean>,
  otherwise: AppError = refusal('stale-version'),
): Promise<void> => {
  const times = after === undefined ? 0 : await countAudited(of, after)
  const said = hash53(JSON.stringify([act, by._id, facts, ...(times > 0 ? [times] : [])])).toString(36)
  const entry = { actId: `${of}.${rev}.${said}`, act, byId: by._id, byName: by.name, of, facts }
  await appendAudit(entry, now())
  if (await write()) return
  await undoAudit(entry, now())
  throw otherwise
}
