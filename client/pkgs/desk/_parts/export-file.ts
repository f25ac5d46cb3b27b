// How does a table become a file one can open? CSV with a mark that tells Excel it is Chinese, or a workbook; no cell of
// either is run as a formula: in a workbook texts are typed as texts, in a CSV an apostrophe stands in front.
import { type Cell, safeRow } from '@shared/domain/table-cell'
import type { Table } from '@/features/exchange/take-table'

export type Format = 'csv' | 'xlsx'

/** Tells Excel that the file is UTF-8. */
const BOM = '\ufeff'
const WIDEST = 40 // characters

export const csvOf = async ({ head, rows }: Table): Promise<string> => {
  const { default: papa } = await import('papaparse')
  return BOM + papa.unparse([safeRow(head), ...rows.map(safeRow)], { newline: '\r\n' })
}

const cellOf = (cell: Cell) =>
  cell === null ? null : typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String }

const workbookOf = async ({ head, rows }: Table): Promise<Blob> => {
  const { default: write } = await import('write-excel-file/browser')
  const top = head.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))
  const columns = head.map((name, at) => ({
    width: Math.min(
      WIDEST,
      Math.max(name.length * 2, ...rows.slice(0, 100).map((row) => String(row[at] ?? '').length)) + 2,
    ),
  }))
  return write([top, ...rows.map((row) => row.map(cellOf))], { columns, stickyRowsCount: 1 }).toBlob()
}

export const fileOf = async (table: Table, format: Format): Promise<Blob> =>
  format === 'xlsx' ? workbookOf(table) : new Blob([await csvOf(table)], { type: 'text/csv;charset=utf-8' })

const SETTLE_MS = 10_000 // some browsers read the blob after the click

export const saveBlob = (name: string, blob: Blob): void => {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.appendChild(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), SETTLE_MS)
}
