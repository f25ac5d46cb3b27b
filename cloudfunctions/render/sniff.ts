// What kind of file is this? By its first bytes alone; names and declared types can lie.

export type Sniffed = 'jpeg' | 'png' | 'webp' | 'heic' | 'other-image' | 'no-image'

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']
const AVIF_BRANDS = ['avif', 'avis']
/** GIF, BMP, TIFF, BigTIFF, Photoshop, icon, JPEG XL bare and boxed, JPEG 2000 boxed and bare. */
const OTHER_SIGNATURES = [
  ...['GIF8', 'BM', 'II*\0', 'MM\0*', 'II+\0', 'MM\0+', '8BPS', '\0\0\x01\0'],
  ...['\xff\x0a', '\0\0\0\x0cJXL ', '\0\0\0\x0cjP  ', '\xff\x4f\xff\x51'],
]

const isSvg = (head: string): boolean =>
  /^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*(<!DOCTYPE svg|<svg)/i.test(head)

/** An ISO media file: AVIF may go under a general brand and name its own among the compatible ones. */
const sniffMedia = (bytes: Buffer): Sniffed => {
  const brands =
    bytes
      .subarray(8, Math.min(bytes.readUInt32BE(0), 64))
      .toString('latin1')
      .match(/.{4}/gs) ?? []
  if (brands.some((brand) => AVIF_BRANDS.includes(brand))) return 'other-image'
  return HEIC_BRANDS.includes(brands[0] ?? '') ? 'heic' : 'no-image'
}

export const sniff = (bytes: Buffer): Sniffed => {
  const head = bytes.subarray(0, 16).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  if (head.slice(4, 8) === 'ftyp') return sniffMedia(bytes)
  if (OTHER_SIGNATURES.some((signature) => head.startsWith(signature))) return 'other-image'
  return isSvg(bytes.subarray(0, 1000).toString('utf8')) ? 'other-image' : 'no-image'
}

/** An animated PNG says so before its first picture data, which is its first frame for whoever knows no animation. */
export const isAnimatedPng = (bytes: Buffer): boolean => {
  const frames = bytes.indexOf('acTL', 8, 'latin1')
  return frames >= 0 && frames < bytes.indexOf('IDAT', 8, 'latin1')
}
