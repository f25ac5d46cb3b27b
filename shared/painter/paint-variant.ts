// How does a recipe become a picture? Frame and name card grow around the photo; nothing is ever painted over it but tone.
import type { Recipe } from '../domain/recipe'
import { type Box, type Ctx2D, type Drawable, drawCode, fontOf } from './canvas'
import { CARD_PAINT, FRAME_PAINT } from './palettes'
import { ellipsise } from './text-layout'

export type RepCard = { name: string; store: string; note?: string; code?: Drawable }

/** Longest side of a painted picture, px: what WeChat keeps of a Moments picture, with a little to spare. */
export const VARIANT_MAX_EDGE = 1_440

export type VariantLayout = {
  width: number
  height: number
  /** Where the picture is read from, in the image's own pixels. */
  source: Box
  photo: Box
  card: Box | null
}

/** How much wider a style is than the recipe's width, and how much more it has below the photo. */
const STYLE = {
  line: { sides: 0.7, below: 0.7 },
  mat: { sides: 1.8, below: 1.8 },
  double: { sides: 1.5, below: 1.5 },
  print: { sides: 1.1, below: 3.2 },
} as const

function sourceOf({ width, height }: Drawable, { crop }: Recipe): Box {
  const x = Math.round((width * crop.x) / 1_000)
  const y = Math.round((height * crop.y) / 1_000)
  const w = Math.max(1, Math.min(width - x, Math.round((width * crop.w) / 1_000)))
  const h = Math.max(1, Math.min(height - y, Math.round((height * crop.h) / 1_000)))
  return { x, y, w, h }
}

/** Where everything stands. Pictures are never enlarged. */
export function layoutVariant(image: Drawable, recipe: Recipe, maxEdge = VARIANT_MAX_EDGE): VariantLayout {
  const source = sourceOf(image, recipe)
  const { frame, card } = recipe
  const unit = (Math.min(source.w, source.h) * frame.width) / 1_000
  const side = unit * STYLE[frame.style].sides
  const below = unit * (card === null ? STYLE[frame.style].below : STYLE[frame.style].sides)
  const fullWidth = source.w + 2 * side
  const strip = card === null ? 0 : (fullWidth * card.height) / 1_000
  const fullHeight = source.h + side + below + strip
  const scale = Math.min(1, maxEdge / Math.max(fullWidth, fullHeight))
  const px = (length: number) => Math.max(1, Math.round(length * scale))
  const width = px(source.w) + 2 * px(side)
  const stripHeight = card === null ? 0 : px(strip)
  const top = px(side) + (card?.position === 'top' ? stripHeight : 0)
  const photo = { x: px(side), y: top, w: px(source.w), h: px(source.h) }
  const height = px(side) + stripHeight + photo.h + px(below)
  const stripY = card?.position === 'top' ? 0 : height - stripHeight
  return { width, height, source, photo, card: card === null ? null : { x: 0, y: stripY, w: width, h: stripHeight } }
}

/** The size the canvas must have before painting. */
export function variantSize(image: Drawable, recipe: Recipe, maxEdge = VARIANT_MAX_EDGE): Drawable {
  const { width, height } = layoutVariant(image, recipe, maxEdge)
  return { width, height }
}

/** Thin washes of plain colour: no filter and no pixel loop, which phones lack or are slow at. */
function paintTone(ctx: Ctx2D, tone: NonNullable<Recipe['tone']>, { x, y, w, h }: Box): void {
  const washes = [
    { color: tone.brightness > 0 ? '#FFFFFF' : '#000000', percent: Math.abs(tone.brightness) },
    { color: tone.warmth > 0 ? '#FF9A3C' : '#3C8CFF', percent: Math.abs(tone.warmth) },
  ]
  for (const { color, percent } of washes) {
    if (percent === 0) continue
    ctx.globalAlpha = percent / 100
    ctx.fillStyle = color
    ctx.fillRect(x, y, w, h)
  }
  ctx.globalAlpha = 1
}

/** The hairline of the double frame stands outside the photo. */
function paintHairline(ctx: Ctx2D, color: string, { photo }: VariantLayout): void {
  const gap = Math.max(2, Math.round(photo.x / 2))
  const thick = Math.max(1, Math.round(photo.x / 12))
  ctx.strokeStyle = color
  ctx.lineWidth = thick
  ctx.strokeRect(photo.x - gap, photo.y - gap, photo.w + 2 * gap, photo.h + 2 * gap)
}

type Line = { text: string; weight: 400 | 600; size: number; color: string; y: number }

function cardLines(card: RepCard, paint: (typeof CARD_PAINT)['paper'], strip: Box): Line[] {
  const middle = strip.y + strip.h / 2
  const below = [card.store, card.note ?? ''].filter((part) => part !== '').join(' · ')
  const size = Math.round(strip.h * 0.27)
  const small = Math.round(strip.h * 0.19)
  return [
    { text: card.name, weight: 600, size, color: paint.ink, y: below === '' ? middle : middle - strip.h * 0.15 },
    { text: below, weight: 400, size: small, color: paint.note, y: middle + strip.h * 0.19 },
  ]
}

function paintCard(ctx: Ctx2D, recipe: NonNullable<Recipe['card']>, card: RepCard, strip: Box): void {
  const paint = CARD_PAINT[recipe.palette]
  const margin = Math.round(strip.h * 0.22)
  ctx.fillStyle = paint.ground
  ctx.fillRect(strip.x, strip.y, strip.w, strip.h)
  const bar = Math.max(2, Math.round(strip.h * 0.035))
  ctx.fillStyle = paint.accent
  ctx.fillRect(margin, strip.y + strip.h * 0.24, bar, strip.h * 0.52)
  const code = Math.round(strip.h * 0.8)
  const right = card.code === undefined ? margin : code + 2 * margin
  if (card.code !== undefined) {
    const inset = (strip.h - code) / 2
    drawCode(ctx, card.code, { x: strip.x + strip.w - code - inset, y: strip.y + inset, w: code, h: code })
  }
  const left = margin + bar + margin * 0.8
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  for (const line of cardLines(card, paint, strip)) {
    ctx.font = fontOf(line.weight, line.size)
    ctx.fillStyle = line.color
    const text = ellipsise(line.text, (part) => ctx.measureText(part).width, strip.w - left - right)
    ctx.fillText(text, left, line.y)
  }
}

/**
 * Paints onto a canvas of `variantSize(image, recipe)`. For another size, scale the context first by the ratio of
 * the widths; everything scales with it.
 */
export function paintVariant(ctx: Ctx2D, recipe: Recipe, image: Drawable, card: RepCard): void {
  const layout = layoutVariant(image, recipe)
  const { source, photo } = layout
  const frame = FRAME_PAINT[recipe.frame.color]
  ctx.save()
  ctx.fillStyle = frame.fill
  ctx.fillRect(0, 0, layout.width, layout.height)
  if (recipe.frame.style === 'double') paintHairline(ctx, frame.hairline, layout)
  ctx.imageSmoothingEnabled = true
  ctx.drawImage(image, source.x, source.y, source.w, source.h, photo.x, photo.y, photo.w, photo.h)
  if (recipe.tone !== null) paintTone(ctx, recipe.tone, photo)
  if (recipe.card !== null && layout.card !== null) paintCard(ctx, recipe.card, card, layout.card)
  ctx.restore()
}
