// Which pictures are the heaviest that intake lets in? One for each way a decoder may keep a picture, just below our limits.
import sharp, { type Sharp } from 'sharp'
import { RGB, RGBA, zeroPng } from '../../test/support/hostile-bytes'

const NO_LIMIT = { limitInputPixels: false } as const
const DETAIL_EDGE = 900

/** Grain, drawn out to the size: as a photo, it does not pack to nothing. */
const photoOf = async (width: number, height: number): Promise<Sharp> => {
  const grain = { type: 'gaussian', mean: 128, sigma: 22 } as const
  const tile = await sharp({
    create: { width: DETAIL_EDGE, height: 600, channels: 3, background: '#888', noise: grain },
  })
    .png()
    .toBuffer()
  return sharp(tile).resize(width, height, { fit: 'fill' })
}
const jpegOf = async (width: number, height: number, options: object = {}): Promise<Buffer> =>
  (await photoOf(width, height)).jpeg({ quality: 60, ...options }).toBuffer()
const plain = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#3a7d5c' } })
const progressive = { progressive: true }

const twoFrames = async (width: number, height: number): Promise<Buffer> => {
  const frames = await Promise.all(
    ['#c96442', '#3a7d5c'].map((background) =>
      sharp({ create: { width, height, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  return sharp(frames, { ...NO_LIMIT, join: { animated: true } })
    .webp({ quality: 50, effort: 0 })
    .toBuffer()
}

/** name → how it is made; 8,600 × 5,800 are 49.9 megapixels. */
export const largest: readonly (readonly [name: string, make: () => Promise<Buffer> | Buffer])[] = [
  ['50-mp.jpg', () => jpegOf(8_600, 5_800)],
  [
    '50-mp-on-its-side.jpg',
    async () =>
      sharp(await jpegOf(8_600, 5_800))
        .withMetadata({ orientation: 6 })
        .jpeg()
        .toBuffer(),
  ],
  ['26-mp-progressive.jpg', () => jpegOf(6_240, 4_160, progressive)],
  ['13-mp-progressive-444.jpg', () => jpegOf(4_460, 2_980, { ...progressive, chromaSubsampling: '4:4:4' })],
  ['50-mp-cmyk.jpg', () => plain(8_600, 5_800).toColourspace('cmyk').jpeg().toBuffer()],
  ['50-mp-16-bit-clear.png', () => zeroPng({ width: 7_600, height: 6_570, depth: 16, colour: RGBA })],
  ['20000x2490.png', () => zeroPng({ width: 20_000, height: 2_490, depth: 8, colour: RGB })],
  ['27-mp-interlaced.png', () => zeroPng({ width: 5_160, height: 5_160, depth: 8, colour: RGB, interlaced: true })],
  [
    '20-mp-lossless.webp',
    async () => (await photoOf(5_470, 3_650)).blur(40).webp({ lossless: true, effort: 0 }).toBuffer(),
  ],
  [
    '50-mp-clear.webp',
    async () => (await photoOf(8_600, 5_800)).ensureAlpha(0.5).webp({ quality: 40, effort: 0 }).toBuffer(),
  ],
  ['50-mp-moving.webp', () => twoFrames(8_600, 5_800)],
]
