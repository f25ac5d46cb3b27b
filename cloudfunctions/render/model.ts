// What is a picture to the ledger that keeps reps' pictures apart? Small and grey, made once when the picture comes in.
import { MODEL_EDGE } from '@shared/domain/picture-model'
import sharp from 'sharp'
import type { StoredModel } from '../_kit/data/images'

/** ITU-R BT.601, as JPEG's own luma. */
const RED = 0.299
const GREEN = 0.587
const BLUE = 0.114

const lumaOf = (rgb: Buffer): Buffer => {
  const grey = Buffer.alloc(rgb.length / 3)
  for (let n = 0; n < grey.length; n += 1) {
    const at = 3 * n
    grey[n] = Math.round(RED * (rgb[at] ?? 0) + GREEN * (rgb[at + 1] ?? 0) + BLUE * (rgb[at + 2] ?? 0))
  }
  return grey
}

/** Of a JPEG as we store them: three channels. A smaller picture stays as small as it is. */
export const modelOf = async (jpeg: Buffer): Promise<StoredModel> => {
  const { data, info } = await sharp(jpeg)
    .resize({ width: MODEL_EDGE, height: MODEL_EDGE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== 3) throw new Error(`a stored JPEG of ${info.channels} channels`)
  return { width: info.width, height: info.height, grey: lumaOf(data).toString('base64') }
}
