// Do two reps get pictures that differ visibly yet tastefully, and the same ones every time?
import {
  CARD_PALETTES,
  dealRecipe,
  dealRecipes,
  FRAME_COLORS,
  FRAME_STYLES,
  type Recipe,
  type SetKey,
} from '../../shared/domain/recipe'

const keyOf = (repId: string, attempt = 0): SetKey => ({ postId: 'p', version: 1, repId, attempt })
const nine = Array.from({ length: 9 }, () => ({ kind: 'photo' }) as const)
const reps = Array.from({ length: 1_000 }, (_, i) => `rep-${i}`)
const recipes = reps.map((repId) => dealRecipe({ ...keyOf(repId), imageIndex: 0 }, 'photo'))

test('the same key deals the same recipe; rep, image, version and attempt each change it', () => {
  const key = { postId: 'p', version: 1, repId: 'a', imageIndex: 0 }
  expect(dealRecipe(key, 'photo')).toEqual(dealRecipe({ ...key, attempt: 0 }, 'photo'))
  for (const other of [{ repId: 'b' }, { imageIndex: 1 }, { version: 2 }, { attempt: 1 }, { postId: 'q' }]) {
    expect(dealRecipe({ ...key, ...other }, 'photo')).not.toEqual(dealRecipe(key, 'photo'))
  }
})

test('1,000 reps get 1,000 recipes of at most 220 bytes', () => {
  const stored = recipes.map((recipe) => JSON.stringify(recipe))
  expect(new Set(stored).size).toBe(1_000)
  expect(Math.max(...stored.map((json) => json.length))).toBeLessThanOrEqual(220)
})

test('every measure stays within taste', () => {
  const strays = recipes.filter(({ crop, tone, frame, card }) => {
    const cut = 1_000 - crop.w
    const cropFits = crop.w === crop.h && cut >= 10 && cut <= 40 && crop.x <= cut && crop.y <= cut
    const toneFits = tone !== null && Math.abs(tone.brightness) <= 2 && Math.abs(tone.warmth) <= 2
    const frameFits = frame.width >= 12 && frame.width <= 28
    return !(cropFits && toneFits && frameFits && card !== null && card.height >= 128 && card.height <= 152)
  })
  expect(strays).toEqual([])
})

test('warm frames and cool cards never meet', () => {
  const isWarm = (color: string) => ['ivory', 'sand', 'blush', 'clay'].includes(color)
  const isCool = (palette?: string) => ['jade', 'pine', 'sky'].includes(palette ?? '')
  expect(recipes.filter(({ frame, card }) => isWarm(frame.color) && isCool(card?.palette))).toEqual([])
  expect(recipes.filter(({ frame, card }) => !isWarm(frame.color) && card?.palette === 'sand')).toEqual([])
})

test('every style, colour and palette is dealt', () => {
  expect(new Set(recipes.map(({ frame }) => frame.style)).size).toBe(FRAME_STYLES.length)
  expect(new Set(recipes.map(({ frame }) => frame.color)).size).toBe(FRAME_COLORS.length)
  expect(new Set(recipes.map(({ card }) => card?.palette)).size).toBe(CARD_PALETTES.length)
})

test('posters are neither cropped nor tinted', () => {
  const { crop, tone } = dealRecipe({ ...keyOf('a'), imageIndex: 0 }, 'poster')
  expect(crop).toEqual({ x: 0, y: 0, w: 1_000, h: 1_000 })
  expect(tone).toBeNull()
})

test('a set wears one frame and exactly one card, first or last', () => {
  const carriers = new Set<number>()
  for (const repId of reps.slice(0, 50)) {
    const set: Recipe[] = dealRecipes(keyOf(repId), nine)
    const carried = set.flatMap(({ card }, i) => (card === null ? [] : [i]))
    expect(carried).toHaveLength(1)
    carriers.add(carried[0] ?? -1)
    expect(new Set(set.map(({ frame }) => JSON.stringify(frame))).size).toBe(1)
    expect(new Set(set.map(({ crop }) => JSON.stringify(crop))).size).toBeGreaterThan(5)
  }
  expect(carriers).toEqual(new Set([0, 8]))
})

test('one image carries the card itself; no image, no recipe', () => {
  expect(dealRecipes(keyOf('a'), [{ kind: 'photo' }])[0]?.card).not.toBeNull()
  expect(dealRecipes(keyOf('a'), [])).toEqual([])
})
