// What does WeChat say of one text or image, asked in the name of somebody who is there? Every end of the call is an answer.
import type { Answer, Verdict } from '@shared/domain/check'
import { cloud } from './cloud'
import { log } from './log'

/** WeChat answers within a second or two; a timer has others to ask about. */
const TIMEOUT_MS = 5_000
const VERSION = 2
const SCENE_SOCIAL_LOG = 4
const MEDIA_TYPE_IMAGE = 2

type Detail = { strategy?: string; keyword?: string }
export type CheckReply =
  | { errcode?: number; trace_id?: string; result?: { suggest?: string; label?: number }; detail?: Detail[] }
  | undefined

export const toVerdict = (suggest: string | undefined): Verdict | null =>
  suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : null

const lost = (error: unknown): Answer => {
  log.warn({ event: 'content-check-failed', message: error instanceof Error ? error.message : String(error) })
  return { kind: 'lost' }
}

const call = async (apiName: string, requestData: object): Promise<CheckReply> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${apiName} gave no answer in time`)), TIMEOUT_MS)
  })
  try {
    const { result } = await Promise.race([cloud().callWxOpenApi({ apiName, requestData }), silence])
    return result
  } finally {
    clearTimeout(timer)
  }
}

export const checkText = async (openid: string, content: string): Promise<Answer> => {
  try {
    const reply = await call('/wxa/msg_sec_check', { openid, version: VERSION, scene: SCENE_SOCIAL_LOG, content })
    if (reply?.errcode) return { kind: 'errcode', errcode: reply.errcode }
    const verdict = toVerdict(reply?.result?.suggest)
    if (!verdict) throw new Error('msg_sec_check gave no verdict')
    const word = reply?.detail?.find(({ keyword }) => keyword)?.keyword ?? ''
    return { kind: 'verdict', verdict, label: reply?.result?.label ?? null, word }
  } catch (error) {
    return lost(error)
  }
}

/** The verdict comes later, pushed to the function `wechat`. */
export const checkImage = async (openid: string, mediaUrl: string): Promise<Answer> => {
  try {
    const media = { media_url: mediaUrl, media_type: MEDIA_TYPE_IMAGE }
    const reply = await call('/wxa/media_check_async', {
      ...media,
      ...{ openid, version: VERSION, scene: SCENE_SOCIAL_LOG },
    })
    if (reply?.errcode) return { kind: 'errcode', errcode: reply.errcode }
    if (!reply?.trace_id) throw new Error('media_check_async gave no trace id')
    return { kind: 'asked', traceId: reply.trace_id }
  } catch (error) {
    return lost(error)
  }
}
