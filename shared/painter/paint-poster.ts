// What does a rep's poster look like? One of three designs: an editorial page, a cover, a dark one.
import type { Ctx2D } from './canvas'
import type { PosterDesign } from './palettes'
import { paintLeaf } from './poster-leaf'
import type { PosterModel } from './poster-model'
import { paintNight } from './poster-night'
import { paintPaper } from './poster-paper'
import { isShowable } from './poster-photo'

export type { PosterDesign } from './palettes'
export { POSTER_SIZE, type PosterModel, type PosterPhoto, type PosterRep } from './poster-model'

const PAINTERS: Record<PosterDesign, (ctx: Ctx2D, model: PosterModel) => void> = {
  paper: paintPaper,
  leaf: paintLeaf,
  night: paintNight,
}

/** Paints onto a canvas of POSTER_SIZE. */
export function paintPoster(ctx: Ctx2D, model: PosterModel): void {
  const photo = model.photo !== null && isShowable(model.photo) ? model.photo : null
  ctx.save()
  ctx.imageSmoothingEnabled = true
  PAINTERS[model.design](ctx, { ...model, photo })
  ctx.restore()
}
