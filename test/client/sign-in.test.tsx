// Does a sign-in that nobody uses end by itself in a browser, say so, and give back what was left to its owner alone?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { act, fireEvent, screen } from '@testing-library/react'
import { Answered } from '../../client/features/member/Answered'
import { useMe } from '../../client/features/member/use-me'
import SignIn from '../../client/pkgs/account/sign-in/index'
import { call } from '../../client/platform/call'
import { liveSession, watchIdle } from '../../client/platform/idle'
import { queries } from '../../client/platform/queries'
import { currentSession, endedWhy, signIn } from '../../client/platform/session'
import { recall, remember } from '../../client/platform/storage'
import { navigated, resetTaro, router } from '../support/client-taro'
import { addresses, answer, answerAsked, asked, resetCloud } from '../support/reader-phone'
import { open, settle, typeIn } from '../support/rep-screen'

const HOUR = 3_600_000
const T0 = 1_795_000_000_000
let now = T0
let ends = 0
/** Whom the cloud's sign-in says she is. */
let sub = 'u-lin'

beforeAll(() => {
  process.env.TARO_ENV = 'h5'
  watchIdle(() => void ends++)
})
beforeEach(() => {
  resetTaro()
  resetCloud()
  queries.clear()
  ;[now, ends, sub] = [T0, 0, 'u-lin']
  jest.spyOn(Date, 'now').mockImplementation(() => now)
  const cloud = globalThis.fetch
  const tokens = { access_token: 'a', refresh_token: 'r', expires_in: 7200 }
  const fetched = async (url: string, init: RequestInit) =>
    /auth\/v1\/(signin|token)/.test(url)
      ? { ok: true, status: 200, json: async () => ({ ...tokens, sub }) }
      : cloud(url, init)
  Object.assign(globalThis, { fetch: fetched })
  answer('me.see', () => ({ memberId: 'rep-lin', name: '林小满' }))
})
afterEach(() => jest.restoreAllMocks())

const authorization = async () => {
  await call('rep', 'me.see', {})
  return asked[asked.length - 1]?.authorization
}

test('a touch or a key keeps it, pages that ask by themselves do not', async () => {
  await signIn('lin', 'p')
  now += 11 * HOUR
  fireEvent.keyDown(document.body)
  now += 11 * HOUR
  expect(await authorization()).toBe('Bearer a')
  now += HOUR
  expect(await authorization()).toBeNull()
  expect([currentSession(), endedWhy(), ends]).toEqual([null, 'idle', 1])
  expect(addresses.some((url) => url.includes('/auth/v1/revoke'))).toBe(true)
  fireEvent.keyDown(document.body) // whoever comes too late does not bring it back
  expect(currentSession()).toBeNull()
})

test.each<[status: number, says: string]>([
  [400, '用户名或密码不对'],
  [401, '用户名或密码不对'],
  [429, '试的次数太多，过几分钟再登录'],
  [402, '登录服务暂时没有回应，过一会儿再试'],
  [503, '登录服务暂时没有回应，过一会儿再试'],
])('what the cloud answers with %i is told as it is: %s', async (status, says) => {
  Object.assign(globalThis, { fetch: async () => ({ ok: false, status, json: async () => ({}) }) })
  open(SignIn)
  await typeIn('username', 'lin')
  await typeIn('password', 'p')
  fireEvent.click(screen.getByRole('button', { name: '登录' }))
  await settle()
  expect(screen.getByText(says)).toBeTruthy()
})

test('after a week it ends however often it was used', async () => {
  await signIn('lin', 'p')
  for (let days = 0; days < 14; days++) {
    now += 12 * HOUR - 1
    fireEvent.pointerDown(document.body)
  }
  expect(liveSession()).not.toBeNull()
  now += 14
  expect([liveSession(), endedWhy()]).toEqual([null, 'long'])
})

test('a reader who agreed stays known, and one from before sign-ins ended begins now', () => {
  const kept = { accessToken: 'a', refreshToken: 'r', expiresAt: T0 }
  remember('ripple.session', { ...kept, anonymous: true })
  now += 400 * 24 * HOUR
  expect(liveSession()).not.toBeNull()
  remember('ripple.session', { ...kept, anonymous: false })
  expect(liveSession()).not.toBeNull()
  now += 12 * HOUR
  expect(liveSession()).toBeNull()
})

test.each([
  ['u-lin', true],
  ['u-wang', false],
])('what waited to be sent is there for its owner alone: %s', async (who, there) => {
  await signIn('lin', 'p')
  remember('ripple.outbox', ['what she said'])
  remember('ripple.draft', ['what she wrote'])
  now += 13 * HOUR
  expect(liveSession()).toBeNull()
  expect([recall('ripple.outbox'), recall('ripple.draft')]).toEqual([['what she said'], ['what she wrote']])
  sub = who
  await signIn('someone', 'p')
  expect(recall('ripple.outbox') !== null).toBe(there)
  expect([recall('ripple.draft'), endedWhy()]).toEqual([['what she wrote'], null])
})

test('the sign-in page says why she stands there again', async () => {
  await signIn('lin', 'p')
  now += 13 * HOUR
  liveSession()
  open(SignIn)
  expect(await screen.findByText('12 小时没人用，已自动退出。登录后回到原处，写到一半的文章还在')).toBeTruthy()
})

describe('an account that nobody used for 90 days', () => {
  beforeEach(() =>
    answerAsked('me.see', () => ({
      ok: false,
      error: { code: 'unauthenticated', message: '超过 90 天没用', trace: 't', reason: 'sign-in-lapsed' },
    })),
  )
  function Asking() {
    const asked = useMe()
    return (
      <Answered asked={asked} next="/pages/me/index">
        {() => null}
      </Answered>
    )
  }

  test('leads to the page where a code opens it again, and back', async () => {
    await signIn('lin', 'p')
    const page = open(Asking)
    await settle()
    expect(navigated).toEqual(['/pkgs/account/sign-in/index?next=%2Fpages%2Fme%2Findex&lapsed=1'])
    page.unmount()
    router.params = { next: '%2Fpages%2Fme%2Findex', lapsed: '1' }
    answer('invite.bind', () => ({ name: '林小满', storeName: '东街店' }))
    open(SignIn)
    expect(await screen.findByText('90 天没用，已停用')).toBeTruthy()
    await typeIn('invite-code', 'abcd-2345')
    await act(async () => void fireEvent.click(screen.getByText('接着用')))
    await settle()
    expect(navigated[navigated.length - 1]).toBe('/pages/me/index')
  })

  test('of somebody who is not signed in it asks for her password first', async () => {
    router.params = { lapsed: '1' }
    open(SignIn)
    expect(await screen.findByText('密码')).toBeTruthy()
  })
})
