// Is one code enough to find a call, from the phone to the log? And is nothing believed of it?
// the phone's own side: nothing of Taro's is needed in a browser
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getStorageSync: () => '', setStorageSync: () => undefined },
}))

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { lin, mei, nobody, startWorld, type World } from '../support/world'

type Line = Record<string, unknown>
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const linesOf = (fn: string): Line[] =>
  readFileSync(path.join(world.dataDir, 'logs', `${fn}.log`), 'utf8')
    .split('\n')
    .filter((line) => line.includes('{'))
    .map((line) => JSON.parse(line.slice(line.indexOf('{'))))

/** The log is written a moment after the reply. */
const linesUnder = async (fn: string, trace: string, wanted: number): Promise<Line[]> => {
  for (let tries = 0; tries < 50; tries++) {
    const found = linesOf(fn).filter((line) => line.trace === trace)
    if (found.length >= wanted) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return linesOf(fn).filter((line) => line.trace === trace)
}

test('the phone makes it, keeps it over a try that did not arrive, and shows it; the log has it', async () => {
  process.env.TARO_ENV = 'h5'
  Object.assign(globalThis, {
    window: globalThis,
    RIPPLE_API_BASE: world.emulator.url,
    RIPPLE_LOCAL_CLOUD: '',
    RIPPLE_CLOUD_ENV: 'test',
  })
  const { call, CallError } = await import('../../client/platform/call')
  const { asShown } = await import('../../client/ui/error-text')
  const failureOf = async () => {
    const error = await call('reader', 'post.read', { postId: 'nowhere' as never }).catch((failure: unknown) => failure)
    if (!(error instanceof CallError)) throw new Error('it went through')
    return error
  }
  const broken = jest.spyOn(globalThis, 'fetch').mockRejectedValueOnce(new TypeError('Failed to fetch'))
  const first = await failureOf()
  expect(asShown(first)).toEqual({ code: 'offline', message: '', trace: '' })
  const second = await failureOf()
  broken.mockRestore()
  expect(second.trace).toBe(first.trace)
  expect(asShown(second).trace).toBe(first.trace)
  const lines = await linesUnder('reader', second.trace, 1)
  expect(lines).toEqual([expect.objectContaining({ action: 'reader/post.read', code: 'not-found' })])
  expect((await failureOf()).trace).not.toBe(first.trace)
})

test('who sends it is not believed: another form is replaced, and a stranger’s code opens nothing', async () => {
  const asked = { action: 'me.see', payload: {}, lang: 'zh' }
  const known = await world.send('rep', { ...asked, trace: 'aZ09bcDEfg' }, nobody)
  expect(known).toMatchObject({ ok: false, error: { code: 'unauthenticated', trace: 'aZ09bcDEfg' } })
  for (const trace of [mei.openid, 'short', 'aZ09bcDEf\n', '{"code":1}', 5, ['aZ09bcDEfg']]) {
    const reply = await world.send('rep', { ...asked, trace }, nobody)
    if (reply.ok) throw new Error('it went through')
    expect(reply.error.trace).toMatch(/^[0-9A-Za-z]{10}$/)
    expect(await linesUnder('rep', reply.error.trace, 1)).toHaveLength(1)
  }
  expect(JSON.stringify(linesOf('rep'))).not.toContain(mei.openid)
})

test('a line says when, what, which kind of caller, how long, what came of it, what it cost, and nothing else', async () => {
  await world.send('rep', { action: 'me.see', payload: {}, lang: 'zh', trace: 'LinLinLin1' }, lin)
  const [line] = await linesUnder('rep', 'LinLinLin1', 1)
  expect(line).toEqual({
    ...{ level: 30, time: expect.any(String), action: 'rep/me.see', callerKind: 'member', trace: 'LinLinLin1' },
    ...{ code: 'ok', ms: expect.any(Number), dbRequests: expect.any(Number) },
  })
  expect(line?.dbRequests).toBeGreaterThan(0)
  const cold = linesOf('rep').filter((one) => one.cold === true)
  expect(cold.length).toBeGreaterThan(0)
})

test('a program over HTTP may bring its own, and is told which it was', async () => {
  const ask = (trace: string) => fetch(`${world.emulator.url}/open/v1/stores`, { headers: { 'ripple-trace': trace } })
  expect((await ask('Program001')).headers.get('ripple-trace')).toBe('Program001')
  const reply = await ask('not one')
  expect(reply.headers.get('ripple-trace')).toMatch(/^[0-9A-Za-z]{10}$/)
  expect(await reply.json()).toMatchObject({ error: { trace: reply.headers.get('ripple-trace') } })
})

test('a monitor learns without a token whether it runs, and no more', async () => {
  const reply = await fetch(`${world.emulator.url}/open/health`)
  expect([reply.status, await reply.json()]).toEqual([
    200,
    { ok: true, version: expect.stringMatching(/^\d+\.\d+\.\d+\+[0-9a-f]{8}$/) },
  ])
  expect(await (await fetch(`${world.emulator.url}/open/v1/health`)).json()).toMatchObject({ ok: false })
  expect((await fetch(`${world.emulator.url}/open/health`, { method: 'POST' })).status).toBe(404)
})
