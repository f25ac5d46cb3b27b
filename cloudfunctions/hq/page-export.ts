// The next rows of a table that was begun, and logged, within the hour.
import { mayGoOn } from '@shared/domain/export'
import { now } from '../_kit/clock'
import { findExport, noteRows } from '../_kit/data/exports'
import { AppError, ensure, found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { exportTables } from './export-tables'

/** How many rows were given before, and where the table's own pages stand. */
const readCursor = (cursor: string | undefined): { before: number; own: string | undefined } => {
  if (cursor === undefined) return { before: 0, own: undefined }
  const [, before, own] = /^(\d{1,7})~(.{1,100})$/.exec(cursor) ?? []
  if (before === undefined || own === undefined) throw new AppError('invalid', 'bad-cursor', 'cursor')
  return { before: Number(before), own }
}

export const pageExport: Handler<'hq', 'export.page'> = async ({ exportId, cursor }, { caller: { member } }) => {
  const at = now()
  const stored = found(await findExport(exportId), 'no-such-export', 'exportId')
  ensure(mayGoOn(stored, member._id, at), 'exportId')
  const { kind } = stored
  if (kind === 'names') throw refusal('no-such-export', 'exportId')
  const { before, own } = readCursor(cursor)
  const { rows, next } = await exportTables[kind].page(own, { days: stored.days, at })
  const given = before + rows.length
  await noteRows(exportId, given, next === null)
  return { rows, next: next === null ? null : `${given}~${next}` }
}
