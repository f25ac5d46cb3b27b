// How soon does a customer read? The demo's article in real Chromium: slow phone, slow network, nothing cached.
import path from 'node:path'
import { openBrowser } from '../../test/support/browser'
import { startDemo } from '../../test/support/demo'
import { WEB } from '../../tools/budgets.data'
import { buildStale } from '../../tools/build'
import type { Part } from '../part'
import { median } from '../report'
import { type Opening, openOnce } from './opening'
import { servePacked } from './packed'

const OWN_PORTS = 18_880
const ROUNDS = 5

export const reader: Part = {
  name: 'reader',
  run: async ({ say }) => {
    await buildStale(['functions', 'h5'])
    const demo = await startDemo(OWN_PORTS)
    const [web, browser] = [await servePacked(path.resolve('dist/h5'), demo.reader), await openBrowser()]
    try {
      const url = `${web.url}/#${demo.sharePath}`
      await openOnce(browser, url) // the function is warm after it, as when others read already
      const rounds: Opening[] = []
      for (let n = 0; n < ROUNDS; n += 1) rounds.push(await openOnce(browser, url))
      for (const { textMs, appMs, largestPaintMs, largest } of rounds)
        say(
          `text ${Math.round(textMs)} ms, app ${Math.round(appMs)} ms, largest paint ${Math.round(largestPaintMs)} ms (${largest})`,
        )
      const middle = (of: (one: Opening) => number): number => median(rounds.map(of))
      return [
        {
          metric: 'script-to-app',
          value: middle(({ scriptKb }) => scriptKb),
          unit: 'KB gzip',
          goal: { atMost: WEB.readerScriptKb },
        },
        { metric: 'script-files', value: middle(({ files }) => files), unit: 'files' },
        { metric: 'first-text', value: middle(({ textMs }) => textMs), unit: 'ms' },
        { metric: 'app', value: middle(({ appMs }) => appMs), unit: 'ms' },
        {
          metric: 'largest-paint',
          value: middle(({ largestPaintMs }) => largestPaintMs),
          unit: 'ms',
          goal: { atMost: WEB.largestPaintMs },
        },
        { metric: 'layout-shift', value: middle(({ shift }) => shift), unit: '', goal: { atMost: WEB.shift } },
      ]
    } finally {
      await browser.close()
      web.close()
      await demo.stop()
    }
  },
}
