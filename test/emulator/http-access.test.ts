// Does HTTP access behave as documented: what the function is told of a request, and what becomes of what it answers?
import { type Lab, openLab } from './harness'

const echo = `exports.main = async (event, context) => ({ event, environment: JSON.parse(context.environment) })`
const answers = `exports.main = async (event) => JSON.parse(event.body)`

let lab: Lab
const sources = { echo, answers }
beforeAll(async () => {
  const functions = Object.keys(sources).map((name) => ({ name, timeout: 10, memorySize: 256 }))
  lab = await openLab({ functions, httpPaths: { '/echo': 'echo', '/answers': 'answers', '/lost': 'lost' } }, sources)
})
afterAll(() => lab.close())

const ask = (path: string, init: RequestInit = {}) => fetch(`${lab.emulator.url}${path}`, init)
const json = async (path: string, init: RequestInit = {}) => (await ask(path, init)).json()
const answer = (reply: unknown) => ask('/answers', { method: 'POST', body: JSON.stringify(reply) })

describe('what the function is told', () => {
  it('path below its own, method, query, headers in lower case, an empty body', async () => {
    const { event } = await json('/echo/v1/posts?limit=5&limit=9&q=%E5%92%96', { headers: { 'X-Some': 'Thing' } })
    expect(event).toMatchObject({
      path: '/v1/posts',
      httpMethod: 'GET',
      queryStringParameters: { limit: '9', q: '咖' },
      headers: { 'x-some': 'Thing' },
      body: '',
      isBase64Encoded: false,
    })
    expect(event.requestContext).toMatchObject({ requestId: expect.any(String), envId: 'ripple-local' })
  })

  it('its own path alone is /, and a longer name is another path', async () => {
    expect((await json('/echo')).event.path).toBe('/')
    expect((await ask('/echoes')).status).toBe(404)
  })

  it('texts as they are, everything else as base64', async () => {
    const text = await json('/echo', {
      method: 'POST',
      body: '{"a":"咖"}',
      headers: { 'content-type': 'application/json' },
    })
    expect(text.event).toMatchObject({ httpMethod: 'POST', body: '{"a":"咖"}', isBase64Encoded: false })
    const bytes = Uint8Array.from([0, 255, 1])
    const other = await json('/echo', { method: 'PUT', body: bytes, headers: { 'content-type': 'image/png' } })
    expect(other.event).toMatchObject({ body: 'AP8B', isBase64Encoded: true })
  })

  it('nobody is known, whatever the headers say', async () => {
    const headers = { 'x-wx-openid': 'oSomeone', authorization: 'Bearer of-a-program' }
    const { environment, event } = await json('/echo', { headers })
    for (const key of ['WX_OPENID', 'TCB_UUID', 'LOGINTYPE', 'TRIGGER_SRC']) expect(environment).not.toHaveProperty(key)
    expect(event.headers.authorization).toBe('Bearer of-a-program')
  })
})

describe('what becomes of the answer', () => {
  it.each([
    ['a text', 'hello', 'text/plain; charset=utf-8', 'hello'],
    ['a number', 7, 'text/plain; charset=utf-8', '7'],
    ['an object', { a: 1 }, 'application/json; charset=utf-8', '{"a":1}'],
  ])('%s goes out with 200', async (_, reply, type, body) => {
    const response = await answer(reply)
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, type, body])
  })

  it('status, headers and body are its own, also in bytes', async () => {
    const described = {
      statusCode: 429,
      headers: { 'Retry-After': '7', 'Content-Type': 'application/json' },
      body: '{}',
    }
    const response = await answer(described)
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
    expect([response.headers.get('content-type'), await response.text()]).toEqual(['application/json', '{}'])
    const bytes = await answer({ statusCode: 200, headers: {}, body: 'AP8B', isBase64Encoded: true })
    expect([...new Uint8Array(await bytes.arrayBuffer())]).toEqual([0, 255, 1])
  })

  it.each([
    ['a status that is none', { statusCode: 99 }],
    ['a status in letters', { statusCode: '200' }],
    ['a header that is no text', { statusCode: 200, headers: { a: 1 } }],
    ['a body that is an object', { statusCode: 200, body: { a: 1 } }],
    ['bytes that are not base64', { statusCode: 200, body: '咖', isBase64Encoded: true }],
    ['a field nobody documents', { statusCode: 200, status: 200 }],
  ])('%s is refused here, whatever the platform would make of it', async (_, reply) => {
    const response = await answer(reply)
    expect([response.status, (await response.json()).code]).toEqual([500, 'FUNCTION_RESPONSE_INVALID'])
  })
})

describe('what does not arrive', () => {
  it('a text above 100 KB', async () => {
    const response = await ask('/echo', { method: 'POST', body: 'x'.repeat(100 * 1024 + 1) })
    expect([response.status, (await response.json()).code]).toEqual([413, 'EXCEED_MAX_PAYLOAD_SIZE'])
  })

  it('a path whose function is gone', async () => {
    const response = await ask('/lost')
    expect([response.status, (await response.json()).code]).toEqual([404, 'FUNCTION_NOT_FOUND'])
  })

  it('a page of another site', async () => {
    expect((await ask('/echo', { headers: { origin: 'https://evil.example' } })).status).toBe(403)
  })
})
