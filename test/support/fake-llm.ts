// What answers in place of a language model? OpenAI's chat completions on a port of its own, well-behaved or in any way not.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = { id: number; text: string }
type Item = { id: number; alternatives: readonly string[] }

/** What the server does with a request; a text is what the model says, the rest happens on the way. */
export type Manner =
  | { say: (sentences: readonly Asked[], count: number) => string }
  | { status: number; headers?: Record<string, string> }
  | { body: string }
  | { silentMs: number }

export type Call = { authorization: string; path: string; body: string; sentences: readonly Asked[] }
export type FakeLlm = {
  /** For RIPPLE_AI_BASE. */
  readonly url: string
  readonly calls: readonly Call[]
  /** From now on; a list is used up one by one, its last stays. */
  behave(...manners: Manner[]): void
  stop(): Promise<void>
}

/** A wording that holds wherever its sentence does: for tests that then spoil it. */
export const framed = (sentence: string): string => `哎呀，跟你说哦，${sentence}`

/** Says the same in other words without knowing any: frames that add nothing and fit around most sentences of a post. */
const FRAMES: readonly ((sentence: string) => string)[] = [
  framed,
  (sentence) => `来啦来啦，来看看呀，${sentence}`,
  (sentence) => `大家好，嗨，${sentence}`,
  (sentence) => `姐妹们，哈喽呀，${sentence}`,
]
const frameAll = ({ text }: Asked, count: number): string[] => FRAMES.slice(0, count).map((frame) => frame(text))

export const itemsAs = (items: readonly Item[]): string => JSON.stringify({ items })

/** Each sentence's alternatives, as `reword` makes them. */
export const saying = (reword: (sentence: Asked, count: number) => readonly string[]): Manner => ({
  say: (sentences, count) =>
    itemsAs(sentences.map((sentence) => ({ id: sentence.id, alternatives: reword(sentence, count) }))),
})

export const goodManners: Manner = saying(frameAll)
/** Everything alright but for what it does to the JSON around it. */
export const wrapped = (wrap: (json: string) => string): Manner => ({
  say: (sentences, count) =>
    wrap(itemsAs(sentences.map((sentence) => ({ id: sentence.id, alternatives: frameAll(sentence, count) })))),
})

const readAll = async (req: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const askedIn = (body: string): { sentences: readonly Asked[]; count: number } => {
  const { messages } = JSON.parse(body) as { messages: readonly { role: string; content: string }[] }
  return JSON.parse(messages.find(({ role }) => role === 'user')?.content ?? '{}')
}

const completionOf = (content: string): string =>
  JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  })

export const startFakeLlm = async (): Promise<FakeLlm> => {
  const calls: Call[] = []
  let manners: Manner[] = [goodManners]
  const timers = new Set<NodeJS.Timeout>()

  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const body = await readAll(req)
    const { sentences, count } = askedIn(body)
    calls.push({ authorization: req.headers.authorization ?? '', path: req.url ?? '', body, sentences })
    const manner = (manners.length > 1 ? manners.shift() : manners[0]) ?? goodManners
    if ('silentMs' in manner) {
      timers.add(setTimeout(() => res.end(), manner.silentMs))
      return
    }
    const status = 'status' in manner ? manner.status : 200
    res.writeHead(status, { 'content-type': 'application/json', ...('headers' in manner ? manner.headers : {}) })
    if ('say' in manner) res.end(completionOf(manner.say(sentences, count)))
    else res.end('body' in manner ? manner.body : '{"error":{"message":"no"}}')
  }

  const server = createServer((req, res) => {
    answer(req, res).catch(() => res.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    behave: (...next) => {
      manners = [...next]
    },
    stop: () =>
      new Promise((resolve) => {
        for (const timer of timers) clearTimeout(timer)
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
