// How does a bench call functions as phones do? Over kept connections, timed one by one.
import http from 'node:http'
import type { Reply } from '../../shared/contracts'

export type Caller = {
  call<T>(fn: string, action: string, payload: unknown, openid: string): Promise<Reply<T>>
  close(): void
}

/** At most `connections` calls at a time reach the cloud. */
export const callersOf = (url: string, connections: number): Caller => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const { hostname, port } = new URL(url)
  const call = <T>(fn: string, action: string, payload: unknown, openid: string): Promise<Reply<T>> =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify({ action, payload })
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'x-wx-openid': openid,
      }
      const request = http.request({ hostname, port, agent, method: 'POST', path: `/v1/functions/${fn}`, headers })
      request.on('response', (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
        })
        response.on('end', () => resolve(JSON.parse(text) as Reply<T>))
      })
      request.on('error', reject)
      request.end(body)
    })
  return { call, close: () => agent.destroy() }
}

/** The value below which `share` of them lie. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}
