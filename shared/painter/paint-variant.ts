// How does a recipe become a picture? Frame and name card grow around the photo; nothing is ever painted over it but tone.
import { bandColor, CARD_PAINT, type CardPaint, FRAME_PAINT } from '../domain/picture-colors'
import { type Box, layoutPicture, lightOn, type PictureLayout, type Size } from '../domain/picture-layout'
import type { Recipe } from '../domain/recipe'
import { baselineOf, type Ctx2D, type Drawable, fontOf } from './canvas'
import { drawFace } from './face'
import { ellipsise } from './text-layout'

/** avatar: a picture of her, shown round. */
export type RepCard = { name: string; store: string; avatar?: Drawable | null }

/** The size the canvas must have before painting. */
export const variantSize = (image: Size, recipe: Recipe): Size => {
  const { width, height } = layoutPicture(image, recipe)
  return { width, height }
}

const fillBox = (ctx: Ctx2D, color: string | object, { x, y, w, h }: Box): void => {
  ctx.fillStyle = color
  ctx.fillRect(x, y, w, h)
}

/** Thin washes of black: no filter and no pixel loop, which phones lack or are slow at. */
const paintTone = (ctx: Ctx2D, tone: NonNullable<Recipe['tone']>, photo: Box): void => {
  if (tone.shade > 0) fillBox(ctx, `rgba(0, 0, 0, ${tone.shade / 100})`, photo)
  const { x, y, radius } = lightOn(tone, photo)
  const light = ctx.createRadialGradient(x, y, 0, x, y, radius)
  light.addColorStop(0, 'rgba(0, 0, 0, 0)')
  light.addColorStop(1, `rgba(0, 0, 0, ${tone.light / 100})`)
  fillBox(ctx, light, photo)
}

/** The hairline of the double frame stands outside the photo. */
const paintHairline = (ctx: Ctx2D, color: string, { photo }: PictureLayout): void => {
  const gap = Math.max(2, Math.round(photo.x / 2))
  ctx.strokeStyle = color
  ctx.lineWidth = Math.max(1, Math.round(photo.x / 12))
  ctx.strokeRect(photo.x - gap, photo.y - gap, photo.w + 2 * gap, photo.h + 2 * gap)
}

type Line = { text: string; weight: 400 | 600; size: number; color: string; y: number }

const cardLines = ({ name, store }: RepCard, paint: CardPaint, strip: Box): Line[] => {
  const middle = strip.y + strip.h / 2
  const size = Math.round(strip.h * 0.28)
  const nameLine: Line = { text: name, weight: 600, size, color: paint.ink, y: middle }
  if (store === '') return [nameLine]
  const small = Math.round(strip.h * 0.2)
  return [
    { ...nameLine, y: middle - strip.h * 0.15 },
    { text: store, weight: 400, size: small, color: paint.note, y: middle + strip.h * 0.19 },
  ]
}

/** What stands left of her name: her picture, or a bar in the accent. Returns where the text begins. */
const paintSign = (ctx: Ctx2D, paint: CardPaint, { avatar }: RepCard, strip: Box): number => {
  const margin = Math.round(strip.h * 0.22)
  if (avatar) {
    const side = Math.round(strip.h * 0.64)
    drawFace(ctx, avatar, { x: margin, y: strip.y + Math.round((strip.h - side) / 2), w: side, h: side })
    return margin + side + Math.round(margin * 0.7)
  }
  const bar = Math.max(2, Math.round(strip.h * 0.035))
  fillBox(ctx, paint.accent, { x: margin, y: strip.y + strip.h * 0.24, w: bar, h: strip.h * 0.52 })
  return margin + bar + Math.round(margin * 0.8)
}

const paintCard = (ctx: Ctx2D, paint: CardPaint, card: RepCard, strip: Box): void => {
  fillBox(ctx, paint.ground, strip)
  const left = paintSign(ctx, paint, card, strip)
  const room = strip.w - left - Math.round(strip.h * 0.22)
  ctx.textAlign = 'left'
  ctx.textBaseline = 'alphabetic'
  for (const line of cardLines(card, paint, strip)) {
    ctx.font = fontOf(line.weight, line.size)
    ctx.fillStyle = line.color
    ctx.fillText(
      ellipsise(line.text, (part) => ctx.measureText(part).width, room),
      left,
      baselineOf(line.y, line.size),
    )
  }
}

/** Paints onto a canvas of `variantSize(image, recipe)`. */
export const paintVariant = (ctx: Ctx2D, recipe: Recipe, image: Drawable, card: RepCard): void => {
  const layout = layoutPicture(image, recipe)
  const { source, photo } = layout
  const { color, style } = recipe.frame
  ctx.save()
  fillBox(ctx, FRAME_PAINT[color].fill, { x: 0, y: 0, w: layout.width, h: layout.height })
  for (const band of layout.accents) fillBox(ctx, bandColor(recipe), band)
  if (style === 'double') paintHairline(ctx, FRAME_PAINT[color].hairline, layout)
  ctx.imageSmoothingEnabled = photo.w !== source.w || photo.h !== source.h
  ctx.drawImage(image, source.x, source.y, source.w, source.h, photo.x, photo.y, photo.w, photo.h)
  ctx.imageSmoothingEnabled = true
  if (recipe.tone !== null) paintTone(ctx, recipe.tone, photo)
  if (recipe.card !== null && layout.card !== null) paintCard(ctx, CARD_PAINT[recipe.card.palette], card, layout.card)
  ctx.restore()
}
