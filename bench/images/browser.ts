// Does a slow phone paint a kit of nine in time and within its memory? The product's easel in real Chromium, four times slowed.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { dealRecipe, seedOf } from '@shared/domain/recipe'
import type { Browser, CDPSession, Page } from 'playwright-core'
import sharp from 'sharp'
import { openBrowser } from '../../test/support/browser'
import type { Part } from '../part'
import { type Metric, median } from '../report'
import { type InPage, openPainter } from './browser-open'
import type { Shot } from './browser-page'

const NINE = 9
const SLOWED = 4
const ROUNDS = 3
const SAMPLE_MS = 10
const SIZE = { width: 1080, height: 1440 }
const THUMB = { edge: 320, quality: 78 } // as the intake makes them
const MB = 1024 * 1024
const GOAL = { fullMs: 4_000, previewsMs: 1_000, peakMb: 200 }

const nameOf = (n: number, size: 'full' | 'thumb'): string => `${n}-${size}.jpg`

/** The demo's pictures, the smaller ones enlarged: what is timed are 1080 × 1440 pixels each. */
const pictures = async (): Promise<Map<string, Buffer>> => {
  const files = new Map<string, Buffer>()
  for (let n = 0; n < NINE; n += 1) {
    const demo = readFileSync(path.join(process.cwd(), `assets/demo/a0${n + 1}-1.jpg`))
    const full = await sharp(demo)
      .resize({ ...SIZE, fit: 'cover' })
      .jpeg({ quality: 82 })
      .toBuffer()
    files.set(nameOf(n, 'full'), full)
    const thumb = sharp(full).resize({ width: THUMB.edge, height: THUMB.edge, fit: 'inside' })
    files.set(nameOf(n, 'thumb'), await thumb.jpeg({ quality: THUMB.quality }).toBuffer())
  }
  return files
}

/** As one rep's set is dealt; the recipes of each round are another rep's. */
const shotsOf = (round: number, size: 'full' | 'thumb'): Shot[] => {
  const seed = seedOf({ postId: 'bench', version: 1, repId: `rep-${round}`, attempt: 0 })
  const images = Array.from({ length: NINE }, () => ({ kind: 'photo' as const }))
  const deal = { seed, images }
  return images.map((_, n) => ({
    name: nameOf(n, size),
    recipe: dealRecipe(deal, n, 0),
    card: { name: '林小满', store: '澜肌万象城店' },
  }))
}

/** Resident memory of the processes that decode and paint: the page's renderer and the one of graphics. */
const memoryOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    try {
      return sum + Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
    } catch {
      return sum // it has ended
    }
  }, 0)

const paintersOf = async (root: CDPSession): Promise<number[]> => {
  const { processInfo } = await root.send('SystemInfo.getProcessInfo')
  return processInfo.filter(({ type }) => /renderer|gpu/i.test(type)).map(({ id }) => id)
}

type Run = { ms: number; peakMb: number }

/** A fresh page, collected, then watched while it works: peak above where it began. */
const watched = async (
  browser: Browser,
  files: Map<string, Buffer>,
  work: (page: Page) => Promise<number>,
): Promise<Run> => {
  const root = await browser.newBrowserCDPSession()
  const page = await openPainter(browser, files)
  const session = await page.context().newCDPSession(page)
  await page.evaluate((names) => (window as unknown as InPage).painterPage.load(names), [...files.keys()])
  await session.send('HeapProfiler.collectGarbage')
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
  const pids = await paintersOf(root)
  const before = memoryOf(pids)
  let most = before
  const sampler = setInterval(() => {
    most = Math.max(most, memoryOf(pids))
  }, SAMPLE_MS)
  try {
    const ms = await work(page)
    return { ms, peakMb: (Math.max(most, memoryOf(pids)) - before) / MB }
  } finally {
    clearInterval(sampler)
    await page.close()
  }
}

const full = (round: number) => (page: Page) =>
  page.evaluate((shots) => (window as unknown as InPage).painterPage.paintAll(shots), shotsOf(round, 'full'))
const previews = (round: number) => (page: Page) =>
  page.evaluate((shots) => (window as unknown as InPage).painterPage.showPreviews(shots), shotsOf(round, 'thumb'))
const bare = () => (page: Page) =>
  page.evaluate(
    (names) => (window as unknown as InPage).painterPage.encodeAll(names),
    Array.from({ length: NINE }, (_, n) => nameOf(n, 'full')),
  )

const metricsOf = (runs: { full: Run[]; bare: Run[]; previews: Run[] }): Metric[] => {
  const ms = (all: Run[]) => median(all.map((run) => run.ms))
  const most = (all: Run[]) => Math.max(...all.map((run) => run.peakMb))
  return [
    {
      metric: 'nine painted, slowed ×4',
      value: ms(runs.full),
      unit: 'ms',
      goal: { atMost: GOAL.fullMs },
      anchor: ms(runs.bare),
    },
    { metric: 'nine previews, slowed ×4', value: ms(runs.previews), unit: 'ms', goal: { atMost: GOAL.previewsMs } },
    {
      metric: 'memory above start, most',
      value: most(runs.full),
      unit: 'MB',
      goal: { atMost: GOAL.peakMb },
      anchor: most(runs.bare),
    },
  ]
}

export const browser: Part = {
  name: 'browser',
  run: async ({ say }) => {
    const files = await pictures()
    const chromium = await openBrowser()
    const runs = { full: [] as Run[], bare: [] as Run[], previews: [] as Run[] }
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        runs.bare.push(await watched(chromium, files, bare()))
        runs.full.push(await watched(chromium, files, full(round)))
        runs.previews.push(await watched(chromium, files, previews(round)))
      }
      say(`Chromium ${chromium.version()}, main thread slowed ×${SLOWED}; JPEG decoding and encoding may run beside it`)
      say(
        `nine of ${SIZE.width} × ${SIZE.height} px, median of ${ROUNDS} fresh pages; anchor: decoded, drawn, encoded, nothing painted`,
      )
      say(
        `memory: resident bytes of renderer and graphics process every ${SAMPLE_MS} ms, peak less start, worst of ${ROUNDS}`,
      )
    } finally {
      await chromium.close()
    }
    return metricsOf(runs)
  },
}
