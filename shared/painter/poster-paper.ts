// The editorial poster: white paper, the title first, a framed photo beside or above a narrow column of text.
import type { Box, Ctx2D } from './canvas'
import { POSTER_PAINT } from './palettes'
import { EDGE, INNER, POSTER_SIZE, type PosterModel, type PosterPhoto } from './poster-model'
import { drawPhoto, drawRipple } from './poster-photo'
import { type Placement, placePhoto } from './poster-place'
import { CODE_SIDE, paintFoot } from './poster-rep'
import { layText, layTitle, paintText, type TextStyle, WIDE_TITLE } from './poster-text'

const PAINT = POSTER_PAINT.paper
const EXCERPT: TextStyle = { size: 32, leading: 56, lines: 2, weight: 400 }
const COLUMN: TextStyle = { ...EXCERPT, lines: 9 }
const MARK = { y: 80, w: 64, h: 6 }
const TITLE_TOP = 116
const GAP = 40
const FOOT_TOP = POSTER_SIZE.height - EDGE - CODE_SIDE
const RULE_Y = FOOT_TOP - 44
/** Half of what the leading leaves below the letters: their foot stands level with the photo's. */
const COLUMN_DROP = 12
const PHOTO_WIDTH = { least: 540, most: 640 }
/** Photos at least this tall for their width stand beside the text. */
const BESIDE_RATIO = 1.1

/** A hairline keeps a white photo from melting into the page. */
function hang(ctx: Ctx2D, photo: PosterPhoto, placement: Placement): void {
  const { x, y, w, h } = placement.target
  drawPhoto(ctx, photo, placement)
  ctx.strokeStyle = PAINT.line
  ctx.lineWidth = 2
  ctx.strokeRect(x - 1, y - 1, w + 2, h + 2)
}

/** The photo at the right, as wide as its shape asks for; the text at the left, level with its foot. */
function paintBeside(ctx: Ctx2D, model: PosterModel, photo: PosterPhoto, stage: Box): void {
  const { width, height } = photo.picture
  const w = Math.round(Math.min(PHOTO_WIDTH.most, Math.max(PHOTO_WIDTH.least, (stage.h * width) / height)))
  hang(ctx, photo, placePhoto({ ...stage, x: stage.x + stage.w - w, w }, photo, []))
  const column = layText(ctx, model.excerpt, COLUMN, stage.w - w - GAP)
  paintText(ctx, column, { x: stage.x, y: stage.y + stage.h - column.height + COLUMN_DROP }, PAINT.note)
}

function paintAbove(ctx: Ctx2D, model: PosterModel, stage: Box): void {
  const excerpt = layText(ctx, model.excerpt, EXCERPT, stage.w)
  const taken = excerpt.lines.length === 0 ? 0 : excerpt.height + GAP - 12
  const box = { ...stage, h: stage.h - taken }
  if (model.photo === null) drawRipple(ctx, PAINT, box)
  else hang(ctx, model.photo, placePhoto(box, model.photo, []))
  paintText(ctx, excerpt, { x: stage.x, y: stage.y + stage.h - excerpt.height }, PAINT.note)
}

export function paintPaper(ctx: Ctx2D, model: PosterModel): void {
  ctx.fillStyle = PAINT.ground
  ctx.fillRect(0, 0, POSTER_SIZE.width, POSTER_SIZE.height)
  ctx.fillStyle = PAINT.accent
  ctx.fillRect(EDGE, MARK.y, MARK.w, MARK.h)
  const title = layTitle(ctx, model.title, WIDE_TITLE, INNER)
  const top = paintText(ctx, title, { x: EDGE, y: TITLE_TOP }, PAINT.ink) + GAP
  const stage = { x: EDGE, y: top, w: INNER, h: RULE_Y - GAP - top }
  const { photo } = model
  const isTall = photo !== null && photo.picture.height >= photo.picture.width * BESIDE_RATIO
  if (isTall && model.excerpt.trim() !== '') paintBeside(ctx, model, photo, stage)
  else paintAbove(ctx, model, stage)
  ctx.fillStyle = PAINT.line
  ctx.fillRect(EDGE, RULE_Y, INNER, 2)
  paintFoot(ctx, model, PAINT, { x: EDGE, y: FOOT_TOP, w: INNER, h: CODE_SIDE })
}
