// A table is to be taken out: who, what and when is written down before a row of it is given.
import type { Export } from '@shared/domain/export'
import { appendAudit } from '../_kit/audit'
import { now } from '../_kit/clock'
import { findExport, insertExport } from '../_kit/data/exports'
import { found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { exportTables } from './export-tables'

export const beginExport: Handler<'hq', 'export.begin'> = async ({ exportId, kind, days }, { caller: { member } }) => {
  const at = now()
  const fresh: Export = {
    ...{ _id: exportId, kind, days, at, byId: member._id, byName: member.name },
    ...{ rows: 0, isWhole: false },
  }
  const act = { act: 'export.made' as const, byId: member._id, byName: member.name, of: `export.${exportId}` }
  const before = await findExport(exportId)
  if (!before) await appendAudit({ ...act, actId: `export.${exportId}`, facts: { kind, days } }, at)
  if (!before && (await insertExport(fresh))) return { exportId, head: exportTables[kind].head }
  const stored = found(before ?? (await findExport(exportId)), 'no-such-export', 'exportId')
  const isSame = stored.byId === member._id && stored.kind === kind && stored.days === days
  if (!isSame) throw refusal('no-such-export', 'exportId')
  return { exportId, head: exportTables[kind].head }
}
