// How do many pictures look side by side? A contact sheet: rows of small pictures, each whole within its cell.
import { createCanvas, loadImage } from '@napi-rs/canvas'

const CELL = 260
const GAP = 10
const GROUND = '#EEF1F0'

/** One cell of `cell` px per file, `columns` in a row; a PNG. */
export const contactSheet = async (files: readonly Buffer[], columns: number, cell = CELL): Promise<Buffer> => {
  const rows = Math.ceil(files.length / columns)
  const pitch = cell + GAP
  const canvas = createCanvas(columns * pitch + GAP, rows * pitch + GAP)
  const ctx = canvas.getContext('2d')
  ctx.fillStyle = GROUND
  ctx.fillRect(0, 0, canvas.width, canvas.height)
  for (const [at, file] of files.entries()) {
    const image = await loadImage(file)
    const scale = cell / Math.max(image.width, image.height)
    const [w, h] = [image.width * scale, image.height * scale]
    const x = GAP + (at % columns) * pitch + (cell - w) / 2
    const y = GAP + Math.floor(at / columns) * pitch + (cell - h) / 2
    ctx.drawImage(image, x, y, w, h)
  }
  return canvas.encode('png')
}
