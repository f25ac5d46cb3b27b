// How does the phone reach the network? Plain node:http, so that it works in every test environment.
import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }
export type Ask = { method?: string; headers?: Record<string, string>; body?: string | Uint8Array; timeoutMs?: number }
export type Net = { ask(url: string, options?: Ask): Promise<Answer>; close(): void }

export const createNet = (isOnline: () => boolean): Net => {
  const agent = new Agent({ keepAlive: true })
  const ask = (url: string, { method = 'GET', headers = {}, body, timeoutMs = 15_000 }: Ask = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (!isOnline()) return reject(new Error('errcode:-1 no network'))
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const sent = request(url, { method, agent, headers: { ...headers, ...length }, timeout: timeoutMs }, (reply) => {
        const chunks: Buffer[] = []
        reply.on('data', (chunk: Buffer) => chunks.push(chunk))
        reply.on('error', reject)
        reply.on('end', () =>
          resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(chunks) }),
        )
      })
      sent.on('error', reject)
      sent.on('timeout', () => sent.destroy(new Error('timeout')))
      sent.end(body)
    })
  return { ask, close: () => agent.destroy() }
}
