// Can a person sign in, stay signed in, and sign out?
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Lab, openLab } from './harness'

const dir = mkdtempSync(path.join(os.tmpdir(), 'emulator-test-'))
let lab: Lab
const user = { uid: 'u-1', username: '店长', password: 'correct horse' }

beforeAll(async () => {
  lab = await openLab({}, {}, dir)
  await lab.emulator.createUser(user)
})
afterAll(async () => {
  await lab.close()
  rmSync(dir, { recursive: true, force: true })
})

const auth = async (route: string, body: object | undefined, token?: string) => {
  const response = await fetch(`${lab.emulator.url}/auth/v1/${route}`, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
  })
  return { status: response.status, body: await response.json() }
}

it('signs in with a password and says who that is', async () => {
  const { status, body } = await auth('signin', { username: user.username, password: user.password })
  expect(status).toBe(200)
  expect(body).toMatchObject({ token_type: 'Bearer', sub: 'u-1', expires_in: 7200, refresh_token: expect.any(String) })
  expect((await auth('user/me', undefined, body.access_token)).body).toMatchObject({
    sub: 'u-1',
    username: user.username,
  })
})

it('words a wrong password and an unknown name alike', async () => {
  const wrong = await auth('signin', { username: user.username, password: 'x' })
  const unknown = await auth('signin', { username: 'nobody', password: 'x' })
  expect(wrong).toMatchObject({ status: 400, body: { error: 'invalid_username_or_password' } })
  expect(unknown).toEqual(wrong)
})

it('lets nobody in for a while after ten wrong passwords, also with the right one, and nobody else waits', async () => {
  const other = { uid: 'u-2', username: '店员', password: 'battery staple' }
  await lab.emulator.createUser(other)
  const tries = await Promise.all(Array.from({ length: 10 }, () => auth('signin', { ...other, password: 'guess' })))
  expect(tries.map(({ status }) => status)).toEqual(Array(10).fill(400))
  expect(await auth('signin', other)).toMatchObject({ status: 429, body: { error: 'rate_limit_exceeded' } })
  expect((await auth('signin', user)).status).toBe(200)
  lab.emulator.clock.jumpTo(lab.emulator.clock.now() + 11 * 60_000)
  expect((await auth('signin', other)).status).toBe(200)
})

it('exchanges a refresh token once', async () => {
  const { body } = await auth('signin', { username: user.username, password: user.password })
  const exchange = { grant_type: 'refresh_token', refresh_token: body.refresh_token, client_id: 'ripple-local' }
  const renewed = await auth('token', exchange)
  expect(renewed).toMatchObject({ status: 200, body: { sub: 'u-1' } })
  expect((await auth('user/me', undefined, renewed.body.access_token)).status).toBe(200)
  expect((await auth('token', exchange)).body.error).toBe('invalid_grant')
})

it('forgets every token of a session on sign-out', async () => {
  const { body } = await auth('signin', { username: user.username, password: user.password })
  await auth('revoke', { token: body.access_token }, body.access_token)
  expect((await auth('user/me', undefined, body.access_token)).status).toBe(401)
  expect((await auth('token', { grant_type: 'refresh_token', refresh_token: body.refresh_token })).status).toBe(401)
})

it('keeps a person signed in across a restart', async () => {
  const { body } = await auth('signin', { username: user.username, password: user.password })
  await lab.emulator.stop()
  lab = await openLab({}, {}, dir)
  expect((await auth('user/me', undefined, body.access_token)).body.sub).toBe('u-1')
})

it('lets a tool create users, the same one twice', async () => {
  const create = () =>
    fetch(`${lab.emulator.url}/emulator/users`, {
      method: 'POST',
      body: JSON.stringify({ uid: 'u-2', username: 'hq', password: 'p' }),
    })
  expect((await create()).status).toBe(200)
  expect((await create()).status).toBe(200)
  expect((await auth('signin', { username: 'hq', password: 'p' })).body.sub).toBe('u-2')
})
