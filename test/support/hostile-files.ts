// What do people upload, by mistake or on purpose? Files made in memory, each with what has to become of it.
import sharp, { type Sharp } from 'sharp'
import type { IntakeNote } from '../../cloudfunctions/_kit/data/images'
import type { Reason } from '../../cloudfunctions/_kit/words.data'
import { IMAGE_BYTES_MAX } from '../../shared/domain/limits'
import {
  animatedPng,
  claimingSize,
  deflatedZeros,
  disorderedBytes,
  flatWebp,
  GREY,
  jpegSegment,
  manyScanJpeg,
  type PngShape,
  pngChunk,
  RGB,
  RGBA,
  withChunks,
  withSegments,
  zeroPng,
} from './hostile-bytes'

/** What the file tells that nobody may learn: in its bytes before, in none of ours after. */
export const SECRET = 'RIPPLE-SECRET-31.2304'

export type Becomes = { accepted: readonly IntakeNote[] } | { refused: Reason }
/** bomb: small to send, ruinous to decode. tells: it carries SECRET. upright: 60 × 40 with a red upper left, once turned. */
export type HostileFile = {
  name: string
  make: () => Promise<Buffer> | Buffer
  becomes: Becomes
  bomb?: boolean
  tells?: boolean
  upright?: boolean
}

type More = Pick<HostileFile, 'bomb' | 'tells' | 'upright'>
type Make = HostileFile['make']
const takes = (name: string, notes: readonly IntakeNote[], make: Make, more: More = {}): HostileFile => ({
  name,
  make,
  becomes: { accepted: notes },
  ...more,
})
const refuses = (name: string, reason: Reason, make: Make, more: More = {}): HostileFile => ({
  name,
  make,
  becomes: { refused: reason },
  ...more,
})

const text = (words: string): Buffer => Buffer.from(words, 'utf8')
const latin = (words: string): Buffer => Buffer.from(words, 'latin1')
const joined = (...parts: (Buffer | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin(part) : part)))

/** A picture with detail, always the same. */
export const picture = (width = 600, height = 400): Sharp => {
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * 7 + ((at * at) >> 9)) & 255
  return sharp(pixels, { raw: { width, height, channels: 3 } }).blur(3)
}
const jpeg = (): Promise<Buffer> => picture().jpeg().toBuffer()
const large = (width: number, height: number): Sharp => picture().resize({ width, height, fit: 'fill' })
const png = (): Promise<Buffer> => picture().png().toBuffer()
const webp = (): Promise<Buffer> => picture().webp().toBuffer()
const padded = (bytes: Buffer, length: number): Buffer => Buffer.concat([bytes, Buffer.alloc(length - bytes.length)])
const cut = async (whole: Promise<Buffer>, share: number): Promise<Buffer> => {
  const bytes = await whole
  return bytes.subarray(0, Math.floor(bytes.length * share))
}
const moving = async (count: number): Promise<Sharp> => {
  const frames = await Promise.all(
    Array.from({ length: count }, (_, n) =>
      sharp({ create: { width: 90, height: 60, channels: 3, background: { r: (n * 80) % 256, g: 80, b: 160 } } })
        .png()
        .toBuffer(),
    ),
  )
  return sharp(frames, { join: { animated: true } })
}

const square = (edge: number): PngShape => ({ width: edge, height: edge, depth: 8, colour: RGB })
const HUNDRED_MB = 100 * 1024 * 1024
const bombIn = async (type: string, head: string): Promise<Buffer> =>
  withChunks(await png(), pngChunk(type, joined(head, deflatedZeros(HUNDRED_MB))))

const ENTITIES = Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('')
const SVG = 'xmlns="http://www.w3.org/2000/svg" width="90" height="60"'
const LAUGHS = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a0 "ha">${ENTITIES}]><svg ${SVG}><text>&a9;</text></svg>`
const bomb = { bomb: true }

const bombs: HostileFile[] = [
  refuses(
    '30000x30000-1-bit.png',
    'image-too-many-pixels',
    () => zeroPng({ ...square(30_000), depth: 1, colour: GREY }),
    bomb,
  ),
  refuses('16000x16000.png', 'image-too-many-pixels', () => zeroPng({ ...square(16_000), colour: GREY }), bomb),
  refuses('16383x16383.webp', 'image-too-many-pixels', () => flatWebp(16_383, 16_383), bomb),
  refuses('65000x65000-claimed.jpg', 'image-too-many-pixels', async () => claimingSize(await jpeg(), 65e3, 65e3), bomb),
  refuses('40000x40000-claimed.png', 'image-too-many-pixels', () => zeroPng(square(40_000), square(40)), bomb),
  refuses(
    '12000x12000-interlaced.png',
    'image-too-many-pixels',
    () => zeroPng({ ...square(12_000), interlaced: true }),
    bomb,
  ),
  refuses(
    '7000x7000-interlaced-16-bit.png',
    'image-too-heavy',
    () => zeroPng({ ...square(7_000), depth: 16, colour: RGBA, interlaced: true }),
    bomb,
  ),
  refuses(
    '30000x1660-16-bit.png',
    'image-too-heavy',
    () => zeroPng({ width: 30_000, height: 1_660, depth: 16, colour: RGBA }),
    bomb,
  ),
  refuses('7000x7000-lossless.webp', 'image-too-heavy', () => flatWebp(7_000, 7_000), bomb),
  refuses('883-scans.jpg', 'image-too-heavy', () => manyScanJpeg(4_000), bomb),
  refuses(
    '883-scans-behind-an-end-in-a-comment.jpg',
    'image-too-heavy',
    async () => withSegments(await manyScanJpeg(4_000), jpegSegment(0xfe, latin('\xff\xd9'))),
    bomb,
  ),
  refuses('billion-laughs.svg', 'image-kind-not-supported', () => text(LAUGHS), bomb),
  // libjpeg stops at the end too: of the scans behind it none is gone through
  takes('883-scans-behind-the-end.jpg', ['made-smaller'], async () =>
    joined(await large(4_000, 4_000).jpeg().toBuffer(), (await manyScanJpeg(4_000)).subarray(2)),
  ),
  // the picture itself is harmless: it comes in, what hides beside it is never unfolded
  takes('100-mb-of-text.png', [], () => bombIn('zTXt', 'Comment\0\0')),
  takes('100-mb-of-international-text.png', [], () => bombIn('iTXt', 'XML:com.adobe.xmp\0\x01\0\0\0')),
  takes('100-mb-of-profile.png', [], () => bombIn('iCCP', 'profile\0\0')),
  takes('600-frames.webp', ['first-frame-only'], async () => (await moving(600)).webp({ effort: 0 }).toBuffer()),
]

const damaged: HostileFile[] = [
  refuses('half.jpg', 'image-damaged', () => cut(jpeg(), 0.5)),
  refuses('half-progressive.jpg', 'image-damaged', () => cut(picture().jpeg({ progressive: true }).toBuffer(), 0.5)),
  refuses('header-only.jpg', 'image-damaged', async () => (await jpeg()).subarray(0, 200)),
  refuses('half.png', 'image-damaged', () => cut(png(), 0.5)),
  refuses('half-interlaced.png', 'image-damaged', () => cut(picture().png({ progressive: true }).toBuffer(), 0.5)),
  refuses('half.webp', 'image-damaged', () => cut(webp(), 0.5)),
  refuses('two-thirds-lossless.webp', 'image-damaged', () => cut(picture().webp({ lossless: true }).toBuffer(), 0.66)),
  refuses('overwritten.png', 'image-damaged', async () => {
    const bytes = await png()
    return bytes.fill(0x55, 20_000, 20_090)
  }),
  refuses('smaller-than-it-says.png', 'image-damaged', () => zeroPng(square(600), square(20))),
  refuses('smaller-than-it-says.jpg', 'image-damaged', async () => claimingSize(await jpeg(), 2_000, 2_000)),
  refuses('text-behind-a-jpeg-signature.jpg', 'image-damaged', () => joined('\xff\xd8\xff\xe0', 'x'.repeat(500))),
  refuses('page-behind-a-png-signature.png', 'image-damaged', () => joined('\x89PNG\r\n\x1a\n', '<html></html>')),
  refuses('jpeg-behind-a-webp-signature.webp', 'image-damaged', async () => joined('RIFF\0\0\0\0WEBP', await jpeg())),
  refuses('half-but-closed.jpg', 'image-damaged', async () => joined(await cut(jpeg(), 0.5), '\xff\xd9')),
  takes('stray-bytes.jpg', [], async () => {
    const bytes = await jpeg()
    const secondSegment = 4 + bytes.readUInt16BE(4)
    return joined(bytes.subarray(0, secondSegment), 'stray', bytes.subarray(secondSegment))
  }),
  takes('larger-than-it-says.png', [], () => zeroPng(square(20), square(600))),
  takes('really-a-png.jpg', [], png),
  takes('really-a-webp.png', [], webp),
]

const notOurs: HostileFile[] = [
  refuses('empty.jpg', 'not-an-image', () => Buffer.alloc(0)),
  refuses('one-byte.jpg', 'not-an-image', () => Buffer.from([0xff])),
  refuses('zeros.png', 'not-an-image', () => Buffer.alloc(5_000)),
  refuses('notes.txt', 'not-an-image', () => text('这不是图片'.repeat(100))),
  refuses('really-a-page.jpg', 'not-an-image', () => text('<!doctype html><script>alert(1)</script>')),
  refuses('price-list.pdf', 'not-an-image', () => text('%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj')),
  refuses('pictures.zip', 'not-an-image', () => joined('PK\x03\x04', Buffer.alloc(200))),
  refuses('program.png', 'not-an-image', () => joined('\x7fELF\x02\x01\x01', Buffer.alloc(200))),
  refuses('film.mp4', 'not-an-image', () => joined('\0\0\0\x18ftypisom\0\0\x02\0isommp41', Buffer.alloc(200))),
  refuses('IMG_2041.HEIC', 'heic-not-supported', () => joined('\0\0\0\x18ftypheic\0\0\0\0mif1heic', Buffer.alloc(200))),
  refuses('really-heic.jpg', 'heic-not-supported', () =>
    joined('\0\0\0\x18ftypmif1\0\0\0\0mif1heic', Buffer.alloc(200)),
  ),
  refuses('photo.avif', 'image-kind-not-supported', () => picture(64, 64).avif({ effort: 0 }).toBuffer()),
  refuses('drawn.gif', 'image-kind-not-supported', () => picture(60, 40).gif().toBuffer()),
  refuses('moving.gif', 'image-kind-not-supported', async () => (await moving(3)).gif().toBuffer()),
  refuses('program-in-a.gif', 'image-kind-not-supported', () => text('GIF89a/*\0\0*/=1;alert(1)')),
  refuses('scan.tiff', 'image-kind-not-supported', () => picture(60, 40).tiff().toBuffer()),
  refuses('drawn.bmp', 'image-kind-not-supported', () => joined('BM', Buffer.alloc(200))),
  refuses('layers.psd', 'image-kind-not-supported', () => joined('8BPS\0\x01', Buffer.alloc(200))),
  refuses('photo.jxl', 'image-kind-not-supported', () => joined('\xff\x0a', Buffer.alloc(200))),
  refuses('script.svg', 'image-kind-not-supported', () => text(`<svg ${SVG}><script>alert(1)</script></svg>`)),
  refuses('foreign-file.svg', 'image-kind-not-supported', () =>
    text(
      `<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg ${SVG}><text>&x;</text></svg>`,
    ),
  ),
  refuses('really-svg.png', 'image-kind-not-supported', () => text(`\uFEFF<!-- a picture --><svg ${SVG}/>`)),
  refuses('10-mb-and-one-byte.jpg', 'image-too-big', async () => padded(await jpeg(), IMAGE_BYTES_MAX + 1)),
  refuses('1x1.png', 'image-too-thin', () => zeroPng(square(1))),
  refuses('30000x1.png', 'image-too-thin', () => zeroPng({ ...square(1), width: 30_000 })),
  refuses('1x30000.png', 'image-too-thin', () => zeroPng({ ...square(1), height: 30_000 })),
]

const exif = {
  IFD0: { Copyright: SECRET, Make: 'Phone' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 49/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 28/1 2/1' },
}
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description dc:creator="${SECRET}" xmlns:dc="http://purl.org/dc/elements/1.1/"/></rdf:RDF></x:xmpmeta>`
const iptc = (): Buffer => {
  const record = joined(`\x1c\x02\x78\0${String.fromCharCode(SECRET.length)}`, SECRET)
  return joined(`Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0${String.fromCharCode(record.length)}`, record, '\0')
}
const tells = { tells: true }

const telling: HostileFile[] = [
  takes('where-it-was-taken.jpg', [], () => picture().withExif(exif).jpeg().toBuffer(), tells),
  takes('where-it-was-taken.png', [], () => picture().withExif(exif).png().toBuffer(), tells),
  takes('where-it-was-taken.webp', [], () => picture().withExif(exif).webp().toBuffer(), tells),
  takes('xmp.jpg', [], () => picture().withXmp(XMP).jpeg().toBuffer(), tells),
  takes('xmp.webp', [], () => picture().withXmp(XMP).webp().toBuffer(), tells),
  takes('iptc.jpg', [], async () => withSegments(await jpeg(), jpegSegment(0xed, iptc())), tells),
  takes('comment.jpg', [], async () => withSegments(await jpeg(), jpegSegment(0xfe, text(SECRET))), tells),
  takes(
    'makers-segments.jpg',
    [],
    async () => withSegments(await jpeg(), ...[0xe2, 0xe5, 0xef].map((code) => jpegSegment(code, text(SECRET)))),
    tells,
  ),
  takes(
    'text.png',
    [],
    async () => withChunks(await png(), pngChunk('tEXt', text(`Comment\0${SECRET}`)), pngChunk('prVt', text(SECRET))),
    tells,
  ),
  takes('archive-behind.jpg', [], async () => joined(await jpeg(), 'PK\x03\x04', SECRET, Buffer.alloc(90)), tells),
  takes('page-behind.png', [], async () => joined(await png(), `<script>"${SECRET}"</script>`), tells),
  takes('page-behind.webp', [], async () => joined(await webp(), `<script>"${SECRET}"</script>`), tells),
]

/** Sharp flips before it turns. How a 60 × 40 picture with a red upper left has to be stored so that the tag turns it upright. */
const storedFor = (orientation: number, upright: Sharp): Sharp => {
  const turned = (degrees: number) => upright.rotate(degrees)
  const steps: Record<number, () => Sharp> = {
    2: () => upright.flop(),
    3: () => turned(180),
    4: () => upright.flip(),
    5: () => turned(90).flip(),
    6: () => turned(270),
    7: () => turned(270).flip(),
    8: () => turned(90),
  }
  return steps[orientation]?.() ?? upright
}
const oriented = async (orientation: number): Promise<Buffer> => {
  const red = { create: { width: 30, height: 20, channels: 3 as const, background: '#ff0000' } }
  const upright = sharp({ create: { width: 60, height: 40, channels: 3, background: '#0000ff' } }).composite([
    { input: red, left: 0, top: 0 },
  ])
  const stored = await storedFor(orientation, sharp(await upright.png().toBuffer()))
    .png()
    .toBuffer()
  return sharp(stored).withMetadata({ orientation }).jpeg().toBuffer()
}

const unusual: HostileFile[] = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => takes(`orientation-${n}.jpg`, [], () => oriented(n), { upright: true })),
  takes('cmyk.jpg', ['colours-converted'], () => picture().toColourspace('cmyk').jpeg().toBuffer()),
  takes('wide-colours.jpg', ['colours-converted'], () => picture().withIccProfile('p3').jpeg().toBuffer()),
  takes('grey.jpg', [], () => picture().toColourspace('b-w').jpeg().toBuffer()),
  takes('progressive.jpg', [], () => picture().jpeg({ progressive: true }).toBuffer()),
  takes('16-bit.png', [], () => picture().toColourspace('rgb16').png().toBuffer()),
  takes('interlaced.png', [], () => picture().png({ progressive: true }).toBuffer()),
  takes('palette-with-clear.png', [], () => picture().ensureAlpha(0.3).png({ palette: true }).toBuffer()),
  takes('moving.webp', ['first-frame-only'], async () => (await moving(3)).webp().toBuffer()),
  takes('moving.png', ['first-frame-only'], () => animatedPng(zeroPng({ ...square(60), height: 40 }))),
  takes('exactly-10-mb.jpg', [], async () => padded(await jpeg(), IMAGE_BYTES_MAX)),
  takes('400x30000.png', ['made-smaller'], () => zeroPng({ ...square(400), height: 30_000 })),
]

const MOTION_BYTES = 3 * 1024 * 1024
const VIDEO_HEAD = '\0\0\0\x1cftypisom\0\0\0\0isommp42\0\0\0\0mdat'

/** As phones make them: behind the picture's end stands what only their own album shows. */
const phones: HostileFile[] = [
  // 2, 3, 10 and 12 hold what reads like scans and frames, 1 does not
  ...[1, 2, 3, 10, 12].map((seed) =>
    takes(`motion-${seed}.jpg`, ['made-smaller'], async () =>
      joined(await large(4_000, 3_000).jpeg().toBuffer(), VIDEO_HEAD, disorderedBytes(seed, MOTION_BYTES)),
    ),
  ),
  takes('brighter-on-some-screens.jpg', ['made-smaller'], async () =>
    joined(await large(6_000, 4_500).jpeg().toBuffer(), await picture().jpeg({ progressive: true }).toBuffer()),
  ),
]

export const hostileFiles: readonly HostileFile[] = [bombs, damaged, notOurs, telling, unusual, phones].flat()
