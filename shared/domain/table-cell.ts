// What stands in a table that leaves the house? Nothing that a spreadsheet would take for a formula and run.

/** What a cell may hold: texts, numbers, nothing. */
export type Cell = string | number | null

/** Spreadsheets run what begins with these, also after blanks, and in full width; so do some with a quote removed. */
const RUNS = /^[\s\u200b\ufeff]*[=+\-@\t\r\n|%＝＋－＠]/

/** A text as itself: an apostrophe in front stops a formula (OWASP, CSV injection). Numbers are harmless. */
export const safeCell = (cell: Cell): Cell => (typeof cell === 'string' && RUNS.test(cell) ? `'${cell}` : cell)

export const safeRow = (row: readonly Cell[]): Cell[] => row.map(safeCell)
