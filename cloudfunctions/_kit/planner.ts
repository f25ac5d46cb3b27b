// Which other wordings does a language model propose? Asked once per draft, within a time and a daily allowance; any
// failure is an answer ("none, because…"), because every plan works without it.
import { setTimeout as pause } from 'node:timers/promises'
import type { WhyNoWordings } from '@shared/contracts/post'
import { dayOf } from '@shared/domain/day'
import { now } from './clock'
import { leftOfBudget, takeBudget } from './data/budgets'
import { log } from './log'
import { type AskedSentence, readReply, requestOf } from './planner-wire'
import { type AiSettings, aiSettings } from './settings'

/** Few sentences a call, the calls side by side: a model writes some 60 tokens a second and has 8 seconds. */
const SENTENCES_PER_CALL = 5
const CALLS_MAX = 4
const REPLY_BYTES_MAX = 256 * 1024
const RETRY_AFTER_MS = 400

type Failure = Extract<WhyNoWordings, 'ai-slow' | 'ai-failed' | 'ai-unusable' | 'calls-used-up'>
type Answer = { ok: true; wordings: ReadonlyMap<number, readonly string[]> } | { ok: false; why: Failure }
export type Proposal = {
  /** Masked and unjudged, by the sentence's id. */
  wordings: ReadonlyMap<number, readonly string[]>
  /** Calls left today. */
  left: number
  why: WhyNoWordings | null
}
type Asking = { ai: AiSettings; signal: AbortSignal; budget: string }

/** A model's server is an outsider: what it sends is read up to a limit only. null: it sent more. */
const readCapped = async (reply: Response): Promise<string | null> => {
  const reader = reply.body?.getReader()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.byteLength
    if (bytes > REPLY_BYTES_MAX) {
      await reader?.cancel()
      return null
    }
    chunks.push(part.value)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const post = ({ ai, signal }: Asking, body: string): Promise<Response> =>
  fetch(`${ai.base}/chat/completions`, {
    method: 'POST',
    // the key goes to the configured server and nowhere else
    redirect: 'error',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${ai.key}` },
    body,
    signal,
  })

const isPassing = (status: number) => status === 429 || status >= 500

/** Once more where the server says that it is busy or broken; that costs a call as well. */
const postTwice = async (asking: Asking, body: string): Promise<Response> => {
  const first = await post(asking, body)
  if (!isPassing(first.status)) return first
  await first.body?.cancel()
  await pause(RETRY_AFTER_MS, undefined, { signal: asking.signal })
  return (await takeBudget(asking.budget, 1, asking.ai.dailyCalls)) ? post(asking, body) : first
}

/** Neither the key nor a text may stand in a log: only what kind of failure, and the status. */
const fail = (why: Failure, status?: number): Answer => {
  log.warn({ event: 'planner-failed', why, status })
  return { ok: false, why }
}

const ask = async (asking: Asking, sentences: readonly AskedSentence[], count: number): Promise<Answer> => {
  try {
    const reply = await postTwice(asking, requestOf(asking.ai.model, sentences, count))
    if (!reply.ok) return fail('ai-failed', reply.status)
    const body = await readCapped(reply)
    if (body === null) return fail('ai-unusable', reply.status)
    try {
      return { ok: true, wordings: readReply(body) }
    } catch {
      return fail('ai-unusable', reply.status)
    }
  } catch {
    return fail(asking.signal.aborted ? 'ai-slow' : 'ai-failed')
  }
}

/** Evenly filled: eleven sentences are asked as 4 + 4 + 3. */
const batchesOf = (sentences: readonly AskedSentence[]): AskedSentence[][] => {
  const asked = sentences.slice(0, SENTENCES_PER_CALL * CALLS_MAX)
  const size = Math.ceil(asked.length / Math.ceil(asked.length / SENTENCES_PER_CALL))
  const batches: AskedSentence[][] = []
  for (let from = 0; from < asked.length; from += size) batches.push(asked.slice(from, from + size))
  return batches
}

/** `count` wordings each for sentences whose ids differ. Of a long draft the first twenty sentences are asked. */
export const proposeWordings = async (sentences: readonly AskedSentence[], count: number): Promise<Proposal> => {
  const none: Proposal['wordings'] = new Map()
  const ai = aiSettings()
  if (!ai) return { wordings: none, left: 0, why: 'ai-off' }
  const budget = `ai.${dayOf(now())}`
  const left = () => leftOfBudget(budget, ai.dailyCalls)
  if (!sentences.length) return { wordings: none, left: await left(), why: 'nothing-to-reword' }
  const batches = batchesOf(sentences)
  const granted = await takeBudget(budget, batches.length, ai.dailyCalls)
  if (!granted) return { wordings: none, left: 0, why: 'calls-used-up' }
  const asking = { ai, budget, signal: AbortSignal.timeout(ai.timeoutMs) }
  const answers = await Promise.all(batches.slice(0, granted).map((batch) => ask(asking, batch, count)))
  const wordings = new Map(answers.flatMap((answer) => (answer.ok ? [...answer.wordings] : [])))
  const failed = answers.find((answer) => !answer.ok)
  return { wordings, left: await left(), why: failed?.why ?? null }
}
