// How does a program's request become an answer? Once for all paths: token, rate, contract, the action, errors, a log line.
import type { ErrorCode } from '@shared/contracts'
import { type OpenName, type OpenOutput, type OpenParsed, openApi, type Route } from '@shared/contracts/open'
import { type ApiToken, mayUseToken, minuteOf, secondsToNextMinute, TOKEN_RATE } from '@shared/domain/api-token'
import type { Lang } from '@shared/domain/day'
import { beginCall } from './begin-call'
import { now } from './clock'
import { countRequest, findToken } from './data/api-tokens'
import { AppError, ensure, refusal } from './errors'
import { errorMapOf, explain } from './explain'
import { bodyOf, type HttpAnswer, type HttpEvent, langOf, readEvent } from './http-event'
import { flushMetrics } from './metrics'
import { InputError, toReply, traceOf } from './reply'
import { hashOfToken, isOurToken } from './sign-body'

export type OpenHandlers = {
  [N in OpenName]: (input: OpenParsed<N>, token: ApiToken) => Promise<OpenOutput<N>>
}

const STATUS: Readonly<Record<ErrorCode, number>> = {
  ...{ invalid: 400, unauthenticated: 401, forbidden: 403, 'not-found': 404 },
  ...{ conflict: 409, gone: 410, 'too-many': 429, internal: 500 },
}

type Found = { name: OpenName; route: Route; parts: Record<string, string> }

/** Part by part, so that a slash written as %2F stays within its part. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const partsOf = (pattern: string, path: string): Record<string, string> | null => {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return null
  const parts: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    const is = decoded(given[at] ?? '')
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (name === undefined ? part !== is : is === '') return null
    if (name !== undefined) parts[name] = is
  }
  return parts
}

/** The platform may hand the path with what it is served under in front. */
const findRoute = ({ path, httpMethod }: HttpEvent): Found => {
  const asked = /\/v1\/.*$/.exec(path)?.[0].replace(/\/$/, '') ?? path
  const fits = Object.entries(openApi).flatMap(([name, route]) => {
    const parts = partsOf(route.path, asked)
    return parts ? [{ name: name as OpenName, route: route as Route, parts }] : []
  })
  if (!fits.length) throw refusal('no-such-path')
  const found = fits.find(({ route }) => route.method === httpMethod)
  if (!found) throw new WrongMethod(fits.map(({ route }) => route.method))
  return found
}

class WrongMethod extends AppError {
  constructor(readonly allowed: readonly string[]) {
    super('invalid', 'wrong-method')
  }
}
class RateUsedUp extends AppError {
  constructor(readonly seconds: number) {
    super('too-many', 'rate-used-up')
  }
}

/** Whoever made a token up is told so without a look at the database. */
const findBearer = async ({ headers }: HttpEvent, route: Route, at: number): Promise<ApiToken> => {
  const token = /^Bearer (\S{1,200})$/i.exec(headers.authorization ?? '')?.[1]
  if (token === undefined || !isOurToken(token)) throw refusal('bad-token')
  const stored = await findToken(hashOfToken(token))
  // beyond its rate a token learns nothing more, not even what it may not do
  const isLive = stored !== null && stored.revokedAt === null && stored.expiresAt > at
  if (isLive && !(await countRequest(stored._id, { minute: minuteOf(at), rate: TOKEN_RATE, now: at })))
    throw new RateUsedUp(secondsToNextMinute(at))
  ensure(mayUseToken(stored, route.scope, at))
  if (!stored) throw refusal('bad-token')
  return stored
}

const run = async (handlers: OpenHandlers, event: HttpEvent, found: Found, at: number): Promise<unknown> => {
  const token = await findBearer(event, found.route, at)
  const given = { ...bodyOf(event), ...event.query, ...found.parts }
  const parsed = found.route.input.safeParse(given, { error: errorMapOf(langOf(event)) })
  if (!parsed.success) throw new InputError(explain(parsed.error.issues, langOf(event)))
  // the contract has checked the input, which is all that a handler's own type asks for
  const handler = handlers[found.name] as unknown as (input: unknown, token: ApiToken) => Promise<unknown>
  const output = found.route.output.safeParse(await handler(parsed.data, token))
  if (!output.success) throw new Error('The output breaks its contract', { cause: output.error })
  return output.data
}

const answer = (statusCode: number, reply: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(reply),
  isBase64Encoded: false,
})

const refuse = (error: unknown, lang: Lang, trace: string): HttpAnswer => {
  const reply = toReply(error, lang, trace)
  if (error instanceof WrongMethod) return answer(405, reply, { allow: error.allowed.join(', ') })
  if (error instanceof RateUsedUp) return answer(429, reply, { 'retry-after': String(error.seconds) })
  const { code } = reply.error
  return answer(STATUS[code], reply, code === 'unauthenticated' ? { 'www-authenticate': 'Bearer' } : {})
}

/** What a monitor may learn without a token: whether it runs, and which version. */
export type Health = { ok: boolean; version: string }
type Trail = { action: string; lang: Lang; trace: string }

const respond = async (handlers: OpenHandlers, health: () => Promise<Health>, raw: unknown, trail: Trail) => {
  const event = readEvent(raw)
  trail.lang = langOf(event)
  trail.trace = traceOf({ trace: event.headers['ripple-trace'] })
  if (event.httpMethod === 'GET' && /^(?:\/(?!v1\/)[\w-]+)?\/health\/?$/.test(event.path)) {
    trail.action = 'open/health'
    const told = await health()
    return answer(told.ok ? 200 : 503, told)
  }
  const found = findRoute(event)
  trail.action = `open/${found.name}`
  return answer(200, { ok: true, data: await run(handlers, event, found, now()) })
}

/** The entry point of the function behind HTTP access. */
export const serveHttp =
  (handlers: OpenHandlers, health: () => Promise<Health>) =>
  async (raw: unknown): Promise<HttpAnswer> => {
    const ended = beginCall()
    const trail: Trail = { action: 'open', lang: 'zh', trace: traceOf(null) }
    const whose = () => ({ action: trail.action, callerKind: 'program', trace: trail.trace })
    const traced = (given: HttpAnswer) => ({ ...given, headers: { ...given.headers, 'ripple-trace': trail.trace } })
    try {
      const answered = await respond(handlers, health, raw, trail)
      ended({ ...whose(), code: answered.statusCode === 200 ? 'ok' : answered.statusCode })
      return traced(answered)
    } catch (error) {
      const refused = refuse(error, trail.lang, trail.trace)
      ended({ ...whose(), code: refused.statusCode === 500 ? 'internal' : refused.statusCode, err: error })
      return traced(refused)
    } finally {
      await flushMetrics('open')
    }
  }
