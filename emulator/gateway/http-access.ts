// How does any program call a function over plain HTTP? The request becomes an event, what comes back becomes the answer:
// docs.cloudbase.net/service/access-cloud-function. Nobody is known here: whoever calls proves it to the function itself.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cloud } from '../cloud'
import { toCloudError } from '../errors'
import { Lost } from '../faults'
import { BodyTooLarge, newRequestId, readBody, sendBytes, sendJson } from '../http'

/** What the platform takes: of text, and of everything else (error-code/EXCEED_MAX_PAYLOAD_SIZE). */
const TEXT_BYTES_MAX = 100 * 1024
const OTHER_BYTES_MAX = 6 * 1024 * 1024
const TEXT = /^(?:text\/|application\/(?:json|javascript|xml|x-www-form-urlencoded|[\w.-]+\+(?:json|xml)))/i
const STATUS: Readonly<Record<string, number>> = {
  FUNCTION_NOT_FOUND: 404,
  FUNCTION_TIME_LIMIT_EXCEEDED: 504,
  FUNCTION_INVOCATION_FAILED: 500,
}

type Access = { readonly name: string; readonly path: string }
type Integrated = { statusCode: number; headers: Record<string, string>; body: string; isBase64Encoded: boolean }

/** The function behind this path and what is left of the path; null: none. */
export const accessOf = (paths: Readonly<Record<string, string>>, pathname: string): Access | null => {
  for (const [prefix, name] of Object.entries(paths)) {
    if (pathname === prefix || pathname.startsWith(`${prefix}/`))
      return { name, path: pathname.slice(prefix.length) || '/' }
  }
  return null
}

const headersOf = (req: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(req.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  )

const bodyOf = async (req: IncomingMessage): Promise<{ body: string; isBase64Encoded: boolean }> => {
  const type = req.headers['content-type']
  const isText = type === undefined || TEXT.test(type)
  const bytes = await readBody(req, isText ? TEXT_BYTES_MAX : OTHER_BYTES_MAX)
  return { body: bytes.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText && bytes.length > 0 }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The platform bends what is badly formed in ways of its own: here it is refused, so that nobody relies on them. */
const integratedOf = (reply: Record<string, unknown>): Integrated | string => {
  const { statusCode, headers = {}, body = '', isBase64Encoded = false, ...other } = reply
  const extra = Object.keys(other)[0]
  if (extra !== undefined) return `${extra} is no part of an answer`
  if (!Number.isInteger(statusCode) || Number(statusCode) < 200 || Number(statusCode) > 599)
    return 'statusCode must be between 200 and 599'
  if (!isObject(headers) || Object.values(headers).some((value) => typeof value !== 'string'))
    return 'headers must be texts'
  if (typeof body !== 'string') return 'body must be a text'
  if (typeof isBase64Encoded !== 'boolean') return 'isBase64Encoded must be true or false'
  if (isBase64Encoded && !/^[A-Za-z0-9+/]*={0,2}$/.test(body)) return 'body is not base64'
  return { statusCode: Number(statusCode), headers: headers as Record<string, string>, body, isBase64Encoded }
}

const PLAIN = 'text/plain; charset=utf-8'
const JSON_TYPE = 'application/json; charset=utf-8'

/** Texts and numbers go out as they are, objects as JSON, and those with a statusCode as the answer they describe. */
const sendReply = (res: ServerResponse, text: string): string | null => {
  const reply: unknown = text ? JSON.parse(text) : ''
  if (typeof reply === 'string' || typeof reply === 'number') {
    sendBytes(res, 200, PLAIN, String(reply))
    return null
  }
  if (!isObject(reply) || !('statusCode' in reply)) {
    sendBytes(res, 200, JSON_TYPE, JSON.stringify(reply))
    return null
  }
  const answer = integratedOf(reply)
  if (typeof answer === 'string') return answer
  const named = Object.entries(answer.headers).filter(([name]) => !/^content-(?:length|type)$/i.test(name))
  for (const [name, value] of named) res.setHeader(name, value)
  const type = Object.entries(answer.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? PLAIN
  sendBytes(res, answer.statusCode, type, answer.isBase64Encoded ? Buffer.from(answer.body, 'base64') : answer.body)
  return null
}

const eventOf = async (cloud: Cloud, req: IncomingMessage, url: URL, call: Access & { requestId: string }) => ({
  path: call.path,
  httpMethod: req.method ?? 'GET',
  headers: headersOf(req),
  queryStringParameters: Object.fromEntries(url.searchParams),
  requestContext: { requestId: call.requestId, envId: cloud.envId, appId: 1_250_000_000, uin: 100_000_000_000 },
  ...(await bodyOf(req)),
})

export const serveHttpAccess = async (
  cloud: Cloud,
  req: IncomingMessage,
  res: ServerResponse,
  { url, access }: { url: URL; access: Access },
): Promise<void> => {
  const requestId = newRequestId()
  res.setHeader('x-request-id', requestId)
  const refuse = (status: number, code: string, message: string): void =>
    sendJson(res, status, { code, message, requestId })
  try {
    const event = await eventOf(cloud, req, url, { ...access, requestId })
    const reply = await cloud.faults.around({ action: 'functions.invokeFunction', function: access.name }, () =>
      cloud.functions.call(access.name, event, { TCB_SOURCE_IP: '127.0.0.1' }),
    )
    cloud.meter.add('bytesIn', Buffer.byteLength(event.body))
    cloud.meter.add('bytesOut', Buffer.byteLength(reply))
    const wrong = sendReply(res, reply)
    if (wrong) refuse(500, 'FUNCTION_RESPONSE_INVALID', wrong)
  } catch (error) {
    if (error instanceof Lost) throw error
    if (error instanceof BodyTooLarge) return refuse(413, 'EXCEED_MAX_PAYLOAD_SIZE', error.message)
    const { code, message } = toCloudError(error)
    refuse(STATUS[code] ?? 500, code, message)
  }
}
