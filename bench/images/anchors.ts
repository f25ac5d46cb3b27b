// What would cheaper ways reach? Encoding again only, and small changes of tone and crop without a frame or a card.
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas'
import { layoutPicture } from '@shared/domain/picture-layout'
import type { Recipe } from '@shared/domain/recipe'
import { dHash, type Hash64 } from './dhash'
import { inParallel } from './in-parallel'
import { bareJpeg, cardOf, JPEG_QUALITY, paintOnto } from './paint'
import { type Hash256, pdq } from './pdq'
import { smallGreyOf } from './pixels'
import { deals } from './shots'
import { spread } from './spread'

/** Fewer than of ours: shares of pairs settle early. */
const PICTURES = 60
const QUALITY = { from: 78, kinds: 9, step: 2 }

type Hashes = { dHashes: Hash64[]; pdqs: Hash256[] }
export type Anchors = { reencoded: Hashes[]; subtle: Hashes[] }

const hashesOf = async (files: readonly Buffer[]): Promise<Hashes> => {
  const greys = await inParallel(files, smallGreyOf)
  return { dHashes: greys.map(dHash), pdqs: greys.map(pdq) }
}

/** Only what the recipe does within the photo. */
const subtleJpeg = (image: Image, recipe: Recipe): Promise<Buffer> => {
  const { photo } = layoutPicture(image, recipe)
  const canvas = createCanvas(photo.w, photo.h)
  canvas.getContext('2d').drawImage(paintOnto(image, recipe, cardOf(0)), -photo.x, -photo.y)
  return canvas.encode('jpeg', JPEG_QUALITY)
}

/** One entry per picture. */
export const anchors = async (): Promise<Anchors> => {
  const all: Anchors = { reencoded: [], subtle: [] }
  for (const deal of (await deals()).filter(({ place }) => place === 'alone')) {
    const image = await loadImage(deal.image.jpeg)
    const qualities = Array.from({ length: QUALITY.kinds }, (_, n) => QUALITY.from + n * QUALITY.step)
    all.reencoded.push(await hashesOf(await Promise.all(qualities.map((quality) => bareJpeg(image, quality)))))
    const subtle = await inParallel(spread(deal, PICTURES), ({ recipe }) => subtleJpeg(image, recipe))
    all.subtle.push(await hashesOf(subtle))
  }
  return all
}
