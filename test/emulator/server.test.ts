// Who can reach the local cloud, and what does it serve besides the platform's own addresses?
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { HOSTING_HEADERS } from '../../emulator/static'
import { type Lab, openLab } from './harness'

let lab: Lab
const staticDir = mkdtempSync(path.join(os.tmpdir(), 'emulator-static-'))

beforeAll(async () => {
  mkdirSync(path.join(staticDir, 'js'))
  writeFileSync(path.join(staticDir, 'index.html'), '<!doctype html><title>涟漪</title>')
  for (const name of ['app.js', 'app.0f5a9c3e.js']) writeFileSync(path.join(staticDir, 'js', name), 'void 0')
  lab = await openLab(
    {
      ports: [0, 0],
      staticDir,
      middleware: async (_req, res, url) => {
        if (url.pathname !== '/demo') return false
        res.end(url.port)
        return true
      },
    },
    { echo: 'exports.main = async (e) => { console.log("<script>alert(1)</script>"); return e }' },
  )
})
afterAll(async () => {
  await lab.close()
  rmSync(staticDir, { recursive: true, force: true })
})

const page = async (where: string) => {
  const response = await fetch(`${lab.emulator.url}${where}`)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

it('listens on loopback only', async () => {
  const others = Object.values(os.networkInterfaces())
    .flat()
    .filter((a) => a && !a.internal && a.family === 'IPv4')
  for (const other of others) {
    const reached = await new Promise((resolve) => {
      const socket = net.connect({ host: other?.address ?? '', port: lab.emulator.ports[0] ?? 0, timeout: 1000 })
      for (const event of ['error', 'timeout'] as const) socket.once(event, () => resolve(false))
      socket.once('connect', () => resolve(true))
    })
    expect(reached).toBe(false)
  }
  expect(lab.emulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})

it('refuses a request that names another host', async () => {
  const status = await new Promise((resolve) => {
    const headers = { host: 'evil.example' }
    http.get({ host: '127.0.0.1', port: lab.emulator.ports[0], path: '/', headers }, (res) => resolve(res.statusCode))
  })
  expect(status).toBe(421)
})

it('is one server on several ports, and a middleware sees which', async () => {
  const [one, two] = lab.emulator.ports
  expect(one).not.toBe(two)
  for (const port of [one, two]) expect(await (await fetch(`http://127.0.0.1:${port}/demo`)).text()).toBe(String(port))
})

it('serves the built client, and nothing outside its folder', async () => {
  const home = await page('/')
  expect(home.text).toContain('涟漪')
  expect(home.headers.get('content-type')).toBe('text/html; charset=utf-8')
  // what an operator's hosting has to send as well
  for (const [name, value] of Object.entries(HOSTING_HEADERS)) expect(home.headers.get(name)).toBe(value)
  expect((await page('/js/app.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect((await page('/%2e%2e/%2e%2e/etc/passwd')).status).toBe(404)
  expect((await page('/..%2f..%2fetc/passwd')).status).toBe(404)
})

it('lets a browser keep for good what is named by its content, and nothing else', async () => {
  const kept = async (where: string) => (await page(where)).headers.get('cache-control')
  expect(await kept('/js/app.0f5a9c3e.js')).toBe('public, max-age=31536000, immutable')
  expect([await kept('/'), await kept('/js/app.js')]).toEqual(['no-cache', 'public, max-age=300'])
})

it('answers an unknown action and a body that is not JSON by name', async () => {
  const ask = async (body: string) => (await fetch(`${lab.emulator.url}/admin`, { method: 'POST', body })).json()
  expect(await ask('{"action":"database.watch"}')).toMatchObject({
    code: 'EMULATOR_UNSUPPORTED',
    message: expect.stringContaining('database.watch'),
  })
  expect(await ask('nope')).toMatchObject({ code: 'INVALID_PARAM' })
})

it('shows documents, files and logs with everything escaped', async () => {
  await lab.app.database().collection('notes').doc('<b>').set({ at: 1, text: '<img src=x onerror=alert(1)>' })
  await fetch(`${lab.emulator.url}/v1/functions/echo`, { method: 'POST', body: '{"action":"say"}' })
  const home = await page('/_inspect')
  expect(home.text).toContain('notes')
  expect(home.text).toContain('echo:say')
  for (const where of [
    '/_inspect/collection?name=notes',
    '/_inspect/function?name=echo',
    '/_inspect/files',
    '/_inspect?name=<script>',
  ]) {
    const { status, text, headers } = await page(where)
    expect(status).toBe(200)
    expect(text).not.toMatch(/<img|<script/)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  }
  expect((await page('/_inspect/collection?name=none')).status).toBe(404)
})

it('meters requests and documents exactly', async () => {
  const before = lab.emulator.meter()
  const notes = lab.app.database().collection('notes')
  await notes.add([
    { owner: 'm', at: 1 },
    { owner: 'm', at: 2 },
  ] as unknown as object)
  await notes.where({ owner: 'm', at: 1 }).get()
  const after = await (await fetch(`${lab.emulator.url}/_inspect/meter.json`)).json()
  expect(after.docsWritten - before.docsWritten).toBe(2)
  expect(after.docsRead - before.docsRead).toBe(1)
  expect(after.docsExamined - before.docsExamined).toBe(1)
  expect(after.dbRequests['database.insertDocument']).toBe(1)
})
