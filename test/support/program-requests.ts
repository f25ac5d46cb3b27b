// What could a program send to the HTTP interface? Requests drawn from each path's contract, and envelopes that nobody should send.
import fc from 'fast-check'
import * as z from 'zod'
import { openApi, type Route } from '../../shared/contracts/open'
import { TOKEN_SCOPES, type TokenScope } from '../../shared/domain/api-token'
import { inputsOf } from './inputs-of'

/** Which token it carries; `odd`: this very text instead. */
export type Bearing = TokenScope | 'whole' | 'revoked' | 'expired' | 'forged' | 'none' | { readonly odd: string }
export type Sent = {
  readonly method: string
  readonly path: string // the query with it
  readonly bearing: Bearing
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** Longer ones no gateway lets through. */
const PART_MAX = 1_000
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
/** Half a character is no text that a URL could carry. */
const escaped = (value: unknown): string =>
  encodeURIComponent(
    Buffer.from(textOf(value))
      .toString()
      .slice(0, PART_MAX)
      .replace(/[\ud800-\udfff]/g, '\ufffd'),
  )

const queryOf = (fields: unknown): string => {
  const pairs = isRecord(fields) ? Object.entries(fields) : fields === undefined ? [] : [['cursor', fields] as const]
  return pairs.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&')
}

const requestOf = ({ method, path }: Pick<Route, 'method' | 'path'>, given: unknown): Omit<Sent, 'bearing'> => {
  const fields = isRecord(given) ? { ...given } : given
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (!isRecord(fields)) return escaped(given)
    const { [name]: part } = fields
    delete fields[name]
    return escaped(part)
  })
  const query = method === 'GET' ? queryOf(fields) : ''
  return {
    ...{ method, path: `${filled}${query && `?${query}`}`, headers: { 'content-type': 'application/json' } },
    body: method === 'GET' ? null : (JSON.stringify(fields) ?? ''),
  }
}

/** Where a page may begin: at what is there, and beside it. */
export const CURSORS = [`${Date.parse('2099-01-01')}!post-live`, '0!a', '-1!~', 'rep-lin'] as const

const bearingsFor = (scope: TokenScope): fc.Arbitrary<Bearing> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(scope) },
    { weight: 1, arbitrary: fc.constantFrom<Bearing>(...TOKEN_SCOPES, 'whole') },
    { weight: 1, arbitrary: fc.constantFrom<Bearing>('revoked', 'expired', 'forged', 'none') },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('Bearer', 'Basic aHE6aHE=', `Bearer ${'a'.repeat(9_000)}`, 'Bearer rpl_.')
        .map((odd) => ({ odd })),
    },
  )

/** To one path, as its contract wants it or broken in one place, with a token that may or one that may not. */
export const requestsTo = (route: Route, known: readonly string[]): fc.Arbitrary<Sent> =>
  fc
    .tuple(inputsOf(route.input, known), bearingsFor(route.scope))
    .map(([given, bearing]) => ({ ...requestOf(route, given), bearing }))

const routes: readonly Route[] = Object.values(openApi)

/** The one path that takes a body. */
const REPLAY = { method: 'POST', path: '/v1/deliveries/told-3.hook-1/replay', bearing: 'hooks:replay' } as const
const otherMethods = fc.constantFrom('PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'PROPFIND', 'GET', 'POST')
const otherTypes = fc.constantFrom(
  ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/octet-stream'],
  ...['image/png', 'application/json; charset=gbk', 'application/ld+json', 'nonsense', ''],
)
const otherBodies = fc.constantFrom(
  ...['', '{', '{"replays":', 'null', '[]', '"0"', '{"replays":0,"replays":1}', 'replays=0', '{"replays":1e999}'],
  ...['\ufeff{"replays":0}', '{"replays":0}\u0000', '{"__proto__":{"replays":0}}', '{"replays":0,"deliveryId":"x"}'],
  ...['['.repeat(20_000), '{"a":'.repeat(9_000), `{"replays":"${'长'.repeat(40_000)}"}`],
)
const otherQueries = fc.constantFrom(
  ...['cursor=a&cursor=b', 'days=7&days=8', 'days=7&days=', 'postId=post-live', 'cursor[]=1', 'cursor[$gt]='],
  ...['__proto__=1', 'constructor=1', '%', '%zz=%ff', '&&==&', 'replays=0', 'cursor=%00', 'cursor=-1!a'],
  ...[`cursor=1!${'a'.repeat(99)}`, Array.from({ length: 300 }, (_, n) => `f${n}=1`).join('&')],
)
const otherPaths = fc.constantFrom(
  ...['', '/', '/v1', '/v1/', '/v1//posts', '//v1/posts', '/v1/posts//', '/v1/posts/%', '/v1/posts/%2e%2e'],
  ...['/v1/posts/%00', '/v1/posts/__proto__', '/v1/posts/..;/stores', '/V1/POSTS', '/v1/posts;x=1', '/v2/posts'],
  ...['/open/v1/posts', '/v1/长', '/health', '/health/', '/v1/health', '/open/health', '/v1/deliveries//replay'],
  ...['/v1/webhooks//deliveries', `/v1/posts/${'a'.repeat(4_000)}`],
)
const otherHeaders = fc.constantFrom<Record<string, string>>(
  ...['en', ' EN-us;q=0', 'zh', '*', 'e'.repeat(6_000)].map((lang) => ({ 'accept-language': lang })),
  ...['0123456789', '0123456789a', '../../../x', '{"$ne":1}'].map((trace) => ({ 'ripple-trace': trace })),
  ...[{ 'x-wx-openid': 'oOpenidOfRepLin0000000000001' }, { 'x-wx-source': 'wx_unknown' }],
  ...[{ 'x-http-method-override': 'POST' }, { cookie: 'x'.repeat(20_000) }],
  Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`x-filler-${n}`, 'x'.repeat(150)])),
)
const twist = fc.oneof<fc.Arbitrary<Partial<Sent>>[]>(
  otherMethods.map((method) => ({ method })),
  otherTypes.map((type) => ({ ...REPLAY, headers: { 'content-type': type }, body: '{"replays":0}' })),
  otherBodies.map((body) => ({ ...REPLAY, body })),
  otherQueries.map((query) => ({ path: `?${query}` })),
  otherPaths.map((path) => ({ path })),
  otherHeaders.map((headers) => ({ headers })),
)
/** A path that begins with its query stays the path it was. */
const twisted = (sent: Sent, { path, headers, ...other }: Partial<Sent>): Sent => ({
  ...{ ...sent, ...other, headers: { ...sent.headers, ...headers } },
  ...(path !== undefined && { path: path.startsWith('?') ? `${sent.path.split('?')[0]}${path}` : path }),
})

/** To any path, with one thing about it, or two, that no client of ours would do. */
export const oddRequests = (known: readonly string[]): fc.Arbitrary<Sent> =>
  fc.constantFrom(...routes).chain((route) =>
    fc.tuple(inputsOf(route.input, known), twist, fc.option(twist, { nil: {} })).map(([given, one, other]) => {
      const sent = { ...requestOf(route, given), bearing: route.scope }
      return twisted(twisted(sent, one), other)
    }),
  )

/** As the platform hands a request to the function, and as anybody may call it without HTTP. */
export const oddEvents = (bearers: readonly string[]): fc.Arbitrary<unknown> => {
  const event = z.object({
    path: z.enum([...routes.map(({ path }) => path), '/open/v1/stores/', '/health', '\n/v1/posts', '/v1/posts\n']),
    httpMethod: z.enum(['GET', 'get', 'POST']),
    headers: z.object({ authorization: z.enum(['', ...bearers]), 'accept-language': z.enum(['zh', 'en']) }),
    queryStringParameters: z.record(
      z.enum(['cursor', 'days', 'postId', 'x']),
      z.union([z.string(), z.array(z.string())]),
    ),
    multiValueHeaders: z.record(z.string(), z.array(z.string())).optional(),
    body: z.union([z.enum(['', '{}', '{', '{"replays":0}', 'eyJyZXBsYXlzIjowfQ==', '====']), z.null()]),
    isBase64Encoded: z.union([z.boolean(), z.enum(['true', 'false'])]),
  })
  return inputsOf(event, [])
}
