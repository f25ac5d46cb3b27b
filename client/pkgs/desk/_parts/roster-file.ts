// What does a spreadsheet say? Tables of text from a CSV file in whatever letters it was saved, or from the sheets of a workbook.
import type { CellValue } from 'read-excel-file/browser'

export type Sheet = { name: string; table: string[][] }
export const FILE_BYTES_MAX = 10 * 1024 * 1024

/** UTF-8 with or without a mark; else what Excel in China saves. */
export const decodeText = (bytes: ArrayBuffer): string => {
  const [first, second] = new Uint8Array(bytes.slice(0, 2))
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const readCsv = async (bytes: ArrayBuffer): Promise<string[][]> => {
  const { default: Papa } = await import('papaparse')
  return Papa.parse<string[]>(decodeText(bytes).replace(/^\ufeff/, ''), { skipEmptyLines: false }).data
}

/** Days as days; numbers as they are written, so that a code keeps no '.0'. */
const cellText = (cell: CellValue | null): string => {
  if (cell === null) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

const readWorkbook = async (file: ArrayBuffer): Promise<Sheet[]> => {
  const { default: readSheets } = await import('read-excel-file/browser')
  const sheets = await readSheets(file)
  return sheets.map(({ sheet, data }) => ({ name: sheet, table: data.map((row) => row.map(cellText)) }))
}

const ZIP = 0x4b50 // how every xlsx begins
const isWorkbook = (bytes: ArrayBuffer): boolean =>
  bytes.byteLength > 1 && new DataView(bytes).getUint16(0, true) === ZIP

/** By what it is, not by what it is called. Throws what cannot be read. */
export const readSheetsOf = async (file: File): Promise<Sheet[]> => {
  const bytes = await file.arrayBuffer()
  return isWorkbook(bytes) ? readWorkbook(bytes) : [{ name: file.name, table: await readCsv(bytes) }]
}

/** The same rows are known again. */
export const printOf = async (text: string): Promise<string> => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
