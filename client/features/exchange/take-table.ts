// How is a whole table taken out? Logged first, then page by page, saying how many rows have come.
import type { Cell, ExportKind } from '@shared/domain/export'
import { call } from '@/platform/call'

export type Table = { head: string[]; rows: Cell[][] }
export type Taking = { exportId: string; kind: ExportKind; days: number }

/** Throws CallError; asked again with the same exportId it is the same export. */
export const takeTable = async (taking: Taking, onRows: (rows: number) => void): Promise<Table> => {
  const { head } = await call('hq', 'export.begin', taking)
  const rows: Cell[][] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: { rows: Cell[][]; next: string | null } = await call('hq', 'export.page', {
      exportId: taking.exportId,
      ...(cursor === undefined ? {} : { cursor }),
    })
    rows.push(...page.rows)
    onRows(rows.length)
    cursor = page.next
  }
  return { head, rows }
}
