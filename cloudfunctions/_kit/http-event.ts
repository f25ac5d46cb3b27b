// What is in a request of HTTP access, and what does an answer look like? docs.cloudbase.net/service/access-cloud-function
import type { Lang } from '@shared/domain/day'
import { refusal } from './errors'

export type HttpEvent = {
  path: string
  httpMethod: string
  headers: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  body: string
}
export type HttpAnswer = { statusCode: number; headers: Record<string, string>; body: string; isBase64Encoded: false }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).flatMap(([name, one]) =>
      typeof one === 'string' ? [[name.toLowerCase(), one]] : [],
    ),
  )
const plainTexts = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).flatMap(([k, v]) => (typeof v === 'string' ? [[k, v]] : [])),
  )

/** Called in any other way than over HTTP it answers nothing. */
export const readEvent = (event: unknown): HttpEvent => {
  const { path, httpMethod, headers, queryStringParameters, body, isBase64Encoded } = isObject(event) ? event : {}
  if (typeof path !== 'string' || typeof httpMethod !== 'string') throw refusal('bad-request')
  const text = typeof body === 'string' ? body : ''
  const isEncoded = isBase64Encoded === true || isBase64Encoded === 'true'
  return {
    ...{
      path,
      httpMethod: httpMethod.toUpperCase(),
      headers: textsOf(headers),
      query: plainTexts(queryStringParameters),
    },
    body: isEncoded ? Buffer.from(text, 'base64').toString('utf8') : text,
  }
}

export const langOf = ({ headers }: Pick<HttpEvent, 'headers'>): Lang =>
  /^\s*en/i.test(headers['accept-language'] ?? '') ? 'en' : 'zh'

/** An object in JSON, or nothing at all. */
export const bodyOf = ({ httpMethod, body }: HttpEvent): Record<string, unknown> => {
  if (httpMethod === 'GET' || body === '') return {}
  try {
    const parsed: unknown = JSON.parse(body)
    if (isObject(parsed)) return parsed
  } catch {
    // told below
  }
  throw refusal('bad-request', 'body')
}
