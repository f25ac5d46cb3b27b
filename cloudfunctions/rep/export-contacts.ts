// She takes her own names along: remarks and tags she wrote, nothing anybody read. Written down before a name is given.
import { EXPORT_OPEN_MS, type Export } from '@shared/domain/export'
import type { ContactId } from '@shared/domain/ids'
import { appendAudit } from '../_kit/audit'
import { now } from '../_kit/clock'
import { pageNames } from '../_kit/data/contacts'
import { findExport, insertExport, noteRows } from '../_kit/data/exports'
import { found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

const PAGE = 500

export const exportContacts: Handler<'rep', 'contact.export'> = async (
  { exportId, cursor },
  { caller: { member } },
) => {
  const at = now()
  const logged: Export = {
    ...{ _id: exportId, kind: 'names', days: 0, at, byId: member._id, byName: member.name },
    ...{ rows: 0, isWhole: false },
  }
  if (cursor === undefined && !(await findExport(exportId))) {
    const act = { act: 'export.made' as const, byId: member._id, byName: member.name, of: `export.${exportId}` }
    await appendAudit({ ...act, actId: `export.${exportId}`, facts: { kind: 'names' } }, at)
    await insertExport(logged)
  }
  const stored = found(await findExport(exportId), 'no-such-export', 'exportId')
  if (stored.byId !== member._id || stored.kind !== 'names') throw refusal('no-such-export', 'exportId')
  if (at - stored.at > EXPORT_OPEN_MS) throw refusal('export-over', 'exportId')
  const { names, next } = await pageNames(member._id, cursor as ContactId | undefined, PAGE)
  if (cursor === undefined || next === null) await noteRows(exportId, names.length, next === null)
  return {
    names: names.map(({ remark, tags, createdAt }) => ({ remark: remark ?? '', tags, at: createdAt })),
    next,
  }
}
