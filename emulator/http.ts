// How do we read and answer HTTP? Bounded bodies, JSON replies, and which browsers may ask.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

export class BodyTooLarge extends Error {}

/** The whole body, or BodyTooLarge above `limit` bytes. */
export const readBody = (req: IncomingMessage, limit: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const tooLarge = (): void => reject(new BodyTooLarge(`the body is above ${limit} bytes`))
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      // keep reading so that the refusal reaches a client that is still sending, but not without end
      else if (size > limit * 20) {
        req.pause()
        tooLarge()
      }
    })
    req.on('end', () => {
      const [first] = chunks
      if (size > limit) tooLarge()
      else resolve(first && chunks.length === 1 ? first : Buffer.concat(chunks))
    })
    req.on('error', reject)
    req.on('close', () => reject(new Error('the client hung up while sending')))
  })

export const newRequestId = (): string => randomUUID()

export const sendBytes = (res: ServerResponse, status: number, type: string, body: Buffer | string): void => {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length
  res.writeHead(status, { 'content-type': type, 'content-length': length, 'x-content-type-options': 'nosniff' })
  // a text goes out with its headers in one write
  res.end(res.req.method === 'HEAD' ? undefined : body)
}

export const sendJson = (res: ServerResponse, status: number, value: unknown): void =>
  sendBytes(res, status, 'application/json; charset=utf-8', JSON.stringify(value))

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\]|[a-z0-9-]+\.localhost)(:\d+)?$/i

/** A page of another site that was given our address (DNS rebinding) still sends its own name as Host. */
export const isLoopbackHost = (host: string | undefined): boolean => host !== undefined && LOOPBACK.test(host)

const originHost = (origin: string): string => origin.replace(/^https?:\/\//, '')

/**
 * Answers preflights and refuses pages of other origins, as the platform's list of safe domains does; returns true when
 * the request is done. `open` lets any origin in, as a public bucket does.
 */
export const allowOrigins = (
  req: IncomingMessage,
  res: ServerResponse,
  hosts: ReadonlySet<string>,
  open: boolean,
): boolean => {
  const origin = req.headers.origin
  const allowed = origin !== undefined && (open || hosts.has(originHost(origin)))
  if (allowed) {
    res.setHeader('access-control-allow-origin', open ? '*' : origin)
    res.setHeader('vary', 'origin')
    res.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT, OPTIONS')
    res.setHeader('access-control-allow-headers', req.headers['access-control-request-headers'] ?? '*')
    res.setHeader('access-control-expose-headers', 'x-request-id, etag, content-length')
    res.setHeader('access-control-max-age', '600')
  }
  if (origin !== undefined && !allowed) {
    req.resume()
    sendJson(res, 403, { code: 'INVALID_ORIGIN', message: `${origin} is not one of this server's own addresses` })
    return true
  }
  if (req.method !== 'OPTIONS') return false
  res.writeHead(204).end()
  return true
}
