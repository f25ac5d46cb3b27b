// Do an operator's tools find the cloud that is meant, and say so where there is none?
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { askLocal, pointAtCloud } from '../../tools/which-cloud'

const before = { ...process.env }
let server: Server
let status = 200
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

beforeAll(async () => {
  server = createServer((_request, response) => response.writeHead(status).end('{"collections":[]}'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
beforeEach(() => {
  status = 200
  for (const name of ['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_REGION', 'TCB_ENV', 'TCB_ENV_ID']) delete process.env[name]
  process.env.RIPPLE_CLOUD_URL = url()
})
afterAll(() => {
  process.env = before
  server.close()
})

test('without an account it is the local one, and what the SDK reads leads there', async () => {
  expect(await pointAtCloud()).toBe(`the local cloud at ${url()}`)
  expect(process.env).toMatchObject({ TCB_ENV: 'ripple-local', TENCENTCLOUD_SECRETID: 'local' })
  expect(process.env.TCB_CONTEXT_CNFG).toContain(url())
})

test('where nobody listens, a sentence says what to start', async () => {
  await expect(askLocal('http://127.0.0.1:9')).rejects.toThrow(
    'no local cloud at http://127.0.0.1:9: run `npm start` first',
  )
})

test('a cloud of another version is no cloud of ours', async () => {
  status = 404
  await expect(askLocal()).rejects.toThrow('is no local cloud of this version (404)')
})

test.each(['TCB_ENV_ID', 'TCB_ENV'])(
  'with an account it is the environment of %s, in Shanghai unless said otherwise',
  async (name) => {
    Object.assign(process.env, { TENCENTCLOUD_SECRETID: 'x', [name]: 'shop-1' })
    expect(await pointAtCloud()).toBe('shop-1')
    expect(process.env).toMatchObject({
      TCB_ENV: 'shop-1',
      SCF_NAMESPACE: 'shop-1',
      TENCENTCLOUD_REGION: 'ap-shanghai',
    })
  },
)

test('an account without an environment is refused', async () => {
  process.env.TENCENTCLOUD_SECRETID = 'x'
  await expect(pointAtCloud()).rejects.toThrow('not set: TCB_ENV_ID')
})
