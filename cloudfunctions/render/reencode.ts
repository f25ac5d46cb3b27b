// What do we keep of an uploaded picture? Its pixels only: upright, sRGB, no larger than needed, no metadata.
import { IMAGE_BYTES_MAX, IMAGE_PIXELS_MAX } from '@shared/domain/limits'
import sharp, { type Metadata } from 'sharp'
import type { IntakeNote } from '../_kit/data/images'
import { log } from '../_kit/log'
import { type Sniffed, sniff } from './sniff'

const LONG_EDGE = 1440
const THUMB_EDGE = 320
const QUALITY = 82
const THUMB_QUALITY = 78

export type Picture = { jpeg: Buffer; thumb: Buffer; width: number; height: number; notes: IntakeNote[] }
type Refusal =
  | 'image-too-big'
  | 'heic-not-supported'
  | 'image-kind-not-supported'
  | 'not-an-image'
  | 'image-too-many-pixels'
  | 'image-damaged'
export type Reencoded = { ok: true; picture: Picture } | { ok: false; reason: Refusal }

const refused: Partial<Record<Sniffed, Refusal>> = {
  heic: 'heic-not-supported',
  'other-image': 'image-kind-not-supported',
  'no-image': 'not-an-image',
}

const open = (bytes: Buffer) => sharp(bytes, { failOn: 'error', limitInputPixels: IMAGE_PIXELS_MAX })

/** The header alone, without a limit: its size is what the limit is about. */
const readHeader = (bytes: Buffer): Promise<Metadata | null> =>
  sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)

const isPlainColour = ({ space, icc }: Metadata): boolean =>
  (space === 'srgb' || space === 'b-w') && (!icc || icc.toString('latin1').replace(/\0/g, '').includes('sRGB'))

const notesOn = (meta: Metadata): IntakeNote[] => {
  const notes: IntakeNote[] = []
  if ((meta.pages ?? 1) > 1) notes.push('first-frame-only')
  if (Math.max(meta.width, meta.height) > LONG_EDGE) notes.push('made-smaller')
  if (!isPlainColour(meta)) notes.push('colours-converted')
  return notes
}

const shrink = (bytes: Buffer, edge: number, quality: number) =>
  open(bytes)
    .autoOrient()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality, mozjpeg: true })
    .toBuffer({ resolveWithObject: true })

const repaint = async (bytes: Buffer, meta: Metadata): Promise<Reencoded> => {
  try {
    const large = await shrink(bytes, LONG_EDGE, QUALITY)
    const thumb = await shrink(large.data, THUMB_EDGE, THUMB_QUALITY)
    const { width, height } = large.info
    return { ok: true, picture: { jpeg: large.data, thumb: thumb.data, width, height, notes: notesOn(meta) } }
  } catch (error) {
    log.info({ event: 'image-refused', message: error instanceof Error ? error.message : String(error) })
    return { ok: false, reason: 'image-damaged' }
  }
}

/** Re-encodes JPEG, PNG and WebP; everything else is refused by what it is. */
export const reencode = async (bytes: Buffer): Promise<Reencoded> => {
  if (bytes.length > IMAGE_BYTES_MAX) return { ok: false, reason: 'image-too-big' }
  const kind = sniff(bytes)
  const reason = refused[kind]
  if (reason) return { ok: false, reason }
  const meta = await readHeader(bytes)
  if (meta?.format !== kind) return { ok: false, reason: 'image-damaged' }
  if (meta.width * meta.height > IMAGE_PIXELS_MAX) return { ok: false, reason: 'image-too-many-pixels' }
  return repaint(bytes, meta)
}
