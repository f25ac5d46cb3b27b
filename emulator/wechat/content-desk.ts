// What does WeChat say of a text or an image here? Agreed marker words decide, unless a test's script does: it may refuse
// with any errcode, say nothing at all, or keep an image's result back, to be pushed late, twice, or never.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cloud } from '../cloud'
import { messagePushCaller } from '../functions/context'
import { checkContent } from './content-check'
import { type Fields, type Refusal, refusal } from './refusal'

/** content: the text, or where the image can be fetched. */
export type ContentAsked = { readonly kind: 'text' | 'image'; readonly openid: string; readonly content: string }
export type ContentSaid = 'pass' | 'review' | 'risky' | 'silence' | 'keep-back' | { readonly errcode: number }
export type ContentLogged = ContentAsked & { readonly traceId: string }

const LABEL = { pass: 100, review: 21_000, risky: 20_006 } as const
type Suggest = keyof typeof LABEL
/** Longer than anyone waits for a check. */
const SILENCE_MS = 6_500
/** WeChat takes up to 30 minutes. */
const PUSHED_AFTER_MS = 300
const LOG_MAX = 10_000
const RECEIVER = 'wechat'
const MEDIA_IMAGE = 2

export const mediaEvent = (traceId: string, suggest: Suggest, now = Date.now()): object => ({
  ToUserName: 'gh_local',
  FromUserName: 'oLocal',
  CreateTime: Math.floor(now / 1000),
  MsgType: 'event',
  Event: 'wxa_media_check',
  appid: 'wxripplelocal',
  trace_id: traceId,
  version: 2,
  errcode: 0,
  errmsg: 'ok',
  result: { suggest, label: LABEL[suggest] },
  detail: [{ strategy: 'content_model', errcode: 0, suggest, label: LABEL[suggest], prob: 90 }],
})

export class ContentDesk {
  private readonly kept: ContentLogged[] = []

  /** undefined: as the marker words say; an image passes. Set by tests. */
  script: (asked: ContentAsked) => ContentSaid | undefined = () => undefined

  /** Everything that was asked well formed, in order. */
  get log(): readonly ContentLogged[] {
    return this.kept
  }

  async say(asked: ContentAsked): Promise<{ traceId: string; said: ContentSaid | undefined }> {
    const traceId = randomUUID()
    this.kept.push({ ...asked, traceId })
    if (this.kept.length > LOG_MAX) this.kept.shift()
    const said = this.script(asked)
    if (said === 'silence') await sleep(SILENCE_MS, undefined, { ref: false })
    return { traceId, said }
  }
}

const desks = new Map<string, ContentDesk>()

/** The desk of the local cloud that keeps its data in this folder. */
export const contentDeskOf = (home: string): ContentDesk => {
  const desk = desks.get(home) ?? new ContentDesk()
  desks.set(home, desk)
  return desk
}

const isSuggest = (said: ContentSaid | undefined): said is Suggest =>
  typeof said === 'string' && said !== 'silence' && said !== 'keep-back'

export const checkText = async (cloud: Cloud, fields: Fields): Promise<Refusal | object> => {
  const plain = checkContent(fields, cloud.options.riskyWords)
  if (plain.errcode !== 0) return plain
  const asked = { kind: 'text', openid: String(fields.openid), content: String(fields.content) } as const
  const { traceId, said } = await contentDeskOf(cloud.home).say(asked)
  if (typeof said === 'object') return refusal(said.errcode, 'as scripted')
  if (said === 'silence') return refusal(-1, 'system error')
  return isSuggest(said)
    ? { ...plain, result: { suggest: said, label: LABEL[said] }, detail: [], trace_id: traceId }
    : plain
}

const push = (cloud: Cloud, traceId: string, suggest: Suggest): void => {
  if (!cloud.options.functions.some(({ name }) => name === RECEIVER)) return
  const later = setTimeout(() => {
    cloud.functions
      .call(RECEIVER, mediaEvent(traceId, suggest, cloud.clock.now()), messagePushCaller())
      .catch(() => undefined)
  }, PUSHED_AFTER_MS)
  later.unref()
}

/** The verdict of an image comes later, as a message to the function that takes them. */
export const checkMedia = async (cloud: Cloud, fields: Fields): Promise<Refusal | object> => {
  const { media_url: url, media_type: type, version, scene, openid } = fields
  if (Number(version) !== 2 || Number(type) !== MEDIA_IMAGE) return refusal(40097, 'invalid args: images, version 2')
  if (![1, 2, 3, 4].includes(Number(scene))) return refusal(40097, 'invalid args: scene must be from 1 to 4')
  if (typeof openid !== 'string' || !openid) return refusal(61010, 'openid has not visited in two hours')
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) return refusal(44004, 'media_url is empty')
  const { traceId, said } = await contentDeskOf(cloud.home).say({ kind: 'image', openid, content: url })
  if (typeof said === 'object') return refusal(said.errcode, 'as scripted')
  if (said === 'silence') return refusal(-1, 'system error')
  if (said !== 'keep-back') push(cloud, traceId, isSuggest(said) ? said : 'pass')
  return { errcode: 0, errmsg: 'ok', trace_id: traceId }
}
