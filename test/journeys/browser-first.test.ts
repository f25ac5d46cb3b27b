// Does anything move under a customer's eyes while her article comes, on a slow phone and a slow network? How long it takes is
// measured by `npm run bench -- page`; that nothing moves, and how much is carried, is the same on any machine.
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { openOnce } from '../../bench/page/opening'
import { servePacked } from '../../bench/page/packed'
import { WEB } from '../../tools/budgets.data'
import { openBrowser } from '../support/browser'
import { type Demo, startDemo } from '../support/demo'

jest.setTimeout(240_000)

const OWN_PORTS = 18_860

let browser: Browser
let demo: Demo
beforeAll(async () => {
  browser = await openBrowser()
  demo = await startDemo(OWN_PORTS)
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

test('the article stands before the app, nothing moves while that comes, and it is light', async () => {
  const web = await servePacked(path.resolve('dist/h5'), demo.reader)
  try {
    const { textMs, appMs, shift, scriptKb } = await openOnce(browser, `${web.url}/#${demo.sharePath}`)
    expect(textMs).toBeLessThan(appMs)
    expect(shift).toBe(WEB.shift)
    expect(scriptKb).toBeLessThanOrEqual(WEB.readerScriptKb)
  } finally {
    web.close()
  }
})
