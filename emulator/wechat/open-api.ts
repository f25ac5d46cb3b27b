// Which WeChat open APIs exist here? Codes, content checks and one-time messages; any other is refused by name.
import type { Cloud } from '../cloud'
import type { Params } from '../database/requests'
import { toCloudError, unsupported } from '../errors'
import { newRequestId } from '../http'
import { drawCode } from './code-image'
import { checkMedia, checkText } from './content-desk'
import { openEnvelope, sealEnvelope } from './envelope'
import { refusedLeave } from './leave'
import { deskOf } from './messages'
import { type Fields, type Refusal, refusal } from './refusal'

const JSON_TYPE = 'application/json; charset=utf-8'
/** The platform's default page is the first one; ours is named here because no app.json is at hand. */
const DEFAULT_PAGE = 'pages/index/index'
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const PAGE = /^[0-9A-Za-z_-]+(\/[0-9A-Za-z_-]+)*$/

type Image = { readonly contentType: string; readonly bytes: Buffer }

const readFields = (requestData: unknown): { fields: Fields; wrapped: boolean } =>
  openEnvelope(Buffer.isBuffer(requestData) ? requestData : Buffer.from(String(requestData ?? '')))

const miniProgramCode = async (cloud: Cloud, fields: Fields): Promise<Image | Refusal> => {
  const scene = fields.scene
  if (typeof scene !== 'string' || !SCENE.test(scene))
    return refusal(40169, 'invalid length for scene, or the data is not json string')
  const page = fields.page === undefined || fields.page === '' ? DEFAULT_PAGE : fields.page
  if (typeof page !== 'string' || !PAGE.test(page)) return refusal(41030, 'invalid page hint')
  const width = fields.width === undefined ? 430 : Number(fields.width)
  if (!(width >= 280 && width <= 1280)) return refusal(40097, 'invalid args: width must be from 280 to 1280')
  const text = cloud.options.codeText?.(scene, page) ?? `${cloud.url}/#/${page}?scene=${encodeURIComponent(scene)}`
  return { contentType: 'image/png', bytes: await drawCode(text, width) }
}

/** callWxOpenApi names an API by its path, wx-server-sdk by this name, and so does a function's config.json. */
const NAMES: Readonly<Record<string, string>> = {
  '/wxa/getwxacodeunlimit': 'wxacode.getUnlimited',
  '/wxa/msg_sec_check': 'security.msgSecCheck',
  '/wxa/media_check_async': 'security.mediaCheckAsync',
  '/cgi-bin/message/subscribe/send': 'subscribeMessage.send',
}

const run = async (cloud: Cloud, params: Params, fields: Fields): Promise<Image | Refusal | object> => {
  const asked = String(params.apiName)
  const api = NAMES[asked] ?? asked
  cloud.meter.tally('wxApi', asked)
  const refused = refusedLeave(cloud, params.wxCloudApiToken, api)
  if (refused) return refused
  switch (api) {
    case 'wxacode.getUnlimited':
      return miniProgramCode(cloud, fields)
    case 'security.msgSecCheck':
      return checkText(cloud, fields)
    case 'security.mediaCheckAsync':
      return checkMedia(cloud, fields)
    case 'subscribeMessage.send':
      return deskOf(cloud.home).take('subscribe', fields, fields.data)
  }
  throw unsupported(`the WeChat open API ${asked}`)
}

const isImage = (answer: object): answer is Image => 'bytes' in answer

/** wx.api: the answer as JSON text; an image travels in base64, as callWxOpenApi can carry nothing else. */
export const wxApi = async (cloud: Cloud, params: Params): Promise<unknown> => {
  const answer = await run(cloud, params, readFields(params.requestData).fields)
  if (!isImage(answer)) return { data: { responseData: JSON.stringify(answer) } }
  const { contentType, bytes } = answer
  return {
    data: { responseData: JSON.stringify({ errcode: 0, errmsg: 'ok', contentType, buffer: bytes.toString('base64') }) },
  }
}

/** wx.openApi: raw bytes, or JSON whose content type tells the SDK that it is an error; wrapped when asked wrapped. */
export const openApi = async (cloud: Cloud, params: Params): Promise<{ type: string; body: Buffer | string }> => {
  try {
    const { fields, wrapped } = readFields(params.requestData)
    const answer = await run(cloud, params, fields)
    const image = isImage(answer)
    if (wrapped) {
      const data = image ? answer.bytes : Buffer.from(JSON.stringify(answer))
      return {
        type: 'application/octet-stream',
        body: sealEnvelope(data, 'errcode' in answer ? Number(answer.errcode) : 0),
      }
    }
    return image ? { type: answer.contentType, body: answer.bytes } : { type: JSON_TYPE, body: JSON.stringify(answer) }
  } catch (error) {
    const { code, message } = toCloudError(error)
    return { type: JSON_TYPE, body: JSON.stringify({ code, message, requestId: newRequestId() }) }
  }
}
