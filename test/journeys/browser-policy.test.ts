// Does the built web app run under the policy its page carries, and does anything else not run there?
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { HOSTING_HEADERS } from '../../emulator/static'
import { DESK, openBrowser, PHONE } from '../support/browser'
import { publish, share } from '../support/scenes'
import { openAlbum, openPerson, shown } from '../support/web-pages'
import { editor, startWorld, type World } from '../support/world'

jest.setTimeout(180_000)

const { withPolicy } = require('../../config/content-policy.cjs') as {
  withPolicy: (html: string, apiBase: string, fileHosts?: string) => string
}

let world: World
let browser: Browser
const refused: string[] = []

beforeAll(async () => {
  openAlbum()
  ;[world, browser] = await Promise.all([
    startWorld({ staticDir: path.resolve('dist/h5'), ports: [0, 0] }),
    openBrowser(),
  ])
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

/** What the policy kept from running or loading is said in the console, and what then broke as well. */
const open = async (at: string, size: typeof DESK): Promise<Page> => {
  const page = await openPerson(browser, 'about:blank', size)
  page.on('console', (line) => /Content.Security.Policy/i.test(line.text()) && refused.push(line.text()))
  page.on('pageerror', (error) => refused.push(String(error)))
  const answer = await page.goto(`${world.emulator.url}${at}`)
  expect(answer?.headers()).toMatchObject(HOSTING_HEADERS)
  return page
}

test('the built page allows its own scripts by what stands in them, and no other and no eval', () => {
  const html = readFileSync('dist/h5/index.html', 'utf8')
  const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? []
  expect(policy).toMatch(/default-src 'none'; script-src 'self'( 'sha256-[A-Za-z0-9+/]{43}=')+;/)
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|script-src[^;]*https?:/)
  expect(html.indexOf(policy)).toBeLessThan(html.indexOf('<script'))
  const bare = '<meta charset="utf-8"><script>1</script>'
  expect(withPolicy(bare, 'https://env.api.tcloudbasegateway.com/v1')).toContain(
    "connect-src 'self' blob: https://env.api.tcloudbasegateway.com https",
  )
  // the demo alone fetches pictures from another port of this machine
  expect(withPolicy(bare, 'https://env.api.tcloudbasegateway.com/v1')).not.toContain('127.0.0.1')
  const own = withPolicy(
    bare,
    'https://env.api.tcloudbasegateway.com',
    'a.tcb.qcloud.la https://b.cos.ap-shanghai.myqcloud.com/',
  )
  expect(own).toContain("img-src 'self' data: blob: https://a.tcb.qcloud.la https://b.cos.ap-shanghai.myqcloud.com;")
  expect(own).toContain('tcloudbasegateway.com https://a.tcb.qcloud.la https://b.cos.ap-shanghai.myqcloud.com;')
  expect(own).not.toContain('*')
  expect(withPolicy(bare, '')).toMatch(
    /img-src [^;]*http:\/\/127\.0\.0\.1:\*;.*connect-src [^;]*http:\/\/127\.0\.0\.1:\*/,
  )
})

test('a reader reads, and the desk with its tables works', async () => {
  const { postId } = await publish(world)
  const link = await share(world, postId)
  const reader = await open(`/#/pages/read/index?p=${postId}&t=${link}`, PHONE)
  await reader.locator('#app > *').first().waitFor({ state: 'attached', timeout: 60_000 }) // what is drawn before is no proof
  await shown(reader, '周末遛娃清单').waitFor({ timeout: 60_000 })

  const desk = await open('/#/pkgs/account/sign-in/index', DESK)
  await desk.locator('#username input').fill(editor.uid)
  await desk.locator('#password input').fill('correct horse')
  await desk.locator('#sign-in').click()
  await shown(desk, '新建内容').waitFor({ timeout: 60_000 })
  await desk.getByRole('menuitem', { name: '日历' }).click()
  await shown(desk, '填满空档').waitFor({ timeout: 30_000 })
  expect(refused).toEqual([])

  // who is signed in stands in this origin's storage; there is no cookie that another site's form could ride on
  expect(await desk.context().cookies()).toEqual([])
  const kept = await desk.evaluate(() => Object.keys(localStorage).filter((key) => /session/.test(key)))
  expect(kept).toEqual(['ripple.session'])
})

test('what is slipped into the page does not run, is not loaded and is not told elsewhere', async () => {
  const page = await open('/', PHONE)
  const elsewhere = `http://localhost:${world.emulator.ports[1]}/`
  const tried = await page.evaluate(async (elsewhere) => {
    const script = document.createElement('script')
    script.textContent = 'window.slipped = true'
    document.body.append(script)
    const image = document.createElement('div')
    image.innerHTML = '<img src="data:," onerror="window.slipped = true">'
    document.body.append(image)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const attempt = async (act: () => unknown) => {
      try {
        await act()
        return 'went through'
      } catch {
        return 'refused'
      }
    }
    return {
      slipped: 'slipped' in window,
      evaluated: await attempt(() => new Function('return 1')()),
      told: await attempt(() => fetch(elsewhere, { mode: 'no-cors' })),
    }
  }, elsewhere)
  expect(tried).toEqual({ slipped: false, evaluated: 'refused', told: 'refused' })
  expect(refused.join('\n')).toMatch(/Content Security Policy/)
})
