// How does a picture become an avatar? Let in by the same rules as every image, then cut to a small square.
import sharp from 'sharp'
import { type Reencoded, reencode } from './reencode'

const EDGE = 256 // a name card shows it at a third of this, a poster at half
const QUALITY = 86

type Squared = { ok: true; jpeg: Buffer } | Extract<Reencoded, { ok: false }>

/** Around what draws the eye, mostly a face. The kept bytes hold no metadata: none is ever copied from the upload. */
export const squareAvatar = async (bytes: Buffer): Promise<Squared> => {
  const checked = await reencode(bytes)
  if (!checked.ok) return checked
  const jpeg = await sharp(checked.picture.jpeg)
    .resize({ width: EDGE, height: EDGE, fit: 'cover', position: sharp.strategy.attention })
    .jpeg({ quality: QUALITY, mozjpeg: true })
    .toBuffer()
  return { ok: true, jpeg }
}
