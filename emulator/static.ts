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

/** True when it answered. */
export const serveStatic = (cloud: Cloud, req: IncomingMessage, res: ServerResponse, url: URL): boolean => {
  const root = cloud.options.staticDir
  if (!root || (req.method !== 'GET' && req.method !== 'HEAD')) return false
  const file = resolve(root, url.pathname)
  const stat = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false })
  if (file === undefined || !stat?.isFile()) return false
  const page = file.endsWith('.html')
  res.writeHead(200, {
    'content-type': typeByExtension(path.extname(file)),
    'content-length': stat.size,
    'cache-control': page ? 'no-cache' : 'public, max-age=300',
    'x-content-type-options': 'nosniff',
  })
  if (req.method === 'HEAD') {
    res.end()
    return true
  }
  cloud.meter.add('bytesOut', stat.size)
  createReadStream(file).pipe(res)
  return true
}
