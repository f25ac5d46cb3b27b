// Are painted pictures true to the photo, different between reps, readable, and right at any shape?
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import fc from 'fast-check'
import { CARD_PAINT, FRAME_PAINT } from '../../shared/domain/picture-colors'
import { type Box, layoutPicture, PICTURE_MAX_EDGE, type Size } from '../../shared/domain/picture-layout'
import { dealRecipe, FRAME_STYLES, type Recipe, seedOf } from '../../shared/domain/recipe'
import type { Ctx2D } from '../../shared/painter/canvas'
import { paintVariant, type RepCard, variantSize } from '../../shared/painter/paint-variant'

/** Compiles only while browsers and @napi-rs/canvas satisfy what the painter asks for. */
const contextFits = (ctx: CanvasRenderingContext2D | SKRSContext2D): Ctx2D => ctx

const fonts = join(__dirname, '../../node_modules/@expo-google-fonts/noto-sans-sc')

beforeAll(() => {
  for (const weight of ['400Regular', '600SemiBold'])
    GlobalFonts.registerFromPath(join(fonts, weight, `NotoSansSC_${weight}.ttf`), 'Noto Sans SC')
})

/** A bottle on a table by a window, near enough. */
const photoOf = (width: number, height: number): Canvas => {
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
  return canvas
}

const photo = photoOf(800, 600)
const card: RepCard = { name: '林小满', store: '澜肌万象城店' }

const recipeOf = (repId: string): Recipe => {
  const seed = seedOf({ postId: 'p', version: 1, repId, attempt: 0 })
  return dealRecipe({ seed, images: [{ kind: 'photo' }] }, 0, 0)
}

const paint = (recipe: Recipe, image: Canvas = photo, of: RepCard = card): Canvas => {
  const { width, height } = variantSize(image, recipe)
  const canvas = createCanvas(width, height)
  paintVariant(contextFits(canvas.getContext('2d')), recipe, image, of)
  return canvas
}
const sha = (canvas: Canvas) => createHash('sha256').update(canvas.toBuffer('image/png')).digest('hex')
const pixels = (canvas: Canvas, { x, y, w, h }: Box) => canvas.getContext('2d').getImageData(x, y, w, h).data

/** Set RIPPLE_PICTURES to a folder to look at what was painted. */
const show = (canvas: Canvas, name: string): void => {
  const folder = process.env.RIPPLE_PICTURES
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.png`), canvas.toBuffer('image/png'))
}

test('two reps get different pictures; the same rep gets the same', () => {
  const painted = ['a', 'b', 'c', 'd', 'e', 'f'].map((repId) => paint(recipeOf(repId)))
  painted.forEach((canvas, i) => {
    show(canvas, `variant-${i}`)
  })
  expect(new Set(painted.map(sha)).size).toBe(6)
  expect(sha(paint(recipeOf('a')))).toBe(sha(paint(recipeOf('a'))))
})

test('the photo stays itself: pixels are read one by one and move by less than the tone allows', () => {
  for (const repId of ['a', 'b', 'c', 'd', 'e']) {
    const recipe = recipeOf(repId)
    const { source, photo: area } = layoutPicture(photo, recipe)
    expect([area.w, area.h]).toEqual([source.w, source.h])
    const painted = pixels(paint(recipe), area)
    const plain = pixels(photo, source)
    const everyFew = Array.from({ length: 20_000 }, (_, i) => (i * 97) % painted.length)
    const off = everyFew.map((i) => Math.abs((painted[i] ?? 0) - (plain[i] ?? 0)))
    expect(off.reduce((sum, value) => sum + value, 0) / off.length).toBeLessThan(7)
    expect(Math.max(...off)).toBeLessThanOrEqual(21) // 8 % of 255: shade and light together
  }
})

test('without tone and crop every pixel of the photo is the same', () => {
  const recipe = { ...recipeOf('a'), tone: null, crop: { x: 0, y: 0, w: 1_000, h: 1_000 } }
  const { source, photo: area } = layoutPicture(photo, recipe)
  expect(pixels(paint(recipe), area)).toEqual(pixels(photo, source))
})

const side = fc.integer({ min: 200, max: 1_440 })
/** Any shape from 1 : 3 to 3 : 1. */
const size: fc.Arbitrary<Size> = fc
  .tuple(side, fc.double({ min: 1 / 3, max: 3, noNaN: true }))
  .map(([width, ratio]) => ({ width, height: Math.min(1_440, Math.max(67, Math.round(width / ratio))) }))
const meets = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

test('at any shape card, frame and photo share the picture without touching, and nothing is enlarged', () => {
  fc.assert(
    fc.property(size, fc.string(), (image, repId) => {
      const recipe = recipeOf(repId)
      const { photo: area, card: strip, accents, source, width, height } = layoutPicture(image, recipe)
      if (strip === null) throw new Error('expected a card')
      expect(meets(strip, area)).toBe(false)
      for (const band of accents) expect(meets(band, area) || meets(band, strip)).toBe(false)
      expect(area.x).toBeGreaterThanOrEqual(1)
      expect(area.x + area.w).toBeLessThan(width)
      expect(strip.y + strip.h).toBeLessThanOrEqual(height)
      expect([area.w, area.h]).toEqual([source.w, source.h])
      expect(Math.max(width, height)).toBeLessThanOrEqual(PICTURE_MAX_EDGE)
    }),
  )
})

test('the squares of the photo fall together with those of the picture, so that encoding again adds little', () => {
  fc.assert(
    fc.property(size, fc.string(), (image, repId) => {
      const { photo: area, source } = layoutPicture(image, recipeOf(repId))
      expect([(area.x - source.x) % 16, (area.y - source.y) % 16].map(Math.abs)).toEqual([0, 0])
    }),
  )
})

test('a picture too large for a phone is made smaller, whole', () => {
  const { photo: area, source, width, height } = layoutPicture({ width: 4_000, height: 3_000 }, recipeOf('a'))
  expect(Math.max(width, height)).toBeLessThanOrEqual(PICTURE_MAX_EDGE + 6) // each part is rounded by itself
  expect(area.w / area.h).toBeCloseTo(source.w / source.h, 2)
})

test.each(FRAME_STYLES)('the frame style %s is there all around, in its colours', (style) => {
  const recipe: Recipe = { ...recipeOf('a'), card: null }
  recipe.frame = { style, width: 24, color: 'white', accent: 'pine' }
  const canvas = paint(recipe)
  show(canvas, `frame-${style}`)
  const { photo: area, width, height, accents } = layoutPicture(photo, recipe)
  const at = (x: number, y: number) => Array.from(pixels(canvas, { x, y, w: 1, h: 1 }).slice(0, 3))
  const middle = { x: area.x + Math.floor(area.w / 2), y: area.y + Math.floor(area.h / 2) }
  const seen = [at(1, middle.y), at(width - 2, middle.y), at(middle.x, 1), at(middle.x, height - 2)].map(String)
  const isAccent = ({ x, y }: { x: number; y: number }) => accents.some((band) => meets(band, { x, y, w: 1, h: 1 }))
  const places = [
    { x: 1, y: middle.y },
    { x: width - 2, y: middle.y },
    { x: middle.x, y: 1 },
    { x: middle.x, y: height - 2 },
  ]
  expect(seen).toEqual(places.map((place) => (isAccent(place) ? '31,74,59' : '255,255,255')))
})

const names = [
  '欧阳慕容上官司马诸葛西门'.repeat(4),
  'Bartholomew Featherstonehaugh-Cholmondeley III',
  '王㛃𠮷',
  '👩‍👩‍👧‍👦小满妈妈🌸',
]

test.each(names)('the name %s stays within the card', (name) => {
  const recipe = recipeOf('b')
  for (const image of [photo, photoOf(480, 1_440), photoOf(1_440, 480)]) {
    const { card: strip } = layoutPicture(image, recipe)
    if (strip === null || recipe.card === null) throw new Error('expected a card')
    const canvas = paint(recipe, image, { name, store: '万象城旗舰店'.repeat(12), avatar: photoOf(256, 256) })
    show(canvas, `variant-long-${image.width}-${names.indexOf(name)}`)
    const margin = Math.round(strip.h * 0.2)
    const edge = pixels(canvas, { x: strip.w - margin, y: strip.y, w: margin, h: strip.h })
    const ground = Number.parseInt(CARD_PAINT[recipe.card.palette].ground.slice(1, 3), 16)
    expect(Array.from(edge).filter((value, i) => i % 4 === 0 && value !== ground)).toEqual([])
  }
})

test('her picture stands round on the card', () => {
  const recipe = recipeOf('c')
  const { card: strip } = layoutPicture(photo, recipe)
  if (strip === null || recipe.card === null) throw new Error('expected a card')
  const red = createCanvas(64, 64)
  const ctx = red.getContext('2d')
  ctx.fillStyle = '#FF0000'
  ctx.fillRect(0, 0, 64, 64)
  const canvas = paint(recipe, photo, { ...card, avatar: red })
  const isRed = (x: number, y: number) =>
    pixels(canvas, { x, y, w: 1, h: 1 })[0] === 255 && pixels(canvas, { x, y, w: 1, h: 1 })[1] === 0
  const [left, diameter] = [Math.round(strip.h * 0.22), Math.round(strip.h * 0.64)]
  const top = strip.y + Math.round((strip.h - diameter) / 2)
  expect(isRed(left + diameter / 2, top + diameter / 2)).toBe(true)
  expect(isRed(left + 2, top + 2)).toBe(false)
})

const luminance = (hex: string): number => {
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

test('text meets AA on every card', () => {
  for (const { ground, ink, note } of Object.values(CARD_PAINT))
    for (const text of [ink, note]) expect(contrast(ground, text)).toBeGreaterThanOrEqual(4.5)
})

test('hairlines are seen on every frame', () => {
  for (const { fill, hairline } of Object.values(FRAME_PAINT)) expect(contrast(fill, hairline)).toBeGreaterThan(1.3)
})
