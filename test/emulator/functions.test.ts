// Do functions run as on the platform: who the caller is, what leaks, what is refused, what kills them?
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildSync } from 'esbuild'
import { callGateway, type Lab, openLab, writeFunction } from './harness'

const whoami = `exports.main = async (event, context) => ({ event, environment: JSON.parse(context.environment), environ: context.environ,
  fromProcess: process.env.WX_OPENID, name: context.function_name, limit: context.time_limit_in_ms, tz: process.env.TZ })`
const moods = `let calls = 0
exports.main = async (event) => {
  calls++
  console.log('mood', event.mood)
  if (event.mood === 'throw') throw new Error('sad')
  if (event.mood === 'crash') setTimeout(() => { throw new Error('boom') }, 5), await new Promise(() => {})
  if (event.mood === 'exit') process.exit(3)
  if (event.mood === 'hang') await new Promise(() => {})
  if (event.mood === 'huge') return 'x'.repeat(7 * 1024 * 1024)
  return { calls, mood: event.mood, extra: process.env.EXTRA }
}`
const slow = `let running = 0
exports.main = async () => { running++; const seen = running; await new Promise((r) => setTimeout(r, 60)); running--; return seen }`
const usesCloud = `const tcb = require(${JSON.stringify(require.resolve('@cloudbase/node-sdk'))})
exports.main = async (event) => {
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
  await app.database().collection('notes').doc('from-function').set({ at: 1, owner: event.owner })
  return (await app.callFunction({ name: 'whoami', data: { nested: true } })).result
}`

const heap = `const v8 = require('node:v8')
exports.main = async () => {
  for (let i = 0, kept = []; i < 3e6; i++) kept[i % 1000] = { i }
  const young = v8.getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')
  return { allMb: v8.getHeapStatistics().heap_size_limit / 1048576, youngMb: young.space_size / 1048576 }
}`

let lab: Lab
const sources = { whoami, moods, slow, usesCloud, heap }
beforeAll(async () => {
  const functions = Object.keys(sources).map((name) => ({
    name,
    timeout: name === 'moods' ? 1 : 10,
    memorySize: 512,
    triggers: name === 'whoami' ? [{ name: 'hourly', type: 'timer' as const, config: '0 0 * * * * *' }] : [],
    envVariables: { EXTRA: 'configured' },
  }))
  lab = await openLab({ functions }, sources)
  await lab.emulator.createUser({ uid: 'u-1', username: 'hq', password: 'right-password' })
})
afterAll(() => lab.close())

const signIn = async (how: string, body: object = {}) => {
  const response = await fetch(`${lab.emulator.url}/auth/v1/${how}`, { method: 'POST', body: JSON.stringify(body) })
  return { status: response.status, body: await response.json() }
}

it('a function has the heap of its container, not of the machine', async () => {
  const { body } = await callGateway(lab, 'heap', {})
  expect(body.youngMb).toBeLessThanOrEqual(2)
  expect(body.allMb).toBeGreaterThan(250)
  expect(body.allMb).toBeLessThan(270)
})

describe('who calls', () => {
  it('a visitor has no identity', async () => {
    const { status, body } = await callGateway(lab, 'whoami', { a: 1 })
    expect(status).toBe(200)
    expect(body.event).toEqual({ a: 1 })
    expect(body).toMatchObject({ name: 'whoami', limit: 10_000, tz: 'Asia/Shanghai' })
    for (const key of ['WX_OPENID', 'TCB_UUID', 'LOGINTYPE', 'TRIGGER_SRC'])
      expect(body.environment).not.toHaveProperty(key)
  })

  it('a mini program reader has an openid, also in the old environ form', async () => {
    const { body } = await callGateway(
      lab,
      'whoami',
      {},
      { headers: { 'x-wx-openid': 'o-reader', 'x-wx-unionid': 'un-1' } },
    )
    expect(body.environment).toMatchObject({
      WX_OPENID: 'o-reader',
      WX_UNIONID: 'un-1',
      WX_APPID: 'wxripplelocal',
      TCB_SOURCE: 'wx_client',
      TCB_ENV: 'ripple-local',
    })
    expect(body.environ).toContain('WX_OPENID=o-reader;')
  })

  it('a signed-in account has a uid and its login type', async () => {
    const { body: pair } = await signIn('signin', { username: 'hq', password: 'right-password' })
    const { body } = await callGateway(lab, 'whoami', {}, { headers: { authorization: `Bearer ${pair.access_token}` } })
    expect(body.environment).toMatchObject({ TCB_UUID: 'u-1', LOGINTYPE: 'USERNAME' })
    expect(body.environment).not.toHaveProperty('WX_OPENID')
  })

  it('an anonymous account says so', async () => {
    const { body: pair } = await signIn('signin/anonymously')
    const { body } = await callGateway(lab, 'whoami', {}, { headers: { authorization: `Bearer ${pair.access_token}` } })
    expect(body.environment).toMatchObject({ TCB_UUID: pair.sub, LOGINTYPE: 'ANONYMOUS', TCB_ISANONYMOUS_USER: 'true' })
  })

  it('a bad token is refused, never treated as a visitor', async () => {
    const answer = await callGateway(lab, 'whoami', {}, { headers: { authorization: 'Bearer forged' } })
    expect(answer).toMatchObject({ status: 401, body: { code: 'INVALID_ACCESS_TOKEN' } })
  })

  it('a timer has no caller, but process.env still holds the previous one, as on the platform', async () => {
    await callGateway(lab, 'whoami', {}, { headers: { 'x-wx-openid': 'o-before' } })
    const reply = (await lab.emulator.fireTimer('whoami', 'hourly')) as {
      event: { Type: string; TriggerName: string }
      environment: Record<string, string>
      fromProcess: string
    }
    expect(reply.event).toMatchObject({ Type: 'Timer', TriggerName: 'hourly' })
    expect(reply.environment.TRIGGER_SRC).toBe('timer')
    expect(reply.environment).not.toHaveProperty('WX_OPENID')
    expect(reply.fromProcess).toBe('o-before')
  })

  it('a tool fires a timer over HTTP', async () => {
    const response = await fetch(`${lab.emulator.url}/emulator/timers/fire?function=whoami`, { method: 'POST' })
    expect((await response.json()).event.Type).toBe('Timer')
  })
})

describe('running', () => {
  it('a function uses the database and calls another one through the SDK', async () => {
    const { body } = await callGateway(lab, 'usesCloud', { owner: 'f' })
    expect(body.event).toEqual({ nested: true })
    expect((await lab.app.database().collection('notes').doc('from-function').get()).data).toHaveLength(1)
  })

  it('one call at a time', async () => {
    const replies = await Promise.all([1, 2, 3].map(() => callGateway(lab, 'slow', {})))
    expect(replies.map((r) => r.body)).toEqual([1, 1, 1])
  })

  it('a thrown error is an error reply, and the process lives on', async () => {
    const before = (await callGateway(lab, 'moods', {})).body.calls
    expect(await callGateway(lab, 'moods', { mood: 'throw' })).toMatchObject({
      status: 500,
      body: { code: 'FUNCTION_INVOCATION_FAILED', message: expect.stringContaining('sad') },
    })
    expect((await callGateway(lab, 'moods', {})).body).toMatchObject({ calls: before + 2, extra: 'configured' })
  })

  it.each(['crash', 'exit'])('after a %s the next call gets a fresh process', async (mood) => {
    expect(await callGateway(lab, 'moods', { mood })).toMatchObject({ status: 500 })
    expect((await callGateway(lab, 'moods', {})).body.calls).toBe(1)
  })

  it('a call over its time is killed', async () => {
    expect(await callGateway(lab, 'moods', { mood: 'hang' })).toMatchObject({
      status: 504,
      body: { code: 'FUNCTION_TIME_LIMIT_EXCEEDED' },
    })
    expect((await callGateway(lab, 'moods', {})).body.calls).toBe(1)
  })

  it('a reply above 6 MB is refused', async () => {
    const { body } = await callGateway(lab, 'moods', { mood: 'huge' })
    expect(body.message).toContain('body size is too long')
  })

  it('a rebuilt bundle is loaded', async () => {
    await callGateway(lab, 'slow', {})
    await new Promise((resolve) => setTimeout(resolve, 20))
    writeFunction(path.join(lab.dir, 'functions'), 'slow', `exports.main = async () => 'new'`)
    expect((await callGateway(lab, 'slow', {})).body).toBe('new')
    // of the same length: what was compiled before must not stand for it
    await new Promise((resolve) => setTimeout(resolve, 20))
    writeFunction(path.join(lab.dir, 'functions'), 'slow', `exports.main = async () => 'now'`)
    expect((await callGateway(lab, 'slow', {})).body).toBe('now')
  })

  it('another process takes what the first one compiled; damaged, it compiles for itself', async () => {
    const folder = path.join(lab.dir, 'functions/.compiled')
    const compiled = () => readdirSync(folder).filter((name) => name.startsWith('moods-'))
    await callGateway(lab, 'moods', {})
    for (let waited = 0; compiled().length === 0 && waited < 100; waited += 1) await sleep(20)
    expect(compiled()).toHaveLength(1)
    writeFileSync(path.join(folder, String(compiled()[0])), 'not what V8 wrote')
    lab.emulator.crash('moods')
    expect((await callGateway(lab, 'moods', {})).body.calls).toBe(1)
  })

  it('a trace in the log names the source', async () => {
    const built = buildSync({
      ...{
        stdin: {
          contents:
            'const unhappy = (): never => {\n  throw new Error("sad")\n}\nexport const main = async () => unhappy()',
          sourcefile: 'mood.ts',
          loader: 'ts',
        },
      },
      ...{
        bundle: true,
        minify: true,
        keepNames: true,
        format: 'cjs',
        platform: 'node',
        sourcemap: 'linked',
        write: false,
        outfile: 'index.js',
      },
    })
    const of = (end: string) => built.outputFiles.find((file) => file.path.endsWith(end))?.text ?? ''
    writeFunction(path.join(lab.dir, 'functions'), 'slow', of('index.js'))
    writeFileSync(path.join(lab.dir, 'functions/slow/index.js.map'), of('.map'))
    await callGateway(lab, 'slow', {})
    expect(readFileSync(path.join(lab.dir, 'data/logs/slow.log'), 'utf8')).toMatch(/at unhappy \(mood\.ts:2:\d+\)/)
  })

  it('what it prints is kept in a log', async () => {
    await callGateway(lab, 'moods', { mood: 'logged' })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(readFileSync(path.join(lab.dir, 'data/logs/moods.log'), 'utf8')).toContain('mood logged')
  })

  it('calls are counted by function and by action, with memory and time', async () => {
    const before = lab.emulator.meter()
    await callGateway(lab, 'whoami', { action: 'reading.report' })
    const after = lab.emulator.meter()
    expect((after.fnCalls.whoami ?? 0) - (before.fnCalls.whoami ?? 0)).toBe(1)
    expect(after.fnActions['whoami:reading.report']).toBe(1)
    expect(after.gbs).toBeGreaterThan(before.gbs)
  })
})

describe('the door', () => {
  it('refuses a body above 100 KB, a body that is not JSON, and an unknown function', async () => {
    expect(await callGateway(lab, 'whoami', { text: 'x'.repeat(101 * 1024) })).toMatchObject({
      status: 413,
      body: { code: 'EXCEED_MAX_PAYLOAD_SIZE', requestId: expect.any(String) },
    })
    expect((await callGateway(lab, 'whoami', '{nope')).status).toBe(400)
    expect(await callGateway(lab, 'nobody', {})).toMatchObject({ status: 404, body: { code: 'FUNCTION_NOT_FOUND' } })
  })

  it('refuses pages of other origins and lets its own in', async () => {
    const headers = { origin: 'https://evil.example' }
    expect((await callGateway(lab, 'whoami', {}, { headers })).status).toBe(403)
    const own = await callGateway(lab, 'whoami', {}, { headers: { origin: lab.emulator.url } })
    expect(own.status).toBe(200)
    const admin = await fetch(`${lab.emulator.url}/admin`, { method: 'POST', headers, body: '{}' })
    expect(admin.status).toBe(403)
  })
})
