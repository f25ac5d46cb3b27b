// Are the painted pictures a fair sample, and does working on several at once keep their order?
import { inParallel } from '../../bench/images/in-parallel'
import type { ImageDeal } from '../../bench/images/model'
import { spread } from '../../bench/images/spread'

const deal = (reps: number): ImageDeal => ({
  name: 'p',
  place: 'alone',
  index: 0,
  image: {
    name: 'p',
    kind: 'photo',
    jpeg: Buffer.alloc(0),
    width: 1,
    height: 1,
    model: { width: 1, height: 1, grey: Uint8Array.of(0) },
  },
  sets: Array.from({ length: reps }, (_, n) => ({
    repId: `r${n}`,
    attempt: 0,
    choices: [0],
    prints: [[n, 0]] as const,
    recipes: [
      {
        crop: { x: 0, y: 0, w: 1_000, h: 1_000 },
        tone: null,
        frame: { style: 'line', width: 10, color: 'white', accent: 'ink' },
        card: null,
      },
    ],
    order: [0],
  })),
})

test('the sample spreads over early and late reps alike, each at most once', () => {
  const picked = spread(deal(5_000), 300)
  expect(picked).toHaveLength(300)
  expect(new Set(picked.map(({ n }) => n)).size).toBe(300)
  expect(picked.filter(({ n }) => n < 2_500)).toHaveLength(150)
  expect(picked.every(({ n, print }) => print[0] === n)).toBe(true)
})

test('fewer reps than asked for are all taken', () => {
  expect(spread(deal(7), 300).map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5, 6])
})

test('results come in the order of the items, whatever finishes first', async () => {
  const waits = [30, 1, 20, 2, 10]
  const done = await inParallel(waits, async (ms, at) => {
    await new Promise((resolve) => setTimeout(resolve, ms))
    return at
  })
  expect(done).toEqual([0, 1, 2, 3, 4])
})

test('one that fails fails them all', async () => {
  await expect(inParallel([1, 2], async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
})
