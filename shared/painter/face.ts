// How does a picture of someone become round?
import type { Box, Ctx2D, Drawable } from './canvas'

/** The circle within a square. */
export const circlePath = (ctx: Ctx2D, { x, y, w }: Box): void => {
  ctx.beginPath()
  ctx.arc(x + w / 2, y + w / 2, w / 2, 0, Math.PI * 2)
  ctx.closePath()
}

/** The middle square of the picture, a little above the middle when it is tall: that is where faces are. */
export const drawFace = (ctx: Ctx2D, picture: Drawable, box: Box): void => {
  const side = Math.min(picture.width, picture.height)
  const x = (picture.width - side) / 2
  const y = (picture.height - side) * 0.35
  ctx.save()
  circlePath(ctx, box)
  ctx.clip()
  ctx.drawImage(picture, x, y, side, side, box.x, box.y, box.w, box.h)
  ctx.restore()
}
