// Which address answers what? One request handler on 127.0.0.1, the same on every port.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveAdmin } from './admin'
import type { Cloud } from './cloud'
import { serveControl } from './control'
import { Lost, Silent } from './faults'
import { serveAuth } from './gateway/auth'
import { serveFunction } from './gateway/functions'
import { accessOf, serveHttpAccess } from './gateway/http-access'
import { allowOrigins, BodyTooLarge, isLoopbackHost, sendJson } from './http'
import { serveInspect } from './inspect/serve'
import { serveStatic } from './static'
import { serveStorage } from './storage/serve'

const HOST = '127.0.0.1'

const route = async (cloud: Cloud, req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> => {
  const { pathname } = url
  // the admin door obeys whoever reaches it: never a browser
  if (pathname === '/admin') {
    if (req.headers.origin !== undefined) return sendJson(res, 403, { code: 'FORBIDDEN' })
    return serveAdmin(cloud, req, res)
  }
  if (pathname.startsWith('/emulator/')) return serveControl(cloud, req, res, url)
  if (allowOrigins(req, res, cloud.hosts, pathname.startsWith('/storage/'))) return
  const access = accessOf(cloud.options.httpPaths ?? {}, pathname)
  if (access) return serveHttpAccess(cloud, req, res, { url, access })
  if (pathname.startsWith('/v1/functions/')) return serveFunction(cloud, req, res, url)
  if (pathname.startsWith('/auth/v1/')) return serveAuth(cloud, req, res, url)
  if (pathname.startsWith('/storage/')) return serveStorage(cloud, req, res, url)
  if (pathname.startsWith('/_inspect')) return serveInspect(cloud, res, url)
  if (serveStatic(cloud, req, res, url)) return
  sendJson(res, 404, { code: 'NOT_FOUND', message: `nothing at ${pathname}` })
}

const handle = async (cloud: Cloud, req: IncomingMessage, res: ServerResponse): Promise<void> => {
  if (!isLoopbackHost(req.headers.host)) return sendJson(res, 421, { code: 'MISDIRECTED_REQUEST' })
  try {
    // the port asked for, not the main one: a middleware may tell personas apart by it
    const url = new URL(req.url ?? '/', `http://${req.headers.host}`)
    if (await cloud.options.middleware?.(req, res, url)) return
    await route(cloud, req, res, url)
  } catch (error) {
    if (error instanceof Silent) return
    if (error instanceof Lost) {
      req.socket.destroy()
      return
    }
    if (error instanceof BodyTooLarge)
      return sendJson(res, 413, { code: 'EXCEED_MAX_PAYLOAD_SIZE', message: error.message })
    console.error(error)
    if (!res.headersSent) sendJson(res, 500, { code: 'EMULATOR_INTERNAL', message: String(error) })
    else res.destroy()
  }
}

export type Listening = { readonly ports: number[]; close(): Promise<void> }

export const listen = async (ports: readonly number[], cloud: () => Cloud): Promise<Listening> => {
  const servers: Server[] = []
  const close = async (): Promise<void> => {
    await Promise.all(
      servers.map((server) => {
        server.closeAllConnections()
        return new Promise((resolve) => server.close(resolve))
      }),
    )
  }
  try {
    for (const port of ports) {
      const server = createServer((req, res) => void handle(cloud(), req, res))
      // longer than the SDK keeps its sockets, so that it is never the server who hangs up first
      server.keepAliveTimeout = 60_000
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, HOST, resolve)
      })
      servers.push(server)
    }
  } catch (error) {
    await close()
    throw error
  }
  return { ports: servers.map((server) => (server.address() as AddressInfo).port), close }
}
