// Is a text acceptable? A stand-in for msg_sec_check v2 that calls only agreed marker words risky.
import { randomUUID } from 'node:crypto'
import { type Fields, type Refusal, refusal } from './refusal'

const MAX_CONTENT = 2500
const DEFAULT_RISKY_WORDS = ['违规测试词']
/** WeChat's labels: 100 normal, 20006 illegal. */
const NORMAL = 100
const ILLEGAL = 20006

export type Verdict = {
  readonly errcode: 0
  readonly errmsg: 'ok'
  readonly result: { readonly suggest: 'pass' | 'risky'; readonly label: number }
  readonly detail: readonly object[]
  readonly trace_id: string
}

export const checkContent = (
  fields: Fields,
  riskyWords: readonly string[] = DEFAULT_RISKY_WORDS,
): Verdict | Refusal => {
  const { content, version, scene, openid } = fields
  if (Number(version) !== 2) return refusal(40097, 'invalid args: version must be 2')
  if (typeof openid !== 'string' || !openid)
    return refusal(61010, 'openid is missing, or its user has not visited in two hours')
  if (![1, 2, 3, 4].includes(Number(scene))) return refusal(40097, 'invalid args: scene must be from 1 to 4')
  if (typeof content !== 'string' || !content) return refusal(44004, 'content is empty')
  if (content.length > MAX_CONTENT) return refusal(45002, 'content size out of limit')
  const word = riskyWords.find((risky) => content.includes(risky))
  const suggest = word === undefined ? 'pass' : 'risky'
  const label = word === undefined ? NORMAL : ILLEGAL
  const model = { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }
  const keyword = { strategy: 'keyword', errcode: 0, suggest, label, level: 20, keyword: word ?? '' }
  return {
    errcode: 0,
    errmsg: 'ok',
    result: { suggest, label },
    detail: word === undefined ? [model] : [model, keyword],
    trace_id: randomUUID(),
  }
}
