// What does a rep's poster look like? One family in three moods: photo, title, a few lines, who sends it and a code.
import { type Box, type Ctx2D, type Drawable, drawCode, fontOf, roundedPath } from './canvas'
import { POSTER_PAINT, type PosterDesign, type PosterPaint } from './palettes'
import { POSTER_SIZE, type PosterModel } from './poster-model'
import { ellipsise, wrapText } from './text-layout'

export type { PosterDesign } from './palettes'
export { POSTER_SIZE, type PosterModel, type PosterPhoto, type PosterRep } from './poster-model'

const EDGE = 72
const INNER = POSTER_SIZE.width - 2 * EDGE
const TITLE = { size: 58, leading: 80, lines: 2 }
const EXCERPT = { size: 34, leading: 56, lines: 3 }
const PHOTO_HEIGHT = 616
const CODE_SIDE = 216
const FOOT_TOP = POSTER_SIZE.height - EDGE - CODE_SIDE

/** Paper hangs the photo within a margin, leaf under an arch, night lets it run to the edges. */
const STAGE: Record<PosterDesign, { box: Box; radius: number; arch: boolean }> = {
  paper: { box: { x: EDGE, y: EDGE, w: INNER, h: PHOTO_HEIGHT }, radius: 20, arch: false },
  leaf: { box: { x: EDGE, y: EDGE, w: INNER, h: PHOTO_HEIGHT }, radius: 260, arch: true },
  night: { box: { x: 0, y: 0, w: POSTER_SIZE.width, h: EDGE + PHOTO_HEIGHT }, radius: 0, arch: false },
}

/** Below this y the text begins, in every design. */
const TEXT_TOP = EDGE + PHOTO_HEIGHT + 48

/** Round above, square below. */
function archPath(ctx: Ctx2D, { x, y, w, h }: Box, radius: number): void {
  ctx.beginPath()
  ctx.moveTo(x, y + h)
  ctx.lineTo(x, y + radius)
  ctx.arcTo(x, y, x + radius, y, radius)
  ctx.lineTo(x + w - radius, y)
  ctx.arcTo(x + w, y, x + w, y + radius, radius)
  ctx.lineTo(x + w, y + h)
  ctx.closePath()
}

/** Fills the box with the middle of the photo. */
function drawCover(ctx: Ctx2D, photo: Drawable, box: Box): void {
  const scale = Math.max(box.w / photo.width, box.h / photo.height)
  const w = box.w / scale
  const h = box.h / scale
  ctx.drawImage(photo, (photo.width - w) / 2, (photo.height - h) / 2, w, h, box.x, box.y, box.w, box.h)
}

/** Still water with one ripple: stands in when the post has no photo. */
function drawRipple(ctx: Ctx2D, paint: PosterPaint, box: Box): void {
  ctx.fillStyle = paint.water
  ctx.fillRect(box.x, box.y, box.w, box.h)
  ctx.strokeStyle = paint.accent
  const centre = { x: box.x + box.w * 0.62, y: box.y + box.h * 0.56 }
  for (let ring = 1; ring <= 7; ring += 1) {
    ctx.globalAlpha = 0.5 / ring
    ctx.lineWidth = 3
    ctx.beginPath()
    ctx.arc(centre.x, centre.y, ring * ring * 9 + 18, 0, Math.PI * 2)
    ctx.stroke()
  }
  ctx.globalAlpha = 0.9
  ctx.fillStyle = paint.accent
  ctx.beginPath()
  ctx.arc(centre.x, centre.y, 9, 0, Math.PI * 2)
  ctx.fill()
  ctx.globalAlpha = 1
}

function paintStage(ctx: Ctx2D, model: PosterModel, paint: PosterPaint): void {
  const { box, radius, arch } = STAGE[model.design]
  ctx.save()
  if (arch) archPath(ctx, box, radius)
  else roundedPath(ctx, box, radius)
  ctx.clip()
  if (model.photo === null) drawRipple(ctx, paint, box)
  else drawCover(ctx, model.photo.picture, box)
  ctx.restore()
}

type Block = { size: number; leading: number; lines: number; weight: 400 | 600; color: string }

/** Paints the lines and returns the y below them. */
function paintBlock(ctx: Ctx2D, text: string, block: Block, top: number): number {
  ctx.font = fontOf(block.weight, block.size)
  ctx.fillStyle = block.color
  const measure = (part: string) => ctx.measureText(part).width
  const lines = wrapText(text, measure, { maxWidth: INNER, maxLines: block.lines })
  lines.forEach((line, i) => {
    ctx.fillText(line, EDGE, top + block.leading * (i + 0.5))
  })
  return top + block.leading * lines.length
}

function paintFoot(ctx: Ctx2D, model: PosterModel, paint: PosterPaint): void {
  const code = { x: POSTER_SIZE.width - EDGE - CODE_SIDE, y: FOOT_TOP, w: CODE_SIDE, h: CODE_SIDE }
  const room = code.x - EDGE - 40
  const measure = (part: string) => ctx.measureText(part).width
  const middle = FOOT_TOP + CODE_SIDE / 2
  const rows = [
    { text: model.rep.name, weight: 600, size: 40, color: paint.ink, y: middle - 62 },
    { text: model.rep.store, weight: 400, size: 30, color: paint.note, y: middle - 4 },
    { text: model.codeNote, weight: 400, size: 28, color: paint.accent, y: middle + 66 },
  ] as const
  for (const row of rows) {
    ctx.font = fontOf(row.weight, row.size)
    ctx.fillStyle = row.color
    ctx.fillText(ellipsise(row.text, measure, room), EDGE, row.y)
  }
  drawCode(ctx, model.code, code)
  // On a white ground the code's own ground would vanish and the code would seem to hang off the margin.
  ctx.strokeStyle = paint.line
  ctx.lineWidth = 2
  roundedPath(ctx, code, CODE_SIDE * 0.06)
  ctx.stroke()
}

/** Paints onto a canvas of POSTER_SIZE. */
export function paintPoster(ctx: Ctx2D, model: PosterModel): void {
  const paint = POSTER_PAINT[model.design]
  ctx.save()
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  ctx.imageSmoothingEnabled = true
  ctx.fillStyle = paint.ground
  ctx.fillRect(0, 0, POSTER_SIZE.width, POSTER_SIZE.height)
  paintStage(ctx, model, paint)
  const below = paintBlock(ctx, model.title, { ...TITLE, weight: 600, color: paint.ink }, TEXT_TOP)
  paintBlock(ctx, model.excerpt, { ...EXCERPT, weight: 400, color: paint.note }, below + 20)
  ctx.fillStyle = paint.line
  ctx.fillRect(EDGE, FOOT_TOP - 36, INNER, 2)
  paintFoot(ctx, model, paint)
  ctx.restore()
}
