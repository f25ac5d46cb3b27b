// Does the cloud have a type for whatever stands in a name or a title? Every character is ink, and never an empty box.
import path from 'node:path'
import type { Fonts } from '../../cloudfunctions/render/fonts'
import { fontOf } from '../../shared/painter/canvas'
import { buildFonts, gb2312 } from '../../tools/fonts'

const HOME = path.resolve(__dirname, '../../dist/test/fonts')
let fonts: Fonts
let canvas: typeof import('@napi-rs/canvas')
beforeAll(async () => {
  // as in the cloud: what the machine has must not help out
  process.env.DISABLE_SYSTEM_FONTS_LOAD = '1'
  await buildFonts(HOME)
  canvas = await import('@napi-rs/canvas')
  const { fontsIn } = await import('../../cloudfunctions/render/fonts')
  fonts = fontsIn(HOME)
})

/** What is drawn, as text to compare. */
const inkOf = (text: string, weight: 400 | 600): string => {
  const ctx = canvas.createCanvas(240, 60).getContext('2d')
  ctx.font = fontOf(weight, 32)
  ctx.fillText(text, 4, 44)
  return Buffer.from(ctx.getImageData(0, 0, 240, 60).data).toString('base64')
}
/** The box a font draws for a character it does not have, and nothing at all. */
const NEVER_A_CHARACTER = '\u{2FFFE}'

/** One character after the other that no other has ink like: a box would be the same for all. */
const expectTypes = (text: string) => {
  const characters = [...new Intl.Segmenter('zh').segment(text)].map(({ segment }) => segment)
  for (const weight of [400, 600] as const) {
    const inks = characters.map((character) => inkOf(fonts.ready(character), weight))
    const empty = ['', NEVER_A_CHARACTER].map((none) => inkOf(none, weight))
    expect(characters.filter((_, i) => empty.includes(inks[i] ?? ''))).toEqual([])
    expect(new Set(inks).size).toBe(characters.length)
  }
}

test('the common set is GB2312: 6,763 Han, with punctuation and full-width letters', () => {
  const han = [...gb2312()].filter((character) => /[\u4e00-\u9fff]/.test(character))
  expect(han).toHaveLength(6_763)
  for (const character of '，。、；：？！“”‘’（）《》【】…—～￥℃１Ａａ') expect(gb2312()).toContain(character)
})

describe('every character is a type of its own, in both weights', () => {
  test.each([
    ['common names', '林小满王琳赵敏东街店'],
    ['punctuation and prices', 'Ab9，。！？《》…￥268%'],
    ['rare names', '㛃镕喆玥堃燚赟犇'],
    ['traditional', '東門張記鋪麵龍雲'],
    ['emoji', '🌿☕️❤️🎁✨😀'],
    ['emoji of several parts', '👩‍👧👍🏽🇨🇳1️⃣'],
  ])('%s: %s', (_, text) => expectTypes(text))
})

test('emoji have colour', () => {
  const pixels = Buffer.from(inkOf(fonts.ready('❤️'), 400), 'base64')
  const isRed = (at: number) => (pixels[at] ?? 0) > 180 && (pixels[at + 1] ?? 255) < 90 && pixels[at + 3] === 255
  expect(Array.from({ length: pixels.length / 4 }, (_, i) => isRed(4 * i)).filter(Boolean).length).toBeGreaterThan(50)
})

test('what no font has becomes the typesetters’ mark; invisible signs vanish; all else stays', () => {
  expect(fonts.ready('𠮷祥\u{E0101}𪚥店')).toBe('〓祥〓店')
  expect(fonts.ready('林小满 👩‍👧\n东街店')).toBe('林小满 👩‍👧\n东街店')
  expectTypes('〓')
})
