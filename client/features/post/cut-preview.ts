// How far may reps' pictures be cut with these marks? Dealt for as many reps as show it, as the server deals for them.
import { type Cropped, dealRecipe, type Rect, seedOf } from '@shared/domain/recipe'

/** So many that the furthest cut of each side is met to within a few thousandths; some 10 ms. */
const DEALT = 120

/** The part of a picture that every rep's picture has; null when it is never cut. */
export const partLeft = (image: Cropped): Rect | null => {
  const crops = Array.from({ length: DEALT }, (_, n) => {
    const seed = seedOf({ postId: '', version: 1, repId: String(n), attempt: 0 })
    return dealRecipe({ seed, images: [image] }, 0, 0).crop
  })
  const x = Math.max(...crops.map((crop) => crop.x))
  const y = Math.max(...crops.map((crop) => crop.y))
  const right = Math.min(...crops.map((crop) => crop.x + crop.w))
  const bottom = Math.min(...crops.map((crop) => crop.y + crop.h))
  const whole = crops.every((crop) => crop.w === 1_000 && crop.h === 1_000)
  return whole ? null : { x, y, w: right - x, h: bottom - y }
}
