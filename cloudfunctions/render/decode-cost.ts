// What would decoding a picture ask for, before it is begun? Some come row by row, some have to be held whole.
import type { Metadata } from 'sharp'

/** heldBytes: of pixels or coefficients held at once. passes: how often it goes over the whole picture. */
export type DecodeCost = { heldBytes: number; passes: number }

const BYTES_PER_COEFFICIENT = 2 // how libjpeg keeps them between the scans
const WEBP_LOSSLESS_BYTES = 4 // libwebp keeps a lossless picture as ARGB
const PNG_ROWS = 1_300 // measured: what libvips holds of a PNG that comes row by row while it is made smaller

const SOS = 0xda
const EOI = 0xd9
const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code)
/** TEM, the restarts and the start: markers without a length. */
const isBare = (code: number): boolean => code === 0x01 || (code >= 0xd0 && code <= 0xd8)

type Segment = { code: number; body: Buffer }

/**
 * Segments as libjpeg finds them: what stands between them, picture data too, is passed over up to the next marker.
 * Both stop at the picture's end: behind it phones put a video, or a second picture for brighter screens.
 */
function* segmentsOf(jpeg: Buffer): Generator<Segment> {
  let at = jpeg.indexOf(0xff)
  while (at >= 0 && at + 1 < jpeg.length) {
    const code = jpeg[at + 1] ?? 0
    if (code === EOI) return
    let next = at + (code === 0xff ? 1 : 2)
    if (code !== 0 && code !== 0xff && !isBare(code)) {
      const length = next + 2 <= jpeg.length ? jpeg.readUInt16BE(next) : 0
      yield { code, body: jpeg.subarray(next + 2, next + length) }
      next += length
    }
    at = jpeg.indexOf(0xff, next)
  }
}

/** Samples per pixel of a frame header (ITU T.81 B.2.2): 3 for 4:4:4, 1.5 for 4:2:0. */
const samplesPerPixel = (frame: Buffer): number => {
  const parts = Array.from({ length: frame[5] ?? 0 }, (_, n) => {
    const factors = frame[7 + 3 * n] ?? 0
    return { across: factors >> 4, down: factors & 15 }
  })
  const largest = Math.max(...parts.map((p) => p.across)) * Math.max(...parts.map((p) => p.down))
  return parts.reduce((sum, { across, down }) => sum + (across * down) / largest, 0)
}

const jpegCost = (jpeg: Buffer, pixels: number): DecodeCost => {
  let passes = 0
  let samples = 0
  for (const { code, body } of segmentsOf(jpeg)) {
    if (code === SOS) passes += 1
    if (isFrame(code)) samples = Math.max(samples, samplesPerPixel(body))
  }
  return { heldBytes: passes > 1 ? pixels * samples * BYTES_PER_COEFFICIENT : 0, passes }
}

const webpCost = (webp: Buffer, pixels: number): DecodeCost => ({
  heldBytes: webp.includes('VP8L', 12, 'latin1') ? pixels * WEBP_LOSSLESS_BYTES : 0,
  passes: 1,
})

const pngCost = ({ isProgressive, width, height, channels, depth }: Metadata): DecodeCost => ({
  heldBytes: width * channels * (depth === 'ushort' ? 2 : 1) * (isProgressive ? height : Math.min(height, PNG_ROWS)),
  passes: 1,
})

/** By structure and header alone; nothing is decoded. */
export const decodeCost = (bytes: Buffer, meta: Metadata): DecodeCost => {
  const pixels = meta.width * meta.height
  if (meta.format === 'jpeg') return jpegCost(bytes, pixels)
  return meta.format === 'webp' ? webpCost(bytes, pixels) : pngCost(meta)
}
