// What answers in place of api.weixin.qq.com? The few interfaces that cannot be called through the cloud, on a port of their own.
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readBody, sendJson } from '../http'
import { MessageDesk } from './messages'
import { type Fields, refusal } from './refusal'

const TOKEN_LIFE_S = 7_200
const MAX_BODY_BYTES = 100 * 1024

export type WechatApi = {
  /** http://127.0.0.1:PORT, for RIPPLE_WX_API. */
  readonly url: string
  readonly desk: MessageDesk
  /** How many tokens were handed out. */
  readonly tokens: number
  /** Tokens given so far are no longer good. */
  expireTokens(): void
  stop(): Promise<void>
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

class Api {
  readonly desk = new MessageDesk()
  tokens = 0
  private good = ''

  constructor(private readonly app: { appId: string; secret: string }) {}

  expireTokens(): void {
    this.good = ''
  }

  answer(url: URL, fields: Fields): object {
    if (url.pathname === '/cgi-bin/stable_token') return this.giveToken(fields)
    if (url.pathname !== '/cgi-bin/message/wxopen/employeerelationmsg/send') return refusal(40066, 'invalid url')
    if (!this.good || url.searchParams.get('access_token') !== this.good)
      return refusal(40001, 'invalid credential, access_token is invalid or not latest')
    // the data is a JSON text that holds the fields once more under data
    const data =
      typeof fields.data === 'string' ? (parse(fields.data) as { data?: unknown } | undefined)?.data : undefined
    return data === undefined ? refusal(40097, 'invalid args') : this.desk.take('employee', fields, data)
  }

  /** The same token as long as it is good: that is what makes it stable. */
  private giveToken({ grant_type, appid, secret }: Fields): object {
    if (grant_type !== 'client_credential') return refusal(40002, 'invalid grant_type')
    if (appid !== this.app.appId) return refusal(40013, 'invalid appid')
    if (secret !== this.app.secret) return refusal(40125, 'invalid appsecret')
    this.tokens++
    this.good ||= randomBytes(24).toString('base64url')
    return { access_token: this.good, expires_in: TOKEN_LIFE_S }
  }
}

export const startWechatApi = async (app: { appId: string; secret: string }): Promise<WechatApi> => {
  const api = new Api(app)
  const serve = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const fields = parse((await readBody(req, MAX_BODY_BYTES)).toString('utf8'))
    const url = new URL(req.url ?? '/', 'http://127.0.0.1')
    sendJson(
      res,
      200,
      req.method === 'POST' ? api.answer(url, (fields ?? {}) as Fields) : refusal(43002, 'require POST'),
    )
  }
  const server = createServer((req, res) => {
    serve(req, res).catch(() => res.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    desk: api.desk,
    get tokens() {
      return api.tokens
    },
    expireTokens: () => api.expireTokens(),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
