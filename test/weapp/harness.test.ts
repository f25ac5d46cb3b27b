// Is the phone of these tests to be trusted? What it allows, refuses, asks and logs, tried with a tiny mini program.

import { writeTiny } from './harness/tiny'
import { createWeapp, type Weapp, type WeappOptions } from './harness/weapp'

jest.setTimeout(30_000) // the first page compiles the engine, and the machine may be busy

const tiny = writeTiny()
let weapp: Weapp
const open = async (path: string, more: Partial<WeappOptions> = {}): Promise<Weapp> => {
  weapp = createWeapp({ dist: tiny.dir, launch: { path }, ...more })
  await weapp.launch()
  return weapp
}
type Seen = { seen: string[]; views: string[] }
const appOf = (phone: Weapp): Seen => phone.app() as Seen
const go = (phone: Weapp, api: string, url?: string): Promise<unknown> => phone.call(api, url ? { url } : {})

afterEach(() => weapp.dispose())
afterAll(tiny.remove)

describe('pages', () => {
  test('come and go in the order of WeChat', async () => {
    const phone = await open('pages/first/index')
    await go(phone, 'navigateTo', '/more/third/index?x=1')
    expect(phone.page()).toMatchObject({ path: 'more/third/index', options: { x: '1' } })
    await phone.back()
    await phone.waitFor(() => phone.page().path === 'pages/first/index')
    expect(appOf(phone).seen).toEqual([
      'launch 1001',
      'first.onLoad',
      'first.onShow',
      'first.onReady',
      'first.onHide',
      'third.onLoad',
      'third.onShow',
      'third.onReady',
      'third.onUnload',
      'first.onShow',
    ])
  })

  test('tabs stay alive and are reached by switchTab only', async () => {
    const phone = await open('pages/first/index')
    await expect(go(phone, 'navigateTo', '/pages/second/index')).rejects.toMatchObject({
      errMsg: expect.stringContaining('tabbar'),
    })
    await expect(go(phone, 'switchTab', '/more/third/index')).rejects.toMatchObject({
      errMsg: expect.stringContaining('no-tabBar'),
    })
    await go(phone, 'switchTab', '/pages/second/index')
    await go(phone, 'switchTab', '/pages/first/index')
    expect(appOf(phone).seen.filter((one) => one === 'first.onLoad')).toHaveLength(1)
    await expect(go(phone, 'navigateTo', '/pages/none/index')).rejects.toMatchObject({
      errMsg: expect.stringContaining('not found'),
    })
  })

  test('a page ten deep opens no eleventh', async () => {
    const phone = await open('pages/reading/index')
    for (let depth = 1; depth < 10; depth++) await go(phone, 'navigateTo', '/more/third/index')
    await expect(go(phone, 'navigateTo', '/more/third/index')).rejects.toMatchObject({
      errMsg: expect.stringContaining('limit'),
    })
  })
})

describe('a person', () => {
  test('taps, types and shares; handlers get plain events', async () => {
    const phone = await open('pages/first/index')
    await phone.tap('.tap')
    await phone.waitFor('tapped 7 undefined')
    await phone.input('.field', '你好')
    expect(phone.$('.typed')?.textContent).toBe('你好')
    expect(await phone.share()).toEqual({ title: 'menu', path: '/pages/first/index?t=' })
    await phone.tap('share')
    expect(phone.shares).toEqual([{ title: 'button', path: '/pages/first/index?t=tok' }])
  })

  test('scrolls, and what comes into view is told', async () => {
    const phone = await open('pages/reading/index')
    await phone.waitFor(() => appOf(phone).views.length >= 2)
    await phone.scroll('.section[data-n="3"]')
    expect(appOf(phone).views).toEqual(['1:1.00', '2:0.28', '1:0.00', '2:0.00', '3:1.00'])
  })
})

describe('the realm', () => {
  test('has no DOM, no Node, no eval, and bounds setData', async () => {
    const phone = await open('pages/first/index')
    await phone.tap('globals')
    await phone.waitFor('undefined,undefined,undefined,undefined,undefined')
    await phone.tap('evaluate')
    await phone.waitFor('refused')
    await phone.tap('unknown')
    expect([...phone.missing]).toEqual(['thisIsNoApi'])
    await phone.tap('huge')
    expect(phone.errors).toEqual([expect.stringContaining('256 kB')])
  })
})

describe('the album and the clipboard', () => {
  const apis = (phone: Weapp): string[] =>
    phone.log.map(({ api }) => api).filter((api) => /popup|save|Clipboard/.test(api))

  test('ask first, then keep what was really painted', async () => {
    const phone = await open('pages/reading/index')
    await phone.tap('paint')
    await phone.waitFor('kept')
    expect(apis(phone)).toEqual(['saveImageToPhotosAlbum', 'popup.scope', 'setClipboardData', 'popup.toast'])
    expect(phone.album.map(({ bytes }) => bytes.subarray(0, 2).toString('hex'))).toEqual(['ffd8'])
    expect(phone.clipboard()).toBe('copied')
  })

  test('stay shut after a refusal until the settings are opened', async () => {
    const phone = await open('pages/reading/index', { answers: { scope: () => false } })
    await phone.tap('paint')
    await phone.waitFor('auth deny')
    phone.answers.setting = { 'scope.writePhotosAlbum': true }
    await phone.tap('settings')
    await phone.waitFor('{"scope.writePhotosAlbum":true}')
    await phone.tap('paint')
    await phone.waitFor(() => phone.log.some(({ api }) => api === 'popup.privacy'))
    await phone.waitFor('kept')
    expect(phone.album).toHaveLength(1)
  })

  test('may fail at the second picture, or for want of privacy', async () => {
    const phone = await open('pages/reading/index', { answers: { save: (nth) => (nth === 2 ? 'disk full' : null) } })
    await phone.tap('paint')
    await phone.waitFor('kept')
    await phone.tap('paint')
    await phone.waitFor('disk full')
    weapp.dispose()
    const refusing = await open('pages/reading/index', { answers: { privacy: 'disagree' } })
    await refusing.call('setClipboardData', { data: 'x' }).catch((error) => expect(error).toMatchObject({ errno: 104 }))
    expect(refusing.clipboard()).toBe('')
  })
})
