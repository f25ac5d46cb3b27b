// How alike do two pictures look to a simple machine? dHash: is each of 8 × 8 cells darker than its right neighbour?
import type { Grey } from './grey'

/** 64 bits as two unsigned words, the upper four rows first: as shared/domain/picture-model.ts has them. */
export type Hash64 = readonly [high: number, low: number]

const COLUMNS = 9
const ROWS = 8

/** The share of each pixel of a side that falls into each of `cells` equal cells. */
const sharesOf = (length: number, cells: number): { from: number; weights: Float64Array }[] =>
  Array.from({ length: cells }, (_, cell) => {
    const [start, end] = [(cell * length) / cells, ((cell + 1) * length) / cells]
    const from = Math.floor(start)
    const to = Math.min(length, Math.ceil(end))
    const weights = Float64Array.from({ length: to - from }, (__, i) => {
      const at = from + i
      return Math.min(end, at + 1) - Math.max(start, at)
    })
    return { from, weights }
  })

/** Mean grey of 9 × 8 cells, row by row; a pixel on a border counts for both sides by its share. */
export const cellsOf = ({ width, height, data }: Grey): Float64Array => {
  const across = sharesOf(width, COLUMNS)
  const down = sharesOf(height, ROWS)
  const cells = new Float64Array(COLUMNS * ROWS)
  down.forEach(({ from, weights }, row) => {
    weights.forEach((weight, dy) => {
      const start = (from + dy) * width
      across.forEach((column, at) => {
        let sum = 0
        for (let dx = 0; dx < column.weights.length; dx += 1)
          sum += (data[start + column.from + dx] ?? 0) * (column.weights[dx] ?? 0)
        cells[row * COLUMNS + at] = (cells[row * COLUMNS + at] ?? 0) + sum * weight
      })
    })
  })
  const area = (width / COLUMNS) * (height / ROWS)
  return cells.map((cell) => cell / area)
}

export const dHash = (grey: Grey): Hash64 => {
  const cells = cellsOf(grey)
  const words: [number, number] = [0, 0]
  for (let row = 0; row < ROWS; row += 1)
    for (let column = 0; column < COLUMNS - 1; column += 1) {
      const at = row * COLUMNS + column
      const darker = (cells[at] ?? 0) < (cells[at + 1] ?? 0) ? 1 : 0
      const word = row < ROWS / 2 ? 0 : 1
      words[word] = ((words[word] << 1) | darker) >>> 0
    }
  return words
}
