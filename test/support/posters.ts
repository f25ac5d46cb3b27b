// A poster painted for a test: fonts, extreme photos, and a context that notes what was drawn where.
import { join } from 'node:path'
import { type Canvas, createCanvas, GlobalFonts, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import jsQR from 'jsqr'
import type { Box, Drawable } from '../../shared/painter/canvas'
import { POSTER_SIZE, type PosterDesign, type PosterModel, paintPoster } from '../../shared/painter/paint-poster'

export const DESIGNS: readonly PosterDesign[] = ['paper', 'leaf', 'night']

const root = join(__dirname, '../..')

/** Chinese, and emoji as the last resort, as the cloud has them. */
export function registerFonts(): void {
  const fonts = join(root, 'node_modules/@expo-google-fonts')
  for (const weight of ['400Regular', '600SemiBold']) {
    GlobalFonts.registerFromPath(join(fonts, 'noto-sans-sc', weight, `NotoSansSC_${weight}.ttf`), 'Noto Sans SC')
  }
  const emoji = join(fonts, 'noto-color-emoji/400Regular/NotoColorEmoji_400Regular.ttf')
  GlobalFonts.registerFromPath(emoji, 'sans-serif')
}

export const demoPhoto = (name: string) => loadImage(join(root, `assets/demo/${name}.jpg`))

export function picture(width: number, height: number, draw: (ctx: SKRSContext2D) => void): Canvas {
  const canvas = createCanvas(width, height)
  draw(canvas.getContext('2d'))
  return canvas
}

export const plain = (color: string, width = 900, height = 1_200) =>
  picture(width, height, (ctx) => {
    ctx.fillStyle = color
    ctx.fillRect(0, 0, width, height)
  })

export const chequered = (width = 900, height = 1_200, side = 12) =>
  picture(width, height, (ctx) => {
    ctx.fillStyle = '#FFFFFF'
    ctx.fillRect(0, 0, width, height)
    ctx.fillStyle = '#000000'
    for (let y = 0; y < height; y += side) {
      for (let x = y % (2 * side); x < width; x += 2 * side) ctx.fillRect(x, y, side, side)
    }
  })

/** The same noise each time. */
export const noisy = (width = 900, height = 1_200) =>
  picture(width, height, (ctx) => {
    const image = ctx.createImageData(width, height)
    let seed = 20_261_122
    for (let i = 0; i < image.data.length; i += 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      image.data[i] = i % 4 === 3 ? 255 : seed >>> 24
    }
    ctx.putImageData(image, 0, 0)
  })

export type NotedText = { text: string; color: string; box: Box }
export type NotedImage = { image: unknown; source: Box; target: Box }
export type Noted = { canvas: Canvas; texts: NotedText[]; images: NotedImage[] }

const boxOf = ([x = 0, y = 0, w = 0, h = 0]: number[]): Box => ({ x, y, w, h })

function noteText(ctx: SKRSContext2D, text: string, x: number, y: number): NotedText {
  const size = Number(/(\d+)px/.exec(ctx.font)?.[1])
  const w = ctx.measureText(text).width
  const left = ctx.textAlign === 'center' ? x - w / 2 : x
  return { text, color: String(ctx.fillStyle), box: { x: left, y: y - size * 0.55, w, h: size * 1.1 } }
}

/** Paints and notes. Without letters, what lies behind them can be measured. */
export function paintNoted(model: PosterModel, letters: 'with letters' | 'without letters' = 'with letters'): Noted {
  const canvas = createCanvas(POSTER_SIZE.width, POSTER_SIZE.height)
  const real = canvas.getContext('2d')
  const texts: NotedText[] = []
  const images: NotedImage[] = []
  const notes: Record<string, unknown> = {
    fillText: (text: string, x: number, y: number) => {
      texts.push(noteText(real, text, x, y))
      if (letters === 'with letters') real.fillText(text, x, y)
    },
    drawImage: (image: Canvas, ...at: number[]) => {
      if (at.length === 8) images.push({ image, source: boxOf(at), target: boxOf(at.slice(4)) })
      else images.push({ image, source: boxOf([0, 0, image.width, image.height]), target: boxOf(at) })
      Reflect.apply(real.drawImage, real, [image, ...at])
    },
  }
  const ctx = new Proxy(real, {
    get: (target, key) => {
      const value: unknown = notes[String(key)] ?? Reflect.get(target, key)
      return typeof value === 'function' && !(String(key) in notes) ? value.bind(target) : value
    },
    set: (target, key, value) => Reflect.set(target, key, value),
  })
  paintPoster(ctx, model)
  return { canvas, texts, images }
}

export const pixelsOf = (canvas: Canvas, { x, y, w, h }: Box) => {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))]
  const right = Math.min(canvas.width, Math.ceil(x + w))
  const bottom = Math.min(canvas.height, Math.ceil(y + h))
  return canvas.getContext('2d').getImageData(left, top, right - left, bottom - top).data
}

/** Reads the code as saved by WeChat at q70 and shown at `scale`, with 60 px of what is around it. */
export async function readCode(canvas: Canvas, code: Box, scale: 1 | 0.5): Promise<string | undefined> {
  const image = await loadImage(canvas.toBuffer('image/jpeg', 70))
  const side = code.w + 120
  const px = Math.round(side * scale)
  const shown = createCanvas(px, px)
  shown.getContext('2d').drawImage(image, code.x - 60, code.y - 60, side, side, 0, 0, px, px)
  const data = new Uint8ClampedArray(pixelsOf(shown, { x: 0, y: 0, w: px, h: px }))
  return jsQR(data, px, px, { inversionAttempts: 'dontInvert' })?.data
}

const CHANNEL = Array.from({ length: 256 }, (_, value) =>
  value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
)
const channel = (value: number) => CHANNEL[value] ?? 0
export const luminance = (r: number, g: number, b: number) =>
  0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)

export const luminanceOf = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return luminance(r, g, b)
}

export const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)

export const asPhoto = (shown: Drawable) => ({ picture: shown, focus: null, keepOut: [] })
