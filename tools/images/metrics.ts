// How different are the pictures of one image, and what do they lose? Distances over all pairs, likeness of the photo's part.
import { type Image, loadImage } from '@napi-rs/canvas'
import { layoutPicture } from '@shared/domain/picture-layout'
import type { Recipe } from '@shared/domain/recipe'
import { dHash } from '../../bench/images/dhash'
import { type Grey, greyOf, type Pixels } from '../../bench/images/grey'
import { bareJpeg } from '../../bench/images/paint'
import { medianBits, type PairCounts, pairsOf64, pairsOf256, shareFrom } from '../../bench/images/pairs'
import { PDQ_MATCH, pdq } from '../../bench/images/pdq'
import { pixelsOf, smallGreyOf } from '../../bench/images/pixels'
import { ssim } from '../../bench/images/ssim'

export type Painted = { recipe: Recipe; jpeg: Buffer }

/** Shares in percent of all pairs. SSIM: of the photo's part beside the image, and of a bare re-encode. */
export type PictureMetrics = {
  pictures: number
  dHash: { least: number; median: number; from1: number; from5: number }
  pdq: { least: number; median: number; beyondMatch: number }
  ssim: { own: { mean: number; least: number }; bare: number }
  bytes: { mean: number; most: number; bare: number }
}

/** Pictures whose photo is compared pixel by pixel: it takes most of a second each. */
const COMPARED = 5

const least = ({ counts }: PairCounts): number =>
  Math.max(
    0,
    counts.findIndex((count) => count > 0),
  )
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** null where the photo had to be made smaller: there are no same pixels to compare. */
const likeness = async (source: Pixels, { recipe, jpeg }: Painted): Promise<number | null> => {
  const { photo, source: read } = layoutPicture(source, recipe)
  if (photo.w !== read.w || photo.h !== read.h) return null
  return ssim(greyOf(await pixelsOf(jpeg), photo), greyOf(source, read))
}

const hashesOf = async (painted: readonly Painted[]): Promise<Grey[]> => {
  const greys: Grey[] = []
  for (const { jpeg } of painted) greys.push(await smallGreyOf(jpeg))
  return greys
}

export const measurePictures = async (source: Buffer, painted: readonly Painted[]): Promise<PictureMetrics> => {
  const greys = await hashesOf(painted)
  const dHashes = pairsOf64(greys.map(dHash))
  const pdqs = pairsOf256(greys.map(pdq))
  const pixels = await pixelsOf(source)
  const image: Image = await loadImage(source)
  const bare = await bareJpeg(image)
  const step = Math.max(1, Math.floor(painted.length / COMPARED))
  const compared = painted.filter((_, at) => at % step === 0).slice(0, COMPARED)
  const own: number[] = []
  for (const each of compared) own.push((await likeness(pixels, each)) ?? Number.NaN)
  const sizes = painted.map(({ jpeg }) => jpeg.length)
  return {
    pictures: painted.length,
    dHash: {
      least: least(dHashes),
      median: medianBits(dHashes),
      from1: shareFrom(dHashes, 1),
      from5: shareFrom(dHashes, 5),
    },
    pdq: { least: least(pdqs), median: medianBits(pdqs), beyondMatch: shareFrom(pdqs, PDQ_MATCH + 1) },
    ssim: {
      own: { mean: mean(own), least: Math.min(...own) },
      bare: ssim(greyOf(await pixelsOf(bare)), greyOf(pixels)),
    },
    bytes: { mean: Math.round(mean(sizes)), most: Math.max(...sizes), bare: bare.length },
  }
}
