// How is the photo laid onto a poster, and what stands in for one that is missing?
import type { Box, Ctx2D } from './canvas'
import type { PosterPaint } from './palettes'
import type { PosterPhoto } from './poster-model'
import type { Placement } from './poster-place'

/** A photo smaller than this would be a blur over half a poster. */
const SHORT_SIDE_MIN = 120

export const isShowable = ({ picture }: PosterPhoto): boolean =>
  Math.min(picture.width, picture.height) >= SHORT_SIDE_MIN

export function drawPhoto(ctx: Ctx2D, photo: PosterPhoto, { source, target }: Placement): void {
  const { x, y, w, h } = target
  ctx.drawImage(photo.picture, source.x, source.y, source.w, source.h, x, y, w, h)
}

/** Still water with one ripple. */
export function drawRipple(ctx: Ctx2D, paint: PosterPaint, box: Box): void {
  const centre = { x: box.x + box.w * 0.62, y: box.y + box.h * 0.54 }
  ctx.save()
  ctx.beginPath()
  ctx.moveTo(box.x, box.y)
  ctx.lineTo(box.x + box.w, box.y)
  ctx.lineTo(box.x + box.w, box.y + box.h)
  ctx.lineTo(box.x, box.y + box.h)
  ctx.closePath()
  ctx.clip()
  ctx.fillStyle = paint.water
  ctx.fillRect(box.x, box.y, box.w, box.h)
  ctx.strokeStyle = paint.accent
  ctx.lineWidth = 3
  for (let ring = 1; ring <= 8; ring += 1) {
    ctx.globalAlpha = 0.5 / ring
    ctx.beginPath()
    ctx.arc(centre.x, centre.y, ring * ring * 9 + 18, 0, Math.PI * 2)
    ctx.stroke()
  }
  ctx.globalAlpha = 0.9
  ctx.fillStyle = paint.accent
  ctx.beginPath()
  ctx.arc(centre.x, centre.y, 9, 0, Math.PI * 2)
  ctx.fill()
  ctx.restore()
}
