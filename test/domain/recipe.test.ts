// Do two reps get pictures that differ visibly yet tastefully, and the same ones every time?
import fc from 'fast-check'
import {
  CARD_PALETTES,
  type Cropped,
  dealOrder,
  dealRecipe,
  FRAME_COLORS,
  FRAME_STYLES,
  type Recipe,
  type Rect,
  readRecipe,
  type SetKey,
  seedOf,
  writeRecipe,
} from '../../shared/domain/recipe'

const keyOf = (repId: string, attempt = 0): SetKey => ({ postId: 'p', version: 1, repId, attempt })
const photo: Cropped = { kind: 'photo' }
const poster: Cropped = { kind: 'poster' }
const nine = Array.from({ length: 9 }, () => photo)
const reps = Array.from({ length: 1_000 }, (_, i) => `rep-${i}`)

const deal = (key: SetKey, images: readonly Cropped[] = [photo], index = 0, choice = 0): Recipe =>
  dealRecipe({ seed: seedOf(key), images }, index, choice)
const recipes = reps.map((repId) => deal(keyOf(repId)))
const cardsOf = (key: SetKey, images: readonly Cropped[]): number[] =>
  images.flatMap((_, index) => (deal(key, images, index).card === null ? [] : [index]))

test('the same key deals the same recipe; rep, version, attempt, post, image and draw each change it', () => {
  const key = keyOf('a')
  expect(deal(key)).toEqual(deal({ ...key }))
  for (const other of [{ repId: 'b' }, { version: 2 }, { attempt: 1 }, { postId: 'q' }])
    expect(deal({ ...key, ...other })).not.toEqual(deal(key))
  expect(deal(key, nine, 1)).not.toEqual(deal(key, nine, 2))
  expect(deal(key, nine, 1, 1)).not.toEqual(deal(key, nine, 1, 0))
})

test('1,000 reps get 1,000 recipes of at most 80 bytes, and each is read as it was written', () => {
  const stored = recipes.map(writeRecipe)
  expect(new Set(stored).size).toBe(1_000)
  expect(Math.max(...stored.map((text) => text.length))).toBeLessThanOrEqual(80)
  expect(stored.map(readRecipe)).toEqual(recipes)
  const plain = deal(keyOf('a'), [photo, poster], 0)
  expect(plain.card).toBeNull()
  expect(readRecipe(writeRecipe(plain))).toEqual(plain)
})

test.each([
  ['nothing', ''],
  ['a number too few', '0,0,1000;;line,12,white,ink;'],
  ['a word for a number', '0,0,x,1000;;line,12,white,ink;'],
  ['a colour that is none', '0,0,1000,1000;;line,12,gold,ink;'],
  ['a style that is none', '0,0,1000,1000;;neon,12,white,ink;'],
])('%s is no recipe', (_, text) => {
  expect(() => readRecipe(text)).toThrow('A recipe')
})

test('every measure stays within taste', () => {
  const strays = recipes.filter(({ crop, tone, frame, card }) => {
    const cropFits = crop.x <= 60 && crop.y <= 60 && crop.x + crop.w >= 940 && crop.y + crop.h >= 940
    const toneFits = tone !== null && tone.shade <= 2 && tone.light >= 1 && tone.light <= 6
    const frameFits = frame.width >= 10 && frame.width <= 42 && frame.color !== frame.accent
    return !(cropFits && toneFits && frameFits && card !== null && card.height >= 96 && card.height <= 160)
  })
  expect(strays).toEqual([])
})

const WARM = ['ivory', 'sand', 'blush', 'clay']
const COOL = ['mist', 'jade', 'sky', 'pine']

test('warm and cool never meet: not in a frame and its accent, not in a frame and its card', () => {
  const clashes = recipes.filter(({ frame: { color, accent }, card }) => {
    const worn = [color, accent]
    const inFrame = worn.some((each) => WARM.includes(each)) && worn.some((each) => COOL.includes(each))
    const warmOnCool = !WARM.includes(color) && card?.palette === 'sand'
    return inFrame || warmOnCool || (WARM.includes(color) && ['jade', 'pine', 'sky'].includes(card?.palette ?? ''))
  })
  expect(clashes).toEqual([])
})

test('every style, colour, accent and palette is dealt', () => {
  expect(new Set(recipes.map(({ frame }) => frame.style)).size).toBe(FRAME_STYLES.length)
  expect(new Set(recipes.map(({ frame }) => frame.color)).size).toBe(FRAME_COLORS.length)
  expect(new Set(recipes.map(({ frame }) => frame.accent)).size).toBe(FRAME_COLORS.length - 1) // no bands of clay
  expect(new Set(recipes.map(({ card }) => card?.palette)).size).toBe(CARD_PALETTES.length)
})

test('posters are neither cropped nor tinted', () => {
  const { crop, tone } = deal(keyOf('a'), [poster])
  expect(crop).toEqual({ x: 0, y: 0, w: 1_000, h: 1_000 })
  expect(tone).toBeNull()
})

const rect = fc
  .tuple(fc.nat(900), fc.nat(900), fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 1, max: 1_000 }))
  .map(([x, y, w, h]): Rect => ({ x, y, w: Math.min(w, 1_000 - x), h: Math.min(h, 1_000 - y) }))

test('no crop cuts into what a picture is about or what must stay whole', () => {
  const within = (inner: Rect, outer: Rect) =>
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  const marked = fc.record({ focus: fc.option(rect), keepOut: fc.array(rect, { maxLength: 8 }) })
  fc.assert(
    fc.property(marked, fc.string(), (marks, repId) => {
      const { crop } = deal(keyOf(repId), [{ ...photo, ...marks }])
      for (const kept of [...marks.keepOut, ...(marks.focus ? [marks.focus] : [])])
        expect(within(kept, crop)).toBe(true)
    }),
  )
})

test('a set wears one pair of colours and one card, first or last, and no two of its crops are alike', () => {
  const carriers = new Set<number>()
  for (const repId of reps.slice(0, 50)) {
    const set = nine.map((_, index) => deal(keyOf(repId), nine, index))
    const carried = cardsOf(keyOf(repId), nine)
    expect(carried).toHaveLength(1)
    carriers.add(carried[0] ?? -1)
    expect(new Set(set.map(({ frame }) => `${frame.color} ${frame.accent}`)).size).toBe(1)
    expect(new Set(set.map(({ crop }) => JSON.stringify(crop))).size).toBeGreaterThan(7)
  }
  expect(carriers).toEqual(new Set([0, 8]))
})

test.each<[string, Cropped[], number[]]>([
  ['one photo carries the card itself', [photo], [0]],
  ['posters carry it instead of photos', [photo, poster, photo, poster], [1, 3]],
  ['one poster does', [poster], [0]],
])('%s', (_, images, carriers) => {
  expect(cardsOf(keyOf('a'), images)).toEqual(carriers)
})

test('an order keeps the first image first, every image once, and differs between reps', () => {
  const orders = reps.map((repId) => dealOrder(seedOf(keyOf(repId)), 9))
  for (const order of orders.slice(0, 100)) {
    expect(order[0]).toBe(0)
    expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  }
  expect(new Set(orders.map(String)).size).toBeGreaterThan(970)
  for (const place of [1, 4, 8]) expect(new Set(orders.map((order) => order[place])).size).toBe(8)
  expect([0, 1, 2].map((count) => dealOrder(seedOf(keyOf('a')), count))).toEqual([[], [0], [0, 1]])
})
