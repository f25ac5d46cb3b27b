// What kind of file is this? By its first bytes alone; names and declared types can lie.

export type Sniffed = 'jpeg' | 'png' | 'webp' | 'heic' | 'other-image' | 'no-image'

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']
const OTHER_SIGNATURES = ['GIF8', 'BM', 'II*\0', 'MM\0*', '8BPS', '\0\0\x01\0']

const isSvg = (head: string): boolean =>
  /^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg|<svg)/i.test(head)

export const sniff = (bytes: Buffer): Sniffed => {
  const head = bytes.subarray(0, 16).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  if (head.slice(4, 8) === 'ftyp') {
    const brand = head.slice(8, 12)
    if (HEIC_BRANDS.includes(brand)) return 'heic'
    return brand === 'avif' || brand === 'avis' ? 'other-image' : 'no-image'
  }
  if (OTHER_SIGNATURES.some((signature) => head.startsWith(signature))) return 'other-image'
  return isSvg(bytes.subarray(0, 1000).toString('utf8')) ? 'other-image' : 'no-image'
}
