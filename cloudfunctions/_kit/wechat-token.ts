// How do we call WeChat where the cloud cannot do it for us? Over HTTPS with a stable access token, kept for its life.
import { now } from './clock'
import { findToken, putToken } from './data/tokens'

type App = { appId: string; secret: string; api: string }
type TokenReply = { access_token?: string; expires_in?: number; errcode?: number }

const TIMEOUT_MS = 8_000
/** A token that is about to expire is fetched anew. */
const RENEW_BEFORE_MS = 300_000
/** WeChat says the token is not good (any more). */
const TOKEN_ERRORS: readonly number[] = [40001, 40014, 42001]

const post = async <T>(url: string, body: object): Promise<T> => {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (!reply.ok) throw new Error(`WeChat answered HTTP ${reply.status}`)
  return (await reply.json()) as T
}

/** Thrown before anything was sent. */
class NoToken extends Error {
  constructor(readonly errcode: number) {
    super(`WeChat gave no access token: errcode ${errcode}`)
  }
}

/** Not forced: whoever asks gets the token that is good now, and nobody else's ends. */
const fetchToken = async ({ appId, secret, api }: App): Promise<string> => {
  const body = { grant_type: 'client_credential', appid: appId, secret }
  const reply = await post<TokenReply>(`${api}/cgi-bin/stable_token`, body).catch(() => ({ errcode: -1 }) as TokenReply)
  if (!reply.access_token) throw new NoToken(reply.errcode ?? -1)
  const until = now() + (reply.expires_in ?? 0) * 1000 - RENEW_BEFORE_MS
  await putToken({ _id: appId, token: reply.access_token, until })
  return reply.access_token
}

const tokenOf = async (app: App): Promise<string> => {
  const kept = await findToken(app.appId)
  return kept && kept.until > now() ? kept.token : fetchToken(app)
}

/** The errcode WeChat answers, 0 when it is done. Throws when nobody knows whether it is. */
export const postWithToken = async (app: App, path: string, body: object): Promise<number> => {
  const send = async (token: string): Promise<number> => {
    const url = `${app.api}${path}?access_token=${encodeURIComponent(token)}`
    return (await post<{ errcode?: number }>(url, body)).errcode ?? 0
  }
  try {
    const errcode = await send(await tokenOf(app))
    return TOKEN_ERRORS.includes(errcode) ? await send(await fetchToken(app)) : errcode
  } catch (error) {
    if (error instanceof NoToken) return error.errcode
    throw error
  }
}
