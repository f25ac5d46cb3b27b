// How does a browser sign in? The /auth/v1 routes of the platform's HTTP API, with its error shape.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cloud } from '../cloud'
import { readBody, sendJson } from '../http'
import type { User } from './users'

const MAX_BODY_BYTES = 10 * 1024

type Answer = { readonly status: number; readonly body: object }
type Fields = Readonly<Record<string, unknown>>

const refusal = (status: number, error: string, code: number, description: string): Answer => ({
  status,
  body: { error, error_code: code, error_description: description },
})
const badToken = (): Answer => refusal(401, 'invalid_grant', 16, 'the token is invalid or expired')

export const bearerOf = (req: IncomingMessage): string | undefined =>
  /^Bearer\s+(\S+)$/i.exec(req.headers.authorization ?? '')?.[1]

const text = (fields: Fields, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

const signIn = (cloud: Cloud, fields: Fields): Answer => {
  const pair = cloud.users.signIn(text(fields, 'username'), text(fields, 'password'))
  if (pair === 'locked') return refusal(429, 'rate_limit_exceeded', 8, 'too many wrong passwords: try again later')
  if (pair) return { status: 200, body: pair }
  return refusal(400, 'invalid_username_or_password', 3, 'the username or password is wrong')
}

const exchange = (cloud: Cloud, fields: Fields): Answer => {
  if (fields.grant_type !== 'refresh_token') {
    return refusal(400, 'unsupported_grant_type', 3, 'only refresh_token is supported here')
  }
  const pair = cloud.users.refresh(text(fields, 'refresh_token'))
  return pair ? { status: 200, body: pair } : badToken()
}

const describe = (user: User): object => ({
  sub: user.uid,
  uid: user.uid,
  username: user.username ?? '',
  name: user.username ?? '',
  created_at: new Date(user.createdAt).toISOString(),
  status: 'ACTIVE',
})

const me = (cloud: Cloud, token: string | undefined): Answer => {
  const user = token === undefined ? undefined : cloud.users.authenticate(token)
  return user ? { status: 200, body: describe(user) } : badToken()
}

const revoke = (cloud: Cloud, fields: Fields, token: string | undefined): Answer => {
  cloud.users.revoke(text(fields, 'token') || (token ?? ''))
  return { status: 200, body: {} }
}

const route = (cloud: Cloud, method: string, path: string, fields: Fields, token: string | undefined): Answer => {
  switch (`${method} ${path}`) {
    case 'POST /auth/v1/signin':
      return signIn(cloud, fields)
    case 'POST /auth/v1/signin/anonymously':
      return { status: 200, body: cloud.users.signInAnonymously() }
    case 'POST /auth/v1/token':
      return exchange(cloud, fields)
    case 'GET /auth/v1/user/me':
      return me(cloud, token)
    case 'POST /auth/v1/revoke':
      return revoke(cloud, fields, token)
  }
  return refusal(404, 'unimplemented', 12, `the local cloud does not support ${method} ${path}`)
}

export const serveAuth = async (cloud: Cloud, req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> => {
  const raw = (await readBody(req, MAX_BODY_BYTES)).toString('utf8')
  let fields: Fields = {}
  try {
    fields = raw ? JSON.parse(raw) : {}
  } catch {
    sendJson(res, 400, { error: 'invalid_argument', error_code: 3, error_description: 'the body is not JSON' })
    return
  }
  const { status, body } = route(cloud, req.method ?? '', url.pathname, fields ?? {}, bearerOf(req))
  sendJson(res, status, body)
}
