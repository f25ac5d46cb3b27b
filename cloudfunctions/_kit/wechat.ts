// What does WeChat say? Its open APIs through the cloud: content checks, codes and messages, no access token needed.
import { sliceText } from '@shared/domain/check'
import { cloud } from './cloud'
import { log } from './log'
import { decodeOpenReply, encodeOpenRequest } from './wechat-wire'

export type SafetyVerdict = 'pass' | 'risky' | 'unchecked' | 'unavailable'
/** Checks texts for the person who is calling now. */
export type CheckTexts = (texts: readonly string[]) => Promise<SafetyVerdict>

const SCENE_SOCIAL_LOG = 4

type CheckReply = { errcode?: number; result?: { suggest?: string } } | undefined

const checkSlice = async (openid: string, content: string): Promise<SafetyVerdict> => {
  try {
    const { result } = await cloud().callWxOpenApi({
      apiName: '/wxa/msg_sec_check',
      requestData: { openid, version: 2, scene: SCENE_SOCIAL_LOG, content },
    })
    const reply: CheckReply = result
    if (reply?.errcode) throw new Error(`msg_sec_check answered errcode ${reply.errcode}`)
    // 'review' passes: the writer is staff, and people look at posts before they go out
    return reply?.result?.suggest === 'risky' ? 'risky' : 'pass'
  } catch (error) {
    log.warn({ event: 'content-check-failed', message: error instanceof Error ? error.message : String(error) })
    return 'unavailable'
  }
}

/** From the web there is no openid, which WeChat's check requires: such texts stay 'unchecked'. */
export const textChecker =
  (openid: string | null): CheckTexts =>
  async (texts) => {
    if (!openid) return 'unchecked'
    const slices = texts.filter((text) => text.trim()).flatMap(sliceText)
    const verdicts = await Promise.all(slices.map((slice) => checkSlice(openid, slice)))
    if (verdicts.includes('risky')) return 'risky'
    return verdicts.includes('unavailable') ? 'unavailable' : 'pass'
  }

/** A mini-program code as image bytes, or null when WeChat gives none. scene: at most 32 characters. */
export const makeMiniCode = async (scene: string, page: string): Promise<Buffer | null> => {
  const requestData = encodeOpenRequest({ scene, page, check_path: false, width: 430 })
  try {
    const reply: unknown = await cloud().callCompatibleWxOpenApi({ apiName: 'wxacode.getUnlimited', requestData })
    if (!Buffer.isBuffer(reply)) throw new Error(`wxacode.getUnlimited answered ${JSON.stringify(reply)}`)
    return decodeOpenReply(reply)
  } catch (error) {
    log.warn({ event: 'mini-code-failed', message: error instanceof Error ? error.message : String(error) })
    return null
  }
}

type SubscribeMessage = { touser: string; template_id: string; page: string; data: Record<string, { value: string }> }

/** The errcode WeChat answers, 0 when it is on its way. Throws when nobody knows whether it is. */
export const sendSubscribeMessage = async (message: SubscribeMessage): Promise<number> => {
  const { result } = await cloud().callWxOpenApi({
    apiName: '/cgi-bin/message/subscribe/send',
    requestData: { ...message, lang: 'zh_CN' },
  })
  const reply: { errcode?: number } | undefined = result
  if (reply?.errcode === undefined) throw new Error('subscribe/send gave no answer')
  return reply.errcode
}
