// Which pictures does each rep get? Exactly what publishing deals her: one ledger, then the product's painter.
import { type Image, loadImage } from '@napi-rs/canvas'
import { PictureLedger } from '@shared/domain/picture-ledger'
import type { Recipe } from '@shared/domain/recipe'
import { cardOf, paintJpeg } from '../../bench/images/paint'
import type { Picture } from './take-in'

export type Piece = { picture: Picture; recipe: Recipe; jpeg: Buffer }
/** pieces: in her order. */
export type RepPictures = { repId: string; pieces: Piece[] }

/** rep-001, as wide as the last one needs. */
export const repName = (n: number, reps: number): string =>
  `rep-${String(n + 1).padStart(Math.max(3, String(reps).length), '0')}`

/** The pictures as one post: a single picture carries the name card, in a set one does. The order is free. */
export async function* paintPost(
  postId: string,
  pictures: readonly Picture[],
  reps: number,
): AsyncGenerator<RepPictures> {
  const ledger = new PictureLedger({ postId, version: 1 }, pictures, true)
  const images: Image[] = []
  for (const { jpeg } of pictures) images.push(await loadImage(jpeg))
  for (let n = 0; n < reps; n += 1) {
    const repId = repName(n, reps)
    const { recipes, order } = ledger.deal(repId)
    const pieces: Piece[] = []
    for (const at of order) {
      const [picture, recipe, image] = [pictures[at], recipes[at], images[at]]
      if (picture && recipe && image) pieces.push({ picture, recipe, jpeg: await paintJpeg(image, recipe, cardOf(n)) })
    }
    yield { repId, pieces }
  }
}
