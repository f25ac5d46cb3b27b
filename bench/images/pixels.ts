// What does a JPEG look like as numbers: whole, small enough to hash, or after a chat app has had it?
import sharp, { type Sharp } from 'sharp'
import { type Grey, greyOf, type Pixels } from './grey'

/** Longest edge hashed, px: Meta's tools make pictures as small before they hash. */
const HASH_EDGE = 512
/** How a picture comes out of WeChat, near enough: at most so wide, and at this quality. */
const CHAT = { width: 1_080, quality: 70 }

const pixelsFrom = async (image: Sharp): Promise<Pixels> => {
  const { data, info } = await image.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, channels: info.channels, data }
}

export const pixelsOf = (jpeg: Buffer): Promise<Pixels> => pixelsFrom(sharp(jpeg))

/** Of pictures to be hashed. */
export const smallGreyOf = async (jpeg: Buffer): Promise<Grey> =>
  greyOf(
    await pixelsFrom(
      sharp(jpeg).resize({ width: HASH_EDGE, height: HASH_EDGE, fit: 'inside', withoutEnlargement: true }),
    ),
  )

export const asSentByChat = (jpeg: Buffer): Promise<Buffer> =>
  sharp(jpeg).resize({ width: CHAT.width, withoutEnlargement: true }).jpeg({ quality: CHAT.quality }).toBuffer()
