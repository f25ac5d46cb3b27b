// What is in a CSV file? Rows of cells, with quotes, line breaks within them, and whichever mark parts the cells.
const MARKS = [',', '\t', ';', '，'] as const

/** The mark that stands most often in the first line. */
const markOf = (text: string): string => {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const counts = MARKS.map((mark) => first.split(mark).length - 1)
  return MARKS[counts.indexOf(Math.max(...counts))] ?? ','
}

/** Cells as texts; a quote within a quoted cell is doubled (RFC 4180). The last line break ends nothing. */
export const readCsv = (file: string, mark = markOf(file.replace(/^\ufeff/, ''))): string[][] => {
  const text = file.replace(/^\ufeff/, '')
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (letter === '"' && cell === '') quoted = true
    else if (letter === mark) endCell()
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text.charAt(at + 1) === '\n') at++
      endRow()
    } else cell += letter
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}
