// What kind of file is this? By its first bytes, else by its extension.
import type { Readable } from 'node:stream'

const SIGNATURES: readonly (readonly [offset: number, bytes: string, type: string])[] = [
  [0, '89504e47', 'image/png'],
  [0, 'ffd8ff', 'image/jpeg'],
  [0, '47494638', 'image/gif'],
  [8, '57454250', 'image/webp'],
  [4, '6674797061766966', 'image/avif'],
  [4, '6674797068656963', 'image/heic'],
  [4, '66747970', 'video/mp4'],
  [0, '25504446', 'application/pdf'],
]
const EXTENSIONS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.mp4': 'video/mp4',
}

export const typeByExtension = (extension: string): string =>
  EXTENSIONS[extension.toLowerCase()] ?? 'application/octet-stream'

/** Reads the first bytes and lets go of the stream. */
export const contentType = async (content: Readable, extension: string): Promise<string> => {
  for await (const chunk of content as AsyncIterable<Buffer>) {
    const found = SIGNATURES.find(([at, bytes]) => chunk.subarray(at, at + bytes.length / 2).toString('hex') === bytes)
    if (found) return found[2]
    break
  }
  return typeByExtension(extension)
}
