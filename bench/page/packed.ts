// The web app as a static host serves it: packed (gzip), kept alive; what is not a file goes on to the cloud.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

const packed = new Map<string, Buffer>()
const packedOf = (file: string): Buffer => {
  const known = packed.get(file) ?? gzipSync(readFileSync(file), { level: 9 })
  packed.set(file, known)
  return known
}

/** Port 0: any that is free. `cloud`: the address that answers everything else, e.g. http://127.0.0.1:18884. */
export const servePacked = async (dir: string, cloud: string): Promise<{ url: string; close: () => void }> => {
  const server: Server = createServer((req, res) => {
    const { pathname } = new URL(req.url ?? '/', 'http://host')
    const file = path.join(dir, pathname === '/' ? 'index.html' : pathname)
    const type = TYPES[path.extname(file)]
    if (type && existsSync(file) && statSync(file).isFile()) {
      const body = packedOf(file)
      res.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'content-length': body.length })
      res.end(body)
      return
    }
    const { origin: _, ...headers } = req.headers // the cloud answers browsers of its own addresses only
    const onward = request(new URL(req.url ?? '/', cloud), { method: req.method, headers }, (reply) => {
      res.writeHead(reply.statusCode ?? 502, reply.headers)
      reply.pipe(res)
    })
    onward.on('error', () => res.destroy())
    req.pipe(onward)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const close = (): void => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${port}`, close }
}
