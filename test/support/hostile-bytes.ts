// How is a file made that no honest program would write? PNG chunks, JPEG segments and WebP headers, by hand.
import { constants, deflateRawSync, deflateSync } from 'node:zlib'
import sharp from 'sharp'

const MB = 1024 * 1024

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc
})
const crc32 = (bytes: Buffer): number => {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value >>> 0)
  return bytes
}
const half = (value: number): Buffer => Buffer.from([value >> 8, value & 255])

/** A zlib stream of `count` zeros, about a thousandth of that long; made without ever holding them. */
export const deflatedZeros = (count: number): Buffer => {
  // a block that ends in a full flush looks at nothing before it, so it may be said again and again
  const block = deflateRawSync(Buffer.alloc(MB), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const blocks = Array<Buffer>(Math.floor(count / MB)).fill(block)
  const rest = deflateRawSync(Buffer.alloc(count % MB), { level: 9 })
  const adler = word((count % 65521) * 65536 + 1)
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...blocks, rest, adler])
}

export const pngChunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([word(data.length), named, word(crc32(named))])
}

const PNG_HEAD = Buffer.from('89504e470d0a1a0a', 'hex')
const AFTER_IHDR = 33

export const GREY = 0
export const RGB = 2
export const RGBA = 6
const CHANNELS: Readonly<Record<number, number>> = { [GREY]: 1, [RGB]: 3, [RGBA]: 4 }
export type PngShape = { width: number; height: number; depth: 1 | 8 | 16; colour: number; interlaced?: boolean }

const ihdr = ({ width, height, depth, colour, interlaced }: PngShape): Buffer =>
  pngChunk('IHDR', Buffer.concat([word(width), word(height), Buffer.from([depth, colour, 0, 0, interlaced ? 1 : 0])]))

const ADAM7 = [
  { x: 0, y: 0, across: 8, down: 8 },
  { x: 4, y: 0, across: 8, down: 8 },
  { x: 0, y: 4, across: 4, down: 8 },
  { x: 2, y: 0, across: 4, down: 4 },
  { x: 0, y: 2, across: 2, down: 4 },
  { x: 1, y: 0, across: 2, down: 2 },
  { x: 0, y: 1, across: 1, down: 2 },
]
const ROWS = [{ x: 0, y: 0, across: 1, down: 1 }]

/** How many bytes its pixels take before they are deflated: each row begins with one for its filter. */
const bytesOf = ({ width, height, depth, colour, interlaced }: PngShape): number =>
  (interlaced ? ADAM7 : ROWS).reduce((sum, { x, y, across, down }) => {
    const columns = Math.ceil((width - x) / across)
    const rows = Math.ceil((height - y) / down)
    return sum + rows * (1 + Math.ceil((columns * (CHANNELS[colour] ?? 1) * depth) / 8))
  }, 0)

/** A PNG of nothing but zeros. `data`: the shape its pixels really have, when the header lies. */
export const zeroPng = (shape: PngShape, data: PngShape = shape): Buffer =>
  Buffer.concat([
    PNG_HEAD,
    ihdr(shape),
    pngChunk('IDAT', deflatedZeros(bytesOf(data))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])

/** The same picture with more chunks behind its header. */
export const withChunks = (png: Buffer, ...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([png.subarray(0, AFTER_IHDR), ...chunks, png.subarray(AFTER_IHDR)])

/** An animated PNG: the picture, and a second frame that shows the same. */
export const animatedPng = (png: Buffer): Buffer => {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const frame = (order: number) =>
    pngChunk('fcTL', Buffer.concat([word(order), word(width), word(height), word(0), word(0), Buffer.alloc(6)]))
  const moving = withChunks(png, pngChunk('acTL', Buffer.concat([word(2), word(0)])), frame(0))
  const data = deflateSync(Buffer.alloc(height * (1 + 3 * width)))
  const end = moving.length - 12
  const second = [frame(1), pngChunk('fdAT', Buffer.concat([word(2), data]))]
  return Buffer.concat([moving.subarray(0, end), ...second, moving.subarray(end)])
}

/** Bytes without any order, the same for the same seed (xorshift32): what compressed video looks like. */
export const disorderedBytes = (seed: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length)
  let state = seed
  for (let at = 0; at < length; at += 1) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    bytes[at] = state & 255
  }
  return bytes
}

const marker = (code: number): Buffer => Buffer.from([0xff, code])

export const jpegSegment = (code: number, body: Buffer): Buffer =>
  Buffer.concat([marker(code), half(body.length + 2), body])

/** The same picture with more segments behind its first two bytes. */
export const withSegments = (jpeg: Buffer, ...segments: readonly Buffer[]): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)])

/** The same data under a frame header that claims another size. */
export const claimingSize = (jpeg: Buffer, width: number, height: number): Buffer => {
  const copy = Buffer.from(jpeg)
  const frame = [0xc0, 0xc2].map((code) => copy.indexOf(marker(code))).find((at) => at >= 0) ?? 0
  copy.writeUInt16BE(height, frame + 5)
  copy.writeUInt16BE(width, frame + 7)
  return copy
}

const EOB14 = 0xe0 // a run of 2^14 and more blocks that end here
const RUN_MAX = 32767

/** "Nothing changes" for all blocks, under a Huffman table in which the one code is a 0 bit. */
const emptyScanData = (blocks: number): Buffer => {
  const bits: string[] = []
  for (let left = blocks; left > 0; left -= RUN_MAX) bits.push(`0${(RUN_MAX - 2 ** 14).toString(2).padStart(14, '0')}`)
  const all = bits.join('')
  const padded = all.padEnd(Math.ceil(all.length / 8) * 8, '1')
  const bytes = padded.match(/.{8}/g)?.map((eight) => Number.parseInt(eight, 2)) ?? []
  return Buffer.from(bytes.flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte])))
}

/**
 * A grey progressive JPEG in which each of 63 frequencies is refined 13 times by a scan that changes nothing:
 * 883 scans, all of them lawful, each over the whole picture.
 */
export const manyScanJpeg = async (edge: number): Promise<Buffer> => {
  const background = { r: 90, g: 90, b: 90 }
  const flat = await sharp({ create: { width: edge, height: edge, channels: 3, background } })
    .toColourspace('b-w')
    .jpeg({ progressive: true })
    .toBuffer()
  const firstScan = flat.indexOf(marker(0xda))
  const nextMarker = [0xc4, 0xda, 0xd9].map((code) => flat.indexOf(marker(code), firstScan + 2)).filter((at) => at > 0)
  const head = flat.subarray(0, Math.min(...nextMarker))
  const table = jpegSegment(0xc4, Buffer.from([0x10, 1, ...Array<number>(15).fill(0), EOB14]))
  const data = emptyScanData(Math.ceil(edge / 8) ** 2)
  const scans = Array.from({ length: 63 }, (_, n) => n + 1).flatMap((frequency) =>
    Array.from({ length: 14 }, (_, pass) => {
      const [high, low] = [pass === 0 ? 0 : 14 - pass, 13 - pass]
      return Buffer.concat([jpegSegment(0xda, Buffer.from([1, 1, 0, frequency, frequency, (high << 4) | low])), data])
    }),
  )
  return Buffer.concat([head, table, ...scans, marker(0xd9)])
}

/** A lossless WebP of one colour: a few bytes, whatever size its header claims, and a true one at that. */
export const flatWebp = async (width: number, height: number): Promise<Buffer> => {
  const small = await sharp({ create: { width: 16, height: 16, channels: 3, background: '#c96442' } })
    .webp({ lossless: true })
    .toBuffer()
  const at = small.indexOf('VP8L', 0, 'latin1') + 9 // after the name, the length and the signature 0x2f
  const kept = small.readUInt32LE(at) & 0xf0000000
  small.writeUInt32LE((kept | ((height - 1) << 14) | (width - 1)) >>> 0, at)
  return small
}
