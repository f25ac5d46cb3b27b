// What does the painter ask of a canvas? Only what WeChat's 2d canvas, browsers and @napi-rs/canvas all have.

import type { Box } from '../domain/picture-layout'

/** Anything a context can draw: an image, a bitmap or another canvas. */
export type Drawable = { width: number; height: number }

export interface Ctx2D {
  fillStyle: string | object
  strokeStyle: string | object
  lineWidth: number
  globalAlpha: number
  font: string
  textAlign: 'left' | 'right' | 'center' | 'start' | 'end'
  textBaseline: 'top' | 'hanging' | 'middle' | 'alphabetic' | 'ideographic' | 'bottom'
  imageSmoothingEnabled: boolean
  save(): void
  restore(): void
  beginPath(): void
  closePath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  arc(x: number, y: number, radius: number, from: number, to: number): void
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void
  clip(): void
  fill(): void
  stroke(): void
  fillRect(x: number, y: number, w: number, h: number): void
  strokeRect(x: number, y: number, w: number, h: number): void
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { width: number }
  createRadialGradient(
    x0: number,
    y0: number,
    r0: number,
    x1: number,
    y1: number,
    r1: number,
  ): { addColorStop(at: number, color: string): void }
  createLinearGradient(
    x0: number,
    y0: number,
    x1: number,
    y1: number,
  ): { addColorStop(at: number, color: string): void }
  /** Each runtime has its own image classes; callers pass a Drawable of the runtime the context comes from. */
  drawImage(image: unknown, ...box: number[]): void
}

export type { Box } from '../domain/picture-layout'

const FAMILIES = '"PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif'

export const fontOf = (weight: 400 | 600, size: number): string => `${weight} ${size}px ${FAMILIES}`

/** Where the baseline of a line stands whose middle is at `middle`: what runtimes take for the middle differs by pixels. */
export const baselineOf = (middle: number, size: number): number => Math.round(middle + size * 0.38)

/** A path with round corners; `roundRect` is missing on older phones. */
export function roundedPath(ctx: Ctx2D, box: Box, radius: number): void {
  const { x, y, w, h } = box
  const r = Math.min(radius, w / 2, h / 2)
  ctx.beginPath()
  ctx.moveTo(x + r, y)
  ctx.arcTo(x + w, y, x + w, y + h, r)
  ctx.arcTo(x + w, y + h, x, y + h, r)
  ctx.arcTo(x, y + h, x, y, r)
  ctx.arcTo(x, y, x + w, y, r)
  ctx.closePath()
}
