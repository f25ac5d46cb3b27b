// What will a picture look like to a machine? The difference hash of what a recipe paints, told from a small grey model.
import { CARD_PAINT, FRAME_PAINT } from './picture-colors'
import { type Box, layoutPicture, lightOn, type PictureLayout, type Size } from './picture-layout'
import type { Recipe } from './recipe'
import { bitsIn } from './variant/simhash'

/** Longest side of the model, px. */
export const MODEL_EDGE = 180

/** One byte per pixel, row by row. */
export type GreyModel = Size & { grey: Uint8Array }

/** dHash: 64 bits as two unsigned words; is each of 8 × 8 cells darker than the one to its right? */
export type Print = readonly [high: number, low: number]

export const printDistance = (a: Print, b: Print): number => bitsIn(a[0] ^ b[0]) + bitsIn(a[1] ^ b[1])

const COLUMNS = 9
const ROWS = 8

/** Luma of a #RRGGBB colour, 0 to 255 (Rec. 601, as JPEG has it). */
const lumaOf = (hex: string): number => {
  const rgb = parseInt(hex.slice(1), 16)
  return 0.299 * (rgb >> 16) + 0.587 * ((rgb >> 8) & 255) + 0.114 * (rgb & 255)
}

const FRAME_GREY = Object.fromEntries(Object.entries(FRAME_PAINT).map(([name, { fill }]) => [name, lumaOf(fill)]))
const CARD_GREY = Object.fromEntries(Object.entries(CARD_PAINT).map(([name, { ground }]) => [name, lumaOf(ground)]))

/** Sums of a model from its corner, so that any rectangle's sum costs four look-ups. */
class GreySums {
  private readonly sums: Float64Array
  private readonly stride: number

  constructor(private readonly model: GreyModel) {
    const { width, height, grey } = model
    this.stride = width + 1
    this.sums = new Float64Array(this.stride * (height + 1))
    for (let y = 1; y <= height; y += 1) {
      let row = 0
      for (let x = 1; x <= width; x += 1) {
        row += grey[(y - 1) * width + x - 1] as number
        this.sums[y * this.stride + x] = (this.sums[(y - 1) * this.stride + x] as number) + row
      }
    }
  }

  /** The mean grey over [0, x) × [0, y), fractions of the sides, times that area: 255 over the whole of a white model. */
  upTo(x: number, y: number): number {
    const { width, height } = this.model
    const [atX, atY] = [x * width, y * height]
    const left = Math.min(width - 1, Math.floor(atX))
    const top = Math.min(height - 1, Math.floor(atY))
    const [dx, dy] = [atX - left, atY - top]
    const at = top * this.stride + left
    const { sums, stride } = this
    const above = (sums[at] as number) * (1 - dx) + (sums[at + 1] as number) * dx
    const below = (sums[at + stride] as number) * (1 - dx) + (sums[at + stride + 1] as number) * dx
    return (above * (1 - dy) + below * dy) / (width * height)
  }
}

/**
 * Tells the prints of one image: thousands of recipes are tried, so that nothing is made anew for each. Cells are the
 * 9 × 8 equal parts of the painted picture.
 */
export class Printer {
  private readonly sums: GreySums
  /** Where the edges of the cells fall on the part that is painted, px of the picture. */
  private readonly xs = new Float64Array(COLUMNS + 1)
  private readonly ys = new Float64Array(ROWS + 1)
  /** The image's light up to each corner of the cells. */
  private readonly corners = new Float64Array((COLUMNS + 1) * (ROWS + 1))
  /** Of each cell: its light (grey times area), and the area that is not painted yet. */
  private readonly light = new Float64Array(COLUMNS * ROWS)
  private readonly bare = new Float64Array(COLUMNS * ROWS)

  constructor(
    private readonly image: Size,
    model: GreyModel,
  ) {
    this.sums = new GreySums(model)
  }

  /** Lays the edges of the cells on a part, each held within it. */
  private lay({ width, height }: Size, part: Box): void {
    for (let n = 0; n <= COLUMNS; n += 1)
      this.xs[n] = Math.min(part.x + part.w, Math.max(part.x, (n * width) / COLUMNS))
    for (let n = 0; n <= ROWS; n += 1) this.ys[n] = Math.min(part.y + part.h, Math.max(part.y, (n * height) / ROWS))
  }

  private add(at: number, grey: number, area: number): void {
    this.light[at] = (this.light[at] as number) + grey * area
    this.bare[at] = (this.bare[at] as number) - area
  }

  private paintPlain(size: Size, part: Box, grey: number): void {
    this.lay(size, part)
    for (let row = 0; row < ROWS; row += 1)
      for (let column = 0; column < COLUMNS; column += 1) {
        const across = (this.xs[column + 1] as number) - (this.xs[column] as number)
        const down = (this.ys[row + 1] as number) - (this.ys[row] as number)
        this.add(row * COLUMNS + column, grey, across * down)
      }
  }

  private sumCorners({ photo, source }: PictureLayout): void {
    const { width, height } = this.image
    for (let row = 0; row <= ROWS; row += 1) {
      const v = (source.y + (((this.ys[row] as number) - photo.y) / photo.h) * source.h) / height
      for (let column = 0; column <= COLUMNS; column += 1) {
        const u = (source.x + (((this.xs[column] as number) - photo.x) / photo.w) * source.w) / width
        this.corners[row * (COLUMNS + 1) + column] = this.sums.upTo(u, v)
      }
    }
  }

  /** Mean grey of the image that a cell sees; NaN where it sees none. */
  private seen(row: number, column: number, share: number): number {
    const at = row * (COLUMNS + 1) + column
    const below = at + COLUMNS + 1
    const { corners } = this
    const sum = (corners[below + 1] as number) - (corners[below] as number)
    return (sum - (corners[at + 1] as number) + (corners[at] as number)) / share
  }

  /** As the painter shades: everywhere, and the more the farther from the light. */
  private paintPhoto(layout: PictureLayout, tone: Recipe['tone']): void {
    const { photo, source } = layout
    this.lay(layout, photo)
    this.sumCorners(layout)
    const perArea = (source.w * source.h) / (this.image.width * this.image.height) / (photo.w * photo.h)
    const light = tone && lightOn(tone, photo)
    for (let row = 0; row < ROWS; row += 1)
      for (let column = 0; column < COLUMNS; column += 1) {
        const [x0, x1] = [this.xs[column] as number, this.xs[column + 1] as number]
        const [y0, y1] = [this.ys[row] as number, this.ys[row + 1] as number]
        const area = (x1 - x0) * (y1 - y0)
        if (area <= 0) continue
        let grey = this.seen(row, column, area * perArea)
        if (tone && light) {
          const [dx, dy] = [(x0 + x1) / 2 - light.x, (y0 + y1) / 2 - light.y]
          const far = Math.min(1, Math.sqrt(dx * dx + dy * dy) / light.radius)
          grey *= (1 - tone.shade / 100) * (1 - (tone.light * far) / 100)
        }
        this.add(row * COLUMNS + column, grey, area)
      }
  }

  /** Is each cell darker than the one to its right? What nothing covers wears the frame's colour. */
  private bits(frame: number): Print {
    const words: [number, number] = [0, 0]
    for (let row = 0; row < ROWS; row += 1) {
      let before = Number.POSITIVE_INFINITY
      for (let column = 0; column < COLUMNS; column += 1) {
        const at = row * COLUMNS + column
        const light = (this.light[at] as number) + frame * (this.bare[at] as number)
        const word = row < ROWS / 2 ? 0 : 1
        if (column > 0) words[word] = ((words[word] << 1) | (before < light ? 1 : 0)) >>> 0
        before = light
      }
    }
    return words
  }

  /** The dHash of what the recipe paints of the image. */
  print(recipe: Recipe): Print {
    const layout = layoutPicture(this.image, recipe)
    const { frame, card, tone } = recipe
    this.light.fill(0)
    this.bare.fill((layout.width / COLUMNS) * (layout.height / ROWS))
    this.paintPhoto(layout, tone)
    if (layout.card && card) this.paintPlain(layout, layout.card, CARD_GREY[card.palette] ?? 0)
    const bandGrey = (card ? CARD_GREY[card.palette] : FRAME_GREY[frame.accent]) ?? 0
    for (const band of layout.accents) this.paintPlain(layout, band, bandGrey)
    return this.bits(FRAME_GREY[frame.color] ?? 0)
  }
}
