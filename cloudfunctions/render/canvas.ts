// How does the cloud paint a picture? Like a phone, on a canvas, and one at a time: nine need no more memory than one.
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas'
import type { Ctx2D, Drawable } from '@shared/painter/canvas'

/** Of 100. */
const QUALITY = 90

export type Open = (file: Buffer) => Promise<Drawable>
export type Work = { size: Drawable; paint: (ctx: Ctx2D) => void }

let turn: Promise<unknown> = Promise.resolve()

/** One after another, whoever asks. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const done = turn.then(work)
  turn = done.catch(() => undefined)
  return done
}

const encode = async ({ size, paint }: Work): Promise<Buffer> => {
  const canvas = createCanvas(size.width, size.height)
  try {
    paint(canvas.getContext('2d'))
    return await canvas.encode('jpeg', QUALITY)
  } finally {
    canvas.width = 1
    canvas.height = 1
  }
}

/** Opens pictures, paints and encodes as JPEG. Pixels go at once: left to the collector, nine pictures take 50 MB more. */
export const paintJpeg = (prepare: (open: Open) => Promise<Work>): Promise<Buffer> =>
  inTurn(async () => {
    const opened: Image[] = []
    const open: Open = async (file) => {
      const picture = await loadImage(file)
      opened.push(picture)
      return picture
    }
    try {
      return await encode(await prepare(open))
    } finally {
      for (const picture of opened) picture.src = Buffer.alloc(0)
    }
  })
