// Can every code still be read after a chat app, also at half the size? Codes on posters, and one within HQ's picture.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas'
import type { PostId, ShareToken } from '@shared/domain/ids'
import { readPath } from '@shared/domain/share'
import { POSTER_SIZE, type PosterDesign, paintPoster } from '@shared/painter/paint-poster'
import jsQR from 'jsqr'
import { toBuffer } from 'qrcode'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { registerFonts } from '../../tools/images/fonts'
import type { Part } from '../part'
import type { Metric } from '../report'
import { inParallel } from './in-parallel'
import { cardOf, JPEG_QUALITY, paintJpeg } from './paint'
import { asSentByChat, pixelsOf } from './pixels'
import { deals } from './shots'
import { spread } from './spread'
import { type Subject, subjects } from './subjects'

const DESIGNS: readonly PosterDesign[] = ['paper', 'leaf', 'night']
const REPS = 51 // three posters over each of the seventeen pictures, in each design
const PICTURES = 100
/** As cloudfunctions/rep/code-poster.ts makes it. */
const QR = { type: 'png', width: 430, margin: 2 } as const
const READER = 'https://ripple.example/#'
const POST = 'bench-post-0001' as PostId
const WORDS = {
  title: '换季皮肤干到起皮？三步把水留住，第二步最容易被忽略',
  excerpt: '洗完脸后的三分钟，是补水的关键。先用温水，再用化妆棉轻轻按压；别急着上面霜，等一等更好。'.repeat(3),
  codeNote: '扫一扫，读全文',
}

/** Twelve characters that another rep does not have. */
const tokenOf = (n: number): ShareToken =>
  createHash('sha256').update(`rep ${n}`).digest('hex').slice(0, 12) as ShareToken

const linkOf = (n: number): string => `${READER}${readPath(POST, tokenOf(n))}`

/** The reader's code, from the package: by itself it would be fetched from the network. */
const readerOf = (): ArrayBuffer => {
  const file = readFileSync(path.join('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'))
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer
}

/** By ZXing, whose readers phones have; null when no code is found. */
const readCode = async (jpeg: Buffer): Promise<string | null> => {
  const [code] = await readBarcodes(new Uint8Array(jpeg), { formats: ['QRCode'], maxNumberOfSymbols: 1 })
  return code?.text ?? null
}

/** The simpler reader beside it, which at times misses a code at one size that it reads at another. */
const readSimply = async (jpeg: Buffer): Promise<string | null> => {
  const { width, height, data, channels } = await pixelsOf(jpeg)
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let at = 0; at < width * height; at += 1)
    for (let c = 0; c < 3; c += 1) rgba[at * 4 + c] = data[at * channels + c] ?? 0
  return jsQR(rgba, width, height)?.data ?? null
}

const halved = async (jpeg: Buffer): Promise<Buffer> => {
  const { width } = await sharp(jpeg).metadata()
  return sharp(jpeg)
    .resize({ width: Math.round(width / 2) })
    .jpeg({ quality: 90 })
    .toBuffer()
}

const posterOf = async (design: PosterDesign, n: number, photo: { picture: Image; of: Subject }): Promise<Buffer> => {
  const canvas = createCanvas(POSTER_SIZE.width, POSTER_SIZE.height)
  const { name, store } = cardOf(n)
  paintPoster(canvas.getContext('2d'), {
    design,
    ...WORDS,
    photo: { picture: photo.picture, focus: null, keepOut: photo.of.keepOut ?? [] },
    rep: { name, store, avatar: null },
    code: await loadImage(await toBuffer(linkOf(n), QR)),
  })
  return canvas.encode('jpeg', JPEG_QUALITY)
}

type Read = { whole: boolean; half: boolean; simply: boolean }

const readSent = async (jpeg: Buffer, wanted: string): Promise<Read> => {
  const sent = await asSentByChat(jpeg)
  const small = await halved(sent)
  return {
    whole: (await readCode(sent)) === wanted,
    half: (await readCode(small)) === wanted,
    simply: (await readSimply(sent)) === wanted && (await readSimply(small)) === wanted,
  }
}

/** A picture with a code of its own has two codes on the poster; such pictures are left out. */
const readPosters = async (say: (line: string) => void): Promise<Read[]> => {
  const photos = await Promise.all(
    (await subjects())
      .filter(({ keepOut = [] }) => keepOut.length === 0)
      .map(async (of) => ({ of, picture: await loadImage(of.jpeg) })),
  )
  const asked = DESIGNS.flatMap((design) => Array.from({ length: REPS }, (_, n) => ({ design, n })))
  return inParallel(asked, async ({ design, n }) => {
    const photo = photos[n % photos.length]
    if (!photo) throw new Error('no pictures for the posters')
    const read = await readSent(await posterOf(design, n, photo), linkOf(n))
    if (!read.whole || !read.half) say(`not read: ${design} over ${photo.of.name}, rep ${n}: ${JSON.stringify(read)}`)
    return read
  })
}

/** HQ's own code within a picture, in the pictures of many reps. */
const readPictures = async (): Promise<Read[]> => {
  const deal = (await deals()).find(({ name }) => name === 'poster-code')
  if (!deal) throw new Error('no picture with a code')
  const image = await loadImage(deal.image.jpeg)
  const wanted = await readCode(deal.image.jpeg)
  if (wanted === null) throw new Error('the code in the source cannot be read')
  return inParallel(spread(deal, PICTURES), async ({ n, recipe }) =>
    readSent(await paintJpeg(image, recipe, cardOf(n)), wanted),
  )
}

const share = (reads: readonly Read[], of: (read: Read) => boolean): number =>
  (100 * reads.filter(of).length) / reads.length

export const codes: Part = {
  name: 'codes',
  run: async ({ say }): Promise<Metric[]> => {
    registerFonts()
    prepareZXingModule({ overrides: { wasmBinary: readerOf() } })
    const [posters, pictures] = [await readPosters(say), await readPictures()]
    say(`${posters.length} posters, ${pictures.length} pictures with a code of HQ's`)
    const goal = { atLeast: 100 }
    const simply = (reads: readonly Read[]) => share(reads, (r) => r.simply)
    return [
      {
        metric: 'posters read after a chat app',
        value: share(posters, (r) => r.whole),
        unit: '%',
        goal,
        anchor: simply(posters),
      },
      { metric: 'posters read at half size', value: share(posters, (r) => r.half), unit: '%', goal },
      {
        metric: 'codes within pictures read',
        value: share(pictures, (r) => r.whole),
        unit: '%',
        goal,
        anchor: simply(pictures),
      },
      { metric: 'codes within pictures read at half size', value: share(pictures, (r) => r.half), unit: '%', goal },
    ]
  },
}
