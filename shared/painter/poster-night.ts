// The dark poster: the photo runs to the edges and sinks into the night, where the title stands.
import type { Box, Ctx2D } from './canvas'
import { POSTER_PAINT } from './palettes'
import { EDGE, INNER, POSTER_SIZE, type PosterModel } from './poster-model'
import { drawPhoto, drawRipple } from './poster-photo'
import { placePhoto } from './poster-place'
import { CODE_CARD, paintFoot } from './poster-rep'
import { layText, layTitle, paintText, type TextStyle, WIDE_TITLE } from './poster-text'

const PAINT = POSTER_PAINT.night
const EXCERPT: TextStyle = { size: 30, leading: 50, lines: 2, weight: 400 }
const GAP = 16
const FRAME_GAP = 36
const FOOT_TOP = POSTER_SIZE.height - EDGE - CODE_CARD
const TEXT_BOTTOM = FOOT_TOP - 44
/** Above the title the scrim rises over this height, px. */
const RISE = 200
/** Density by how far the scrim has risen; eased, so that no edge shows. */
const RISING = [
  [0, 0],
  [0.25, 0.1],
  [0.5, 0.38],
  [0.75, 0.7],
  [1, 0.86],
] as const
/** Under every letter the scrim is at least this dense: even on white, text keeps more than 4.5 : 1. */
const night = (density: number) => `rgba(15, 21, 19, ${density})`

function paintScrim(ctx: Ctx2D, box: Box): void {
  const scrim = ctx.createLinearGradient(0, box.y, 0, box.y + box.h)
  for (const [at, density] of RISING) scrim.addColorStop((at * (RISE - 12)) / box.h, night(density))
  scrim.addColorStop(1, night(1))
  ctx.fillStyle = scrim
  ctx.fillRect(box.x, box.y, box.w, box.h + 1)
}

/** To the edges and sinking under the title; if a mark is in the way of that, framed above the title. */
function paintScene(ctx: Ctx2D, { photo }: PosterModel, titleTop: number, titleHeight: number): void {
  const stage = { x: 0, y: 0, w: POSTER_SIZE.width, h: titleTop + titleHeight }
  const scrim = { ...stage, y: titleTop - RISE, h: RISE + titleHeight }
  const isMarked = photo !== null && (photo.focus !== null || photo.keepOut.length > 0)
  const sunk = photo && placePhoto(stage, photo, [isMarked ? scrim : { ...scrim, y: titleTop }])
  if (photo !== null && sunk?.whole) {
    const framed = { x: EDGE, y: EDGE, w: INNER, h: titleTop - FRAME_GAP - EDGE }
    drawPhoto(ctx, photo, placePhoto(framed, photo, []))
    return
  }
  if (photo !== null && sunk !== null) drawPhoto(ctx, photo, sunk)
  else drawRipple(ctx, PAINT, stage)
  paintScrim(ctx, scrim)
}

export function paintNight(ctx: Ctx2D, model: PosterModel): void {
  ctx.fillStyle = PAINT.ground
  ctx.fillRect(0, 0, POSTER_SIZE.width, POSTER_SIZE.height)
  const title = layTitle(ctx, model.title, WIDE_TITLE, INNER)
  const excerpt = layText(ctx, model.excerpt, EXCERPT, INNER)
  const text = title.height + (excerpt.lines.length === 0 ? 0 : GAP + excerpt.height)
  const titleTop = TEXT_BOTTOM - text
  paintScene(ctx, model, titleTop, title.height)
  const below = paintText(ctx, title, { x: EDGE, y: titleTop }, PAINT.ink)
  paintText(ctx, excerpt, { x: EDGE, y: below + GAP }, PAINT.note)
  paintFoot(ctx, model, PAINT, { x: EDGE, y: FOOT_TOP, w: INNER, h: CODE_CARD })
}
