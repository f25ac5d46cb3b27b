// Are painted pictures true to the photo, different between reps, readable and scannable?
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Canvas, createCanvas, GlobalFonts, type Image, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import jsQR from 'jsqr'
import QRCode from 'qrcode'
import { dealRecipe, dealRecipes, type Recipe } from '../../shared/domain/recipe'
import type { Ctx2D } from '../../shared/painter/canvas'
import { layoutVariant, paintVariant, type RepCard, variantSize } from '../../shared/painter/paint-variant'
import { CARD_PAINT } from '../../shared/painter/palettes'

/** Compiles only while browsers and @napi-rs/canvas satisfy what the painter asks for. */
const contextFits = (ctx: CanvasRenderingContext2D | SKRSContext2D): Ctx2D => ctx

const LINK = 'https://ripple.example/r/p1?s=k7Qm2xZp'
const fonts = join(__dirname, '../../node_modules/@expo-google-fonts/noto-sans-sc')
let code: Image

beforeAll(async () => {
  for (const weight of ['400Regular', '600SemiBold']) {
    GlobalFonts.registerFromPath(join(fonts, weight, `NotoSansSC_${weight}.ttf`), 'Noto Sans SC')
  }
  code = await loadImage(await QRCode.toBuffer(LINK, { margin: 0, scale: 8 }))
})

/** A bottle on a table by a window, near enough. */
function photoOf(width: number, height: number): Canvas {
  const canvas = createCanvas(width, height)
  const ctx = canvas.getContext('2d')
  const light = ctx.createLinearGradient(0, 0, width, height)
  light.addColorStop(0, '#F3E7D8')
  light.addColorStop(1, '#9FB8B4')
  ctx.fillStyle = light
  ctx.fillRect(0, 0, width, height)
  ctx.fillStyle = '#8A6A4F'
  ctx.fillRect(0, height * 0.72, width, height * 0.28)
  ctx.fillStyle = '#2E6E5C'
  ctx.fillRect(width * 0.42, height * 0.34, width * 0.16, height * 0.42)
  ctx.fillStyle = '#E8D9B5'
  ctx.fillRect(width * 0.46, height * 0.26, width * 0.08, height * 0.09)
  return canvas
}

const photo = photoOf(800, 600)
const card: RepCard = { name: '林小满', store: '澜肌万象城店', note: '护肤顾问' }

function paint(recipe: Recipe, image: Canvas = photo, of: RepCard = card): Canvas {
  const { width, height } = variantSize(image, recipe)
  const canvas = createCanvas(width, height)
  paintVariant(contextFits(canvas.getContext('2d')), recipe, image, of)
  return canvas
}
const recipeOf = (repId: string) => dealRecipe({ postId: 'p', version: 1, repId, imageIndex: 0 }, 'photo')
const sha = (canvas: Canvas) => createHash('sha256').update(canvas.toBuffer('image/png')).digest('hex')
const pixels = (canvas: Canvas, x: number, y: number, w: number, h: number) =>
  canvas.getContext('2d').getImageData(x, y, w, h).data

/** Set RIPPLE_PICTURES to a folder to look at what was painted. */
function show(canvas: Canvas, name: string): void {
  const folder = process.env.RIPPLE_PICTURES
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.png`), canvas.toBuffer('image/png'))
}

test('two reps get different pictures; the same rep gets the same', () => {
  const painted = ['a', 'b', 'c', 'd', 'e', 'f'].map((repId) => paint(recipeOf(repId), photo, { ...card, code }))
  painted.forEach((canvas, i) => {
    show(canvas, `variant-${i}`)
  })
  expect(new Set(painted.map(sha)).size).toBe(6)
  expect(sha(paint(recipeOf('a')))).toBe(sha(paint(recipeOf('a'))))
})

test('the photo stays itself: its pixels move by less than the tone allows', () => {
  for (const repId of ['a', 'b', 'c']) {
    const recipe = recipeOf(repId)
    const { source, photo: area, width, height } = layoutVariant(photo, recipe)
    const bare = createCanvas(width, height)
    const { x, y, w, h } = area
    bare.getContext('2d').drawImage(photo, source.x, source.y, source.w, source.h, x, y, w, h)
    const painted = pixels(paint(recipe), x, y, w, h)
    const plain = pixels(bare, x, y, w, h)
    const everyFew = Array.from({ length: 20_000 }, (_, i) => (i * 97) % painted.length)
    const off = everyFew.map((i) => Math.abs((painted[i] ?? 0) - (plain[i] ?? 0)))
    expect(off.reduce((sum, value) => sum + value, 0) / off.length).toBeLessThan(4)
    expect(Math.max(...off)).toBeLessThanOrEqual(11)
  }
})

test('the card never touches the photo, for any recipe and shape; the size is kept within the edge', () => {
  for (let i = 0; i < 300; i += 1) {
    const image = { width: 200 + ((i * 37) % 3_000), height: 200 + ((i * 91) % 3_000) }
    const layout = layoutVariant(image, recipeOf(`rep-${i}`))
    const { photo: area, card: strip } = layout
    if (strip === null) throw new Error('expected a card')
    expect(strip.y >= area.y + area.h || strip.y + strip.h <= area.y).toBe(true)
    expect(area.x + area.w).toBeLessThan(layout.width)
    expect(strip.y + strip.h).toBeLessThanOrEqual(layout.height)
    expect(Math.max(layout.width, layout.height)).toBeLessThanOrEqual(1_446)
    expect(Math.abs(area.w / area.h / (layout.source.w / layout.source.h) - 1)).toBeLessThan(0.03)
  }
})

test('images without the card wear the same frame', () => {
  const [first, , last] = dealRecipes(
    { postId: 'p', version: 1, repId: 'a' },
    [0, 1, 2].map(() => ({ kind: 'photo' })),
  )
  if (first === undefined || last === undefined) throw new Error('expected recipes')
  const bare = first.card === null ? first : last
  expect(layoutVariant(photo, bare).card).toBeNull()
  show(paint(bare), 'variant-bare')
})

test('long names and stores stay within the card', () => {
  const long = { name: '欧阳慕容上官司马诸葛西门'.repeat(4), store: '万象城旗舰店'.repeat(12), note: '顾问', code }
  const recipe = recipeOf('b')
  const { card: strip } = layoutVariant(photo, recipe)
  if (strip === null || recipe.card === null) throw new Error('expected a card')
  const canvas = paint(recipe, photo, long)
  show(canvas, 'variant-long')
  const codeLeft = Math.round(strip.w - strip.h * 0.94)
  const gap = pixels(canvas, codeLeft - 8, strip.y, 8, strip.h)
  const { ground } = CARD_PAINT[recipe.card.palette]
  const red = Number.parseInt(ground.slice(1, 3), 16)
  expect(Array.from(gap).filter((value, i) => i % 4 === 0 && value !== red)).toEqual([])
})

type Region = { x: number; y: number; w: number; h: number }

/** Reads the code as a phone would: from the compressed picture, near the code. */
async function decode(canvas: Canvas, { x, y, w, h }: Region) {
  const image = await loadImage(canvas.toBuffer('image/jpeg', 70))
  const read = createCanvas(w, h)
  read.getContext('2d').drawImage(image, x, y, w, h, 0, 0, w, h)
  return jsQR(new Uint8ClampedArray(pixels(read, 0, 0, w, h)), w, h, { inversionAttempts: 'dontInvert' })?.data
}

test("the card's code still scans after the picture was compressed", async () => {
  for (const repId of ['a', 'b', 'c', 'd']) {
    const recipe = recipeOf(repId)
    const { card: strip } = layoutVariant(photo, recipe)
    if (strip === null) throw new Error('expected a card')
    const region = { x: strip.w - strip.h, y: strip.y, w: strip.h, h: strip.h }
    expect(await decode(paint(recipe, photo, { ...card, code }), region)).toBe(LINK)
  }
})

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string) => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

test('text meets AA on every ground', () => {
  for (const { ground, ink, note } of Object.values(CARD_PAINT)) {
    for (const text of [ink, note]) expect(contrast(ground, text)).toBeGreaterThanOrEqual(4.5)
  }
})
