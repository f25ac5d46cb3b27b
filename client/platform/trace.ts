// Under which code is a call found in the log? One for each act: the same call, made again because no answer came, keeps it.
import { mintTrace } from './mint'

const WAITING_MAX = 20
const waiting = new Map<string, string>()

type Asked = { action: string; payload: unknown }
const keyOf = (fn: string, { action, payload }: Asked): string => `${fn}/${action} ${JSON.stringify(payload)}`

export const traceFor = (fn: string, asked: Asked): string =>
  (waiting.size > 0 && waiting.get(keyOf(fn, asked))) || mintTrace()

/** No answer came: the next try of it goes under the same code. */
export const unanswered = (fn: string, asked: Asked, trace: string): void => {
  waiting.set(keyOf(fn, asked), trace)
  const [oldest] = waiting.keys()
  if (waiting.size > WAITING_MAX && oldest !== undefined) waiting.delete(oldest)
}

export const answered = (fn: string, asked: Asked): void => {
  if (waiting.size > 0) waiting.delete(keyOf(fn, asked))
}
