// How does a client call a function? POST /v1/functions/{name}: who calls comes from the token or the loopback openid.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cloud } from '../cloud'
import { toCloudError } from '../errors'
import { Lost } from '../faults'
import { type Environ, miniProgramCaller, webCaller } from '../functions/context'
import { BodyTooLarge, newRequestId, readBody, sendBytes, sendJson } from '../http'
import { bearerOf } from './auth'

/** Text bodies through the platform's HTTP access. */
const MAX_BODY_BYTES = 100 * 1024
const STATUS: Readonly<Record<string, number>> = {
  FUNCTION_NOT_FOUND: 404,
  FUNCTION_TIME_LIMIT_EXCEEDED: 504,
  FUNCTION_INVOCATION_FAILED: 500,
}

const header = (req: IncomingMessage, name: string): string | undefined => {
  const value = req.headers[name]
  return typeof value === 'string' && value ? value : undefined
}

/** The caller's identity; undefined when a token was sent that is no longer good. */
const callerOf = (cloud: Cloud, req: IncomingMessage): Environ | undefined => {
  const source = header(req, 'x-wx-source')
  const origin = { TCB_SOURCE_IP: '127.0.0.1' }
  const openid = header(req, 'x-wx-openid')
  if (openid) return { ...origin, ...miniProgramCaller(openid, header(req, 'x-wx-unionid'), source ?? 'wx_client') }
  if (req.headers.authorization === undefined) return { ...origin, TCB_SOURCE: source ?? 'web_client' }
  const token = bearerOf(req)
  const user = token === undefined ? undefined : cloud.users.authenticate(token)
  if (!user) return undefined
  return {
    ...origin,
    ...webCaller(user.uid, user.username === undefined ? 'ANONYMOUS' : 'USERNAME', source ?? 'web_client'),
  }
}

const readEvent = async (
  req: IncomingMessage,
): Promise<{ event: unknown; text: string } | { status: number; code: string; message: string }> => {
  try {
    const raw = (await readBody(req, MAX_BODY_BYTES)).toString('utf8')
    return { event: JSON.parse(raw || '{}'), text: raw || '{}' }
  } catch (error) {
    if (error instanceof BodyTooLarge)
      return { status: 413, code: 'EXCEED_MAX_PAYLOAD_SIZE', message: 'the body is above 100 KB' }
    return { status: 400, code: 'FUNCTION_PARAM_INVALID', message: 'the body is not JSON' }
  }
}

export const serveFunction = async (
  cloud: Cloud,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> => {
  const requestId = newRequestId()
  res.setHeader('x-request-id', requestId)
  const refuse = (status: number, code: string, message: string): void =>
    sendJson(res, status, { code, message, requestId })
  if (req.method !== 'POST') return refuse(405, 'METHOD_NOT_ALLOWED', 'functions are called with POST')
  const read = await readEvent(req)
  if ('code' in read) return refuse(read.status, read.code, read.message)
  const caller = callerOf(cloud, req)
  if (!caller) return refuse(401, 'INVALID_ACCESS_TOKEN', 'the access token is invalid or expired')
  try {
    const name = decodeURIComponent(url.pathname.slice('/v1/functions/'.length))
    const reply = await cloud.faults.around({ action: 'functions.invokeFunction', function: name }, () =>
      cloud.functions.call(name, read.event, caller, read.text),
    )
    cloud.meter.add('bytesIn', Buffer.byteLength(read.text))
    cloud.meter.add('bytesOut', Buffer.byteLength(reply))
    sendBytes(res, 200, 'application/json; charset=utf-8', reply)
  } catch (error) {
    if (error instanceof Lost) throw error
    const { code, message } = toCloudError(error)
    refuse(STATUS[code] ?? 500, code, message)
  }
}
