// How is the built H5 client served? Plain files below one folder, index.html at /.
import { createReadStream, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import type { Cloud } from './cloud'
import { typeByExtension } from './storage/content-type'

const resolve = (root: string, pathname: string): string | undefined => {
  let name: string
  try {
    name = decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  if (name.includes('\0')) return undefined
  const file = path.resolve(root, `.${name.endsWith('/') ? `${name}index.html` : name}`)
  return file.startsWith(path.resolve(root) + path.sep) ? file : undefined
}

/** What whoever hosts the web app has to send with every file; docs/threat-model.md lists them for operators. */
export const HOSTING_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  // the page carries the rest of its policy itself; this part counts only as a header
  'content-security-policy': "frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
}

const YEAR_S = 365 * 24 * 3600

/** A name that carries the hash of what is in it (config/index.ts) never means anything else. */
const cachingOf = (file: string): string => {
  if (file.endsWith('.html')) return 'no-cache'
  return /\.[0-9a-f]{8}\.(js|css)$/.test(file) ? `public, max-age=${YEAR_S}, immutable` : 'public, max-age=300'
}

/** True when it answered. */
export const serveStatic = (cloud: Cloud, req: IncomingMessage, res: ServerResponse, url: URL): boolean => {
  const root = cloud.options.staticDir
  if (!root || (req.method !== 'GET' && req.method !== 'HEAD')) return false
  const file = resolve(root, url.pathname)
  const stat = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false })
  if (file === undefined || !stat?.isFile()) return false
  res.writeHead(200, {
    'content-type': typeByExtension(path.extname(file)),
    'content-length': stat.size,
    'cache-control': cachingOf(file),
    ...HOSTING_HEADERS,
  })
  if (req.method === 'HEAD') {
    res.end()
    return true
  }
  cloud.meter.add('bytesOut', stat.size)
  createReadStream(file).pipe(res)
  return true
}
