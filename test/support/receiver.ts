// A program on the other side of webhooks: it listens, fails, hangs, answers late, sends elsewhere and lies.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export type Heard = { path: string; headers: IncomingMessage['headers']; body: string }
export type Receiver = { url: string; heard: Heard[]; stop(): Promise<void> }
type Mood = (res: ServerResponse, socket: Socket) => void

/** Longer than anybody waits. */
const LATE_MS = 7_000

const moods: Record<string, Mood> = {
  '/ok': (res) => void res.writeHead(204).end(),
  '/fail': (res) => void res.writeHead(500).end('no'),
  '/gone': (res) => void res.writeHead(410).end(),
  '/hang': () => undefined,
  '/late': (res) => void setTimeout(() => res.writeHead(204).end(), LATE_MS).unref(),
  '/elsewhere': (res) => void res.writeHead(302, { location: '/ok' }).end(),
  // says it will send a gigabyte, and never does
  '/lies': (res) => void res.writeHead(200, { 'content-length': '1000000000' }).write('x'),
  '/garbage': (_, socket) => void socket.end('this is no answer\r\n\r\n'),
}

export const startReceiver = async (): Promise<Receiver> => {
  const heard: Heard[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.setEncoding('utf8')
    req.on('data', (chunk: string) => {
      body += chunk
    })
    req.on('end', () => {
      const path = req.url ?? ''
      heard.push({ path, headers: req.headers, body })
      moods[path]?.(res, req.socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
