// A cloud of one test: answers that are set beforehand, and files by their ids.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type SmallCloud = {
  url: string
  /** Action to answer. What has none is refused as not found. */
  answers: Record<string, (payload: Record<string, unknown>) => unknown>
  /** What was asked, in order. */
  asked: { action: string; payload: Record<string, unknown> }[]
  /** Its address; its id is `cloud://<name>`. */
  store: (name: string, bytes: Buffer) => string
  stop: () => Promise<void>
}

const PREFIX = 'cloud://'
type Event = { action: string; payload: Record<string, unknown>; file_list?: { fileid: string }[] }

const listen = (server: Server): Promise<string> =>
  new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => ready(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })

export const startSmallCloud = async (): Promise<SmallCloud> => {
  const files = new Map<string, Buffer>()
  const answers: SmallCloud['answers'] = {}
  const asked: SmallCloud['asked'] = []
  const answerEvent = ({ action, payload, file_list }: Event): unknown => {
    if (file_list) {
      const download_list = file_list.map(({ fileid }) => ({
        code: 'SUCCESS',
        download_url: `${url}/files/${fileid.slice(PREFIX.length)}`,
      }))
      return { data: { download_list } }
    }
    asked.push({ action, payload })
    const answer = answers[action]
    return answer
      ? { ok: true, data: answer(payload) }
      : { ok: false, error: { code: 'not-found', message: '', trace: 't1' } }
  }
  const server = createServer((request, reply) => {
    const [, kind = '', name = ''] = (request.url ?? '').split('/')
    if (kind === 'files') {
      const bytes = files.get(name)
      return void reply.writeHead(bytes ? 200 : 404).end(bytes)
    }
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const event = JSON.parse(Buffer.concat(chunks).toString()) as Event
      reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answerEvent(event)))
    })
  })
  const url = await listen(server)
  return {
    url,
    answers,
    asked,
    store: (name, bytes) => {
      files.set(name, bytes)
      return `${url}/files/${name}`
    },
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
