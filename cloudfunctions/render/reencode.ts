// What do we keep of an uploaded picture? Its pixels only: upright, sRGB, no larger than needed, no metadata.
import { IMAGE_BYTES_MAX, IMAGE_PIXELS_MAX } from '@shared/domain/limits'
import sharp, { type Metadata } from 'sharp'
import type { IntakeNote, StoredModel } from '../_kit/data/images'
import { log } from '../_kit/log'
import { decodeCost } from './decode-cost'
import { modelOf } from './model'
import { isAnimatedPng, type Sniffed, sniff } from './sniff'

// one picture at a time, nothing kept of the last: the function has 512 MB
sharp.cache(false)
sharp.concurrency(1)

type Wanted = { edge: number; quality: number }
const LARGE: Wanted = { edge: 1440, quality: 82 }
const THUMB: Wanted = { edge: 320, quality: 78 }
/** Of the stored picture: 1 × 1 and 30,000 × 1 show nothing; a long poster of 1 : 90 still comes in. */
const SHORT_EDGE_MIN = 16
/** What decoding may hold beside the function itself, about 100 MB: 26 megapixels of progressive 4:2:0. */
const HELD_BYTES_MAX = 80_000_000
/** Each pass goes over the whole picture. Encoders make about ten; thousands are made to keep us busy. */
const PASSES_MAX = 32

/** jpeg, thumb: files without metadata. width, height: of `jpeg`, px. */
export type Picture = {
  jpeg: Buffer
  thumb: Buffer
  width: number
  height: number
  model: StoredModel
  notes: IntakeNote[]
}
type Refusal =
  | 'image-too-big'
  | 'heic-not-supported'
  | 'image-kind-not-supported'
  | 'not-an-image'
  | 'image-too-many-pixels'
  | 'image-too-heavy'
  | 'image-too-thin'
  | 'image-damaged'
export type Reencoded = { ok: true; picture: Picture } | { ok: false; reason: Refusal }

const refused: Partial<Record<Sniffed, Refusal>> = {
  heic: 'heic-not-supported',
  'other-image': 'image-kind-not-supported',
  'no-image': 'not-an-image',
}

type Strictness = 'warning' | 'error'
const open = (bytes: Buffer, failOn: Strictness) => sharp(bytes, { failOn, limitInputPixels: IMAGE_PIXELS_MAX })

/** The header alone, without a limit: its size is what the limit is about. */
const readHeader = (bytes: Buffer): Promise<Metadata | null> =>
  sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)

/** Sixteen bits of the usual colours are still the usual colours. */
const PLAIN_SPACES = ['srgb', 'b-w', 'rgb16', 'grey16']
const isPlainColour = ({ space, icc }: Metadata): boolean =>
  PLAIN_SPACES.includes(space) && (!icc || icc.toString('latin1').replace(/\0/g, '').includes('sRGB'))

const notesOn = (bytes: Buffer, meta: Metadata): IntakeNote[] => {
  const notes: IntakeNote[] = []
  if ((meta.pages ?? 1) > 1 || (meta.format === 'png' && isAnimatedPng(bytes))) notes.push('first-frame-only')
  if (Math.max(meta.width, meta.height) > LARGE.edge) notes.push('made-smaller')
  if (!isPlainColour(meta)) notes.push('colours-converted')
  return notes
}

const shrink = (bytes: Buffer, { edge, quality }: Wanted, failOn: Strictness = 'error') =>
  open(bytes, failOn)
    .autoOrient()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality, mozjpeg: true })
    .toBuffer({ resolveWithObject: true })

/** libjpeg only warns of missing picture data and paints it grey; what else it warns of (stray bytes) does no harm. */
const shrinkWhole = (bytes: Buffer, { format }: Metadata) =>
  format === 'jpeg'
    ? shrink(bytes, LARGE, 'warning').catch((error: Error) => {
        if (error.message.includes('premature end')) throw error
        return shrink(bytes, LARGE)
      })
    : shrink(bytes, LARGE)

const repaint = async (bytes: Buffer, meta: Metadata): Promise<Reencoded> => {
  try {
    const large = await shrinkWhole(bytes, meta)
    const thumb = await shrink(large.data, THUMB)
    const model = await modelOf(large.data)
    const { width, height } = large.info
    const notes = notesOn(bytes, meta)
    return { ok: true, picture: { jpeg: large.data, thumb: thumb.data, width, height, model, notes } }
  } catch (error) {
    log.info({ event: 'image-refused', message: error instanceof Error ? error.message : String(error) })
    return { ok: false, reason: 'image-damaged' }
  }
}

/** What speaks against decoding it, told by its size and structure alone. */
const objectionTo = (bytes: Buffer, meta: Metadata): Refusal | null => {
  const [short, long] = [Math.min(meta.width, meta.height), Math.max(meta.width, meta.height)]
  if (short * long > IMAGE_PIXELS_MAX) return 'image-too-many-pixels'
  if (short * Math.min(1, LARGE.edge / long) < SHORT_EDGE_MIN) return 'image-too-thin'
  const { heldBytes, passes } = decodeCost(bytes, meta)
  return heldBytes > HELD_BYTES_MAX || passes > PASSES_MAX ? 'image-too-heavy' : null
}

/** Re-encodes JPEG, PNG and WebP; everything else is refused by what it is. */
export const reencode = async (bytes: Buffer): Promise<Reencoded> => {
  if (bytes.length > IMAGE_BYTES_MAX) return { ok: false, reason: 'image-too-big' }
  const kind = sniff(bytes)
  const reason = refused[kind]
  if (reason) return { ok: false, reason }
  const meta = await readHeader(bytes)
  if (meta?.format !== kind) return { ok: false, reason: 'image-damaged' }
  const objection = objectionTo(bytes, meta)
  return objection ? { ok: false, reason: objection } : repaint(bytes, meta)
}
