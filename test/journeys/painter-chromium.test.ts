// Do a browser and the cloud paint the same picture, and still the one they painted when it was last looked at? Each recipe
// and each poster in Chromium and in Node, compared as the eye does. RIPPLE_GOLDEN=1 keeps what Node paints as the new measure.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Canvas, createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { fontFile, type InPage, openPainter } from '../../bench/images/browser-open'
import type { Poster, Shot } from '../../bench/images/browser-page'
import { greyOf } from '../../bench/images/grey'
import { ssim } from '../../bench/images/ssim'
import type { FrameStyle, Recipe } from '../../shared/domain/recipe'
import { POSTER_SIZE, type PosterDesign, paintPoster } from '../../shared/painter/paint-poster'
import { paintVariant, variantSize } from '../../shared/painter/paint-variant'
import { openBrowser } from '../support/browser'

jest.setTimeout(120_000)

const ALIKE = 0.99
const CARD = { name: '林小满 Lily', store: '澜肌·万象城店（2楼）' }
const files = new Map<string, Buffer>()

const recipeOf = (style: FrameStyle, change: Partial<Recipe> = {}): Recipe => ({
  crop: { x: 13, y: 27, w: 951, h: 940 },
  tone: { shade: 1, light: 4, x: 3, y: 3 },
  frame: { style, width: 24, color: 'sand', accent: 'pine' },
  card: null,
  ...change,
})
const bottom: NonNullable<Recipe['card']> = { position: 'bottom', height: 140, palette: 'jade' }
const top: Recipe['card'] = { position: 'top', height: 110, palette: 'ink' }

let browser: Browser
let page: Page

const demo = (name: string): Buffer => readFileSync(path.join(process.cwd(), `assets/demo/${name}.jpg`))

/** Black and white squares, as a code has them. */
const codeOf = (): Promise<Buffer> => {
  const side = 29
  const modules = Buffer.from(Array.from({ length: side * side }, (_, n) => ((n * 7919) % 13 < 6 ? 0 : 255)))
  return sharp(modules, { raw: { width: side, height: side, channels: 1 } })
    .resize(side * 10, side * 10, { kernel: 'nearest' })
    .png()
    .toBuffer()
}
const fileOf = (name: string): Buffer => {
  const bytes = files.get(name)
  if (!bytes) throw new Error(`no file ${name}`)
  return bytes
}

const greyFrom = async (png: Buffer) => {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return greyOf({ width: info.width, height: info.height, channels: info.channels, data })
}
const pngOf = (there: string): Buffer => Buffer.from(there.slice(there.indexOf(',') + 1), 'base64')

const likeness = async (here: Canvas, there: string): Promise<number> =>
  ssim(await greyFrom(here.toBuffer('image/png')), await greyFrom(pngOf(there)))

const GOLDEN = path.join(process.cwd(), 'test/data/golden')
const GOLDEN_WIDTH = 360

/** How alike both are to the picture that was kept, the less alike of the two. */
const likeGolden = async (name: string, here: Canvas, there: string): Promise<number> => {
  const file = path.join(GOLDEN, `${name}.png`)
  const [own, browsers] = await Promise.all(
    [here.toBuffer('image/png'), pngOf(there)].map((png) => sharp(png).resize(GOLDEN_WIDTH).png().toBuffer()),
  )
  if (!own || !browsers) throw new Error('nothing was painted')
  if (process.env.RIPPLE_GOLDEN) {
    mkdirSync(GOLDEN, { recursive: true })
    writeFileSync(file, await sharp(own).png({ palette: true, quality: 90 }).toBuffer())
  }
  const kept = await greyFrom(readFileSync(file))
  return Math.min(ssim(kept, await greyFrom(own)), ssim(kept, await greyFrom(browsers)))
}
/** What the palette of a kept picture loses is not the painter's. */
const LIKE_GOLDEN = 0.98

const variantHere = async ({ name, recipe, card }: Shot, avatar: string | null): Promise<Canvas> => {
  const picture = await loadImage(fileOf(name))
  const { width, height } = variantSize(picture, recipe)
  const canvas = createCanvas(width, height)
  const rep = { ...card, avatar: avatar === null ? null : await loadImage(fileOf(avatar)) }
  paintVariant(canvas.getContext('2d'), recipe, picture, rep)
  return canvas
}
const posterHere = async ({ photo, avatar, code, rep, ...words }: Poster): Promise<Canvas> => {
  const canvas = createCanvas(POSTER_SIZE.width, POSTER_SIZE.height)
  paintPoster(canvas.getContext('2d'), {
    ...words,
    photo: { picture: await loadImage(fileOf(photo)), focus: null, keepOut: [] },
    rep: { ...rep, avatar: avatar === null ? null : await loadImage(fileOf(avatar)) },
    code: await loadImage(fileOf(code)),
  })
  return canvas
}

beforeAll(async () => {
  for (const weight of [400, 600] as const) GlobalFonts.registerFromPath(fontFile(weight), 'Noto Sans SC')
  files.set('square.jpg', await sharp(demo('a02-2')).resize(720, 720).jpeg().toBuffer())
  files.set('tall.jpg', demo('a01-1'))
  files.set('her.jpg', await sharp(demo('a05-2')).resize(240, 240).jpeg().toBuffer())
  files.set('code.png', await codeOf())
  browser = await openBrowser()
  page = await openPainter(browser, files)
  await page.evaluate((names) => (window as unknown as InPage).painterPage.load(names), [...files.keys()])
})
afterAll(() => browser?.close())

test.each<[string, Recipe, string | null]>([
  ['a plain frame', recipeOf('line'), null],
  ['a double frame', recipeOf('double'), null],
  ['bands in another colour', recipeOf('gallery'), null],
  ['a card below, with her initial bar', recipeOf('print', { card: bottom }), null],
  ['a card above, with her picture', recipeOf('album', { card: top }), 'her.jpg'],
])('%s', async (_, recipe, avatar) => {
  const shot = { name: 'square.jpg', recipe, card: CARD }
  const there = await page.evaluate(([of, hers]) => (window as unknown as InPage).painterPage.variantPng(of, hers), [
    shot,
    avatar,
  ] as const)
  const here = await variantHere(shot, avatar)
  expect(await likeness(here, there)).toBeGreaterThanOrEqual(ALIKE)
  expect(await likeGolden(recipe.frame.style, here, there)).toBeGreaterThanOrEqual(LIKE_GOLDEN)
})

test.each<[PosterDesign, string | null]>([
  ['paper', 'her.jpg'],
  ['leaf', null],
  ['night', 'her.jpg'],
])('the poster %s', async (design, avatar) => {
  const poster: Poster = {
    design,
    avatar,
    title: '换季护肤，先把顺序做对：3步搞定（第2版）',
    excerpt: '早晚温差大，皮肤先干后油。先清洁，再补水，最后锁住；SPF50+ 出门前 20 分钟涂，别省。',
    codeNote: '扫一扫，读全文',
    rep: CARD,
    photo: 'tall.jpg',
    code: 'code.png',
  }
  const there = await page.evaluate((of) => (window as unknown as InPage).painterPage.posterPng(of), poster)
  const here = await posterHere(poster)
  expect(await likeness(here, there)).toBeGreaterThanOrEqual(ALIKE)
  expect(await likeGolden(`poster-${design}`, here, there)).toBeGreaterThanOrEqual(LIKE_GOLDEN)
})

test('another name and another palette are told apart by the same measure', async () => {
  const likenessOf = async (recipe: Recipe, card: typeof CARD): Promise<number> => {
    const base: Shot = { name: 'square.jpg', recipe: recipeOf('print', { card: bottom }), card: CARD }
    const there = await page.evaluate((of) => (window as unknown as InPage).painterPage.variantPng(of, null), {
      ...base,
      recipe,
      card,
    })
    return likeness(await variantHere(base, null), there)
  }
  const base = recipeOf('print', { card: bottom })
  expect(await likenessOf(base, { name: '陈嘉禾', store: '暖羽银泰店' })).toBeLessThan(ALIKE)
  expect(await likenessOf(recipeOf('print', { card: { ...bottom, palette: 'ink' } }), CARD)).toBeLessThan(ALIKE)
})
