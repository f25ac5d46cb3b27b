// Which grey does a picture have? Luma by BT.601, the weights JPEG itself uses.

/** Rows of width bytes or reals, 0 (black) to 255 (white). */
export type Grey = { width: number; height: number; data: Float64Array | Uint8Array }

/** Pixels in rows; `channels` values each, red, green and blue first (or one value: grey). */
export type Pixels = { width: number; height: number; channels: number; data: Uint8Array | Uint8ClampedArray }

export type Area = { x: number; y: number; w: number; h: number }

const wholeOf = ({ width, height }: { width: number; height: number }): Area => ({ x: 0, y: 0, w: width, h: height })

/** The luma of `area`, or of the whole picture; not rounded. */
export const greyOf = (pixels: Pixels, area: Area = wholeOf(pixels)): Grey => {
  const { width, channels, data } = pixels
  const grey = new Float64Array(area.w * area.h)
  let to = 0
  for (let y = area.y; y < area.y + area.h; y += 1)
    for (let x = area.x; x < area.x + area.w; x += 1) {
      const at = (y * width + x) * channels
      const red = data[at] ?? 0
      grey[to++] = channels < 3 ? red : 0.299 * red + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
    }
  return { width: area.w, height: area.h, data: grey }
}
