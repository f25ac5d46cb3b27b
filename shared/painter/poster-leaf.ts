// The cover: the photo runs to the edges, the title stands on a panel over its calm side, a band below carries the code.
import { type Box, type Ctx2D, roundedPath } from './canvas'
import { POSTER_PAINT } from './palettes'
import { EDGE, INNER, POSTER_SIZE, type PosterModel } from './poster-model'
import { drawPhoto, drawRipple } from './poster-photo'
import { placePhoto } from './poster-place'
import { CODE_CARD, paintFoot } from './poster-rep'
import { layLead, layTitle, paintText, type TextStyle, type TitleStyles } from './poster-text'

const PAINT = POSTER_PAINT.leaf
const TITLE: TitleStyles = [
  { size: 64, leading: 88, lines: 2, weight: 600 },
  { size: 54, leading: 74, lines: 3, weight: 600 },
  { size: 45, leading: 63, lines: 4, weight: 600 },
]
const EXCERPT: TextStyle = { size: 30, leading: 48, lines: 2, weight: 400 }
const PAD = { y: 38, right: 56 }
const GAP = 16
const BAND_PAD = 40
const BAND_TOP = POSTER_SIZE.height - 2 * BAND_PAD - CODE_CARD
/** How far the panel stands from the photo's upper or lower edge. */
const PANEL_OFF = 56

type Scene = { stage: Box; panel: Box; isOverPhoto: boolean }

/** Best first: the panel over the photo's upper side, over its lower side, or the title above a photo within margins. */
function scenesFor(width: number, height: number): [Scene, Scene, Scene] {
  const full = { x: 0, y: 0, w: POSTER_SIZE.width, h: BAND_TOP }
  const panel = { x: 0, y: PANEL_OFF, w: width, h: height }
  const below = PAD.y + height
  return [
    { stage: full, panel, isOverPhoto: true },
    { stage: full, panel: { ...panel, y: BAND_TOP - PANEL_OFF - height }, isOverPhoto: true },
    { stage: { x: EDGE, y: below, w: INNER, h: BAND_TOP - below }, panel: { ...panel, y: PAD.y }, isOverPhoto: false },
  ]
}

const withEdge = ({ x, y, w, h }: Box): Box => ({ x, y: y - 1, w: w + 1, h: h + 2 })

/** Lays the photo and tells in which scene. */
function paintScene(ctx: Ctx2D, { photo }: PosterModel, [above, below, apart]: [Scene, Scene, Scene]): Scene {
  if (photo === null) {
    drawRipple(ctx, PAINT, above.stage)
    return above
  }
  for (const scene of [above, below]) {
    const placement = placePhoto(scene.stage, photo, [withEdge(scene.panel)])
    if (placement.whole) continue
    drawPhoto(ctx, photo, placement)
    return scene
  }
  drawPhoto(ctx, photo, placePhoto(apart.stage, photo, []))
  return apart
}

/** The hairline parts the panel from a white photo. */
function paintPanel(ctx: Ctx2D, panel: Box): void {
  roundedPath(ctx, { ...panel, x: panel.x - 40, w: panel.w + 40 }, 28)
  ctx.fillStyle = '#FFFFFF'
  ctx.fill()
  ctx.strokeStyle = PAINT.line
  ctx.lineWidth = 2
  ctx.stroke()
}

export function paintLeaf(ctx: Ctx2D, model: PosterModel): void {
  ctx.fillStyle = PAINT.ground
  ctx.fillRect(0, 0, POSTER_SIZE.width, POSTER_SIZE.height)
  const title = layTitle(ctx, model.title, TITLE, INNER - PAD.right)
  const excerpt = layLead(ctx, model.excerpt, EXCERPT, INNER - PAD.right)
  const width = Math.ceil(EDGE + Math.max(title.width, excerpt.width) + PAD.right)
  const height = 2 * PAD.y + title.height + (excerpt.lines.length === 0 ? 0 : GAP + excerpt.height)
  const { panel, isOverPhoto } = paintScene(ctx, model, scenesFor(width, height))
  if (isOverPhoto) paintPanel(ctx, panel)
  const below = paintText(ctx, title, { x: EDGE, y: panel.y + PAD.y }, PAINT.ink)
  paintText(ctx, excerpt, { x: EDGE, y: below + GAP }, PAINT.note)
  paintFoot(ctx, model, PAINT, { x: EDGE, y: BAND_TOP + BAND_PAD, w: INNER, h: CODE_CARD })
}
