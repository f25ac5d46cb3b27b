// Does a photo fill its box without losing what HQ marked, and is it shown whole only when it must be?
import fc from 'fast-check'
import type { Rect } from '../../shared/domain/recipe'
import type { Box } from '../../shared/painter/canvas'
import type { PosterPhoto } from '../../shared/painter/poster-model'
import { type Placement, placePhoto } from '../../shared/painter/poster-place'

const photoOf = (width: number, height: number, keepOut: Rect[] = [], focus: Rect | null = null): PosterPhoto => ({
  picture: { width, height },
  keepOut,
  focus,
})
const box: Box = { x: 0, y: 0, w: 300, h: 400 }
const foot: Box = { x: 0, y: 300, w: 300, h: 100 }

test.each<[string, PosterPhoto, Box[], Placement]>([
  [
    'same shape: all of it',
    photoOf(600, 800),
    [],
    { source: { x: 0, y: 0, w: 600, h: 800 }, target: box, whole: false },
  ],
  [
    'wide: the middle',
    photoOf(1_200, 800),
    [],
    { source: { x: 300, y: 0, w: 600, h: 800 }, target: box, whole: false },
  ],
  [
    'wide: what is in focus',
    photoOf(1_200, 800, [], { x: 700, y: 400, w: 200, h: 200 }),
    [],
    {
      source: { x: 600, y: 0, w: 600, h: 800 },
      target: box,
      whole: false,
    },
  ],
  [
    'tall: the middle goes above what is covered',
    photoOf(300, 800),
    [foot],
    {
      source: { x: 0, y: 250, w: 300, h: 400 },
      target: box,
      whole: false,
    },
  ],
  [
    'a price at the left edge stays',
    photoOf(1_200, 800, [{ x: 0, y: 0, w: 100, h: 100 }]),
    [],
    {
      source: { x: 0, y: 0, w: 600, h: 800 },
      target: box,
      whole: false,
    },
  ],
  [
    'prices at both edges: whole',
    photoOf(1_200, 800, [
      { x: 0, y: 0, w: 100, h: 100 },
      { x: 900, y: 0, w: 100, h: 100 },
    ]),
    [],
    {
      source: { x: 0, y: 0, w: 1_200, h: 800 },
      target: { x: 0, y: 100, w: 300, h: 200 },
      whole: true,
    },
  ],
  [
    'a price along the foot: whole, above what is covered',
    photoOf(600, 800, [{ x: 0, y: 800, w: 1_000, h: 200 }]),
    [foot],
    {
      source: { x: 0, y: 0, w: 600, h: 800 },
      target: { x: 37.5, y: 0, w: 225, h: 300 },
      whole: true,
    },
  ],
])('%s', (_, photo, covered, placement) => {
  expect(placePhoto(box, photo, covered)).toEqual(placement)
})

test('enlarges a little when that clears a mark', () => {
  const low = photoOf(600, 800, [{ x: 350, y: 700, w: 200, h: 60 }])
  const { source, whole } = placePhoto(box, low, [foot])
  expect(whole).toBe(false)
  expect(source.w).toBeLessThan(600)
  expect(source.w).toBeGreaterThan(600 / 1.41)
})

const thousandths = (most: number) => fc.integer({ min: 0, max: most })
const rect = fc
  .record({
    x: thousandths(950),
    y: thousandths(950),
    w: fc.integer({ min: 10, max: 700 }),
    h: fc.integer({ min: 10, max: 700 }),
  })
  .map(({ x, y, w, h }) => ({ x, y, w: Math.min(w, 1_000 - x), h: Math.min(h, 1_000 - y) }))
const shape = fc
  .record({
    short: fc.integer({ min: 120, max: 1_600 }),
    ratio: fc.double({ min: 1, max: 3, noNaN: true }),
    tall: fc.boolean(),
  })
  .map(({ short, ratio, tall }) =>
    tall ? { width: short, height: Math.round(short * ratio) } : { width: Math.round(short * ratio), height: short },
  )
const stage = fc.record({
  x: fc.integer({ min: 0, max: 80 }),
  y: fc.integer({ min: 0, max: 400 }),
  w: fc.integer({ min: 500, max: 1_000 }),
  h: fc.integer({ min: 500, max: 1_200 }),
})
const panels = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 40 }),
    y: fc.integer({ min: 0, max: 60 }),
    w: fc.integer({ min: 20, max: 60 }),
    h: fc.integer({ min: 10, max: 40 }),
  }),
  { maxLength: 1 },
)
const scene = fc
  .record({
    size: shape,
    at: stage,
    percents: panels,
    keepOut: fc.array(rect, { maxLength: 3 }),
    focus: fc.option(rect),
  })
  .map(({ size, at, percents, keepOut, focus }) => ({
    at,
    photo: photoOf(size.width, size.height, keepOut, focus),
    covered: percents.map((p) => ({
      x: at.x + (at.w * p.x) / 100,
      y: at.y + (at.h * p.y) / 100,
      w: (at.w * p.w) / 100,
      h: (at.h * p.h) / 100,
    })),
  }))

/** With a little room for rounding, so that neither the rule nor its proof quarrels over a thousandth of a pixel. */
const within = (inner: Box, outer: Box, room: number) =>
  inner.x >= outer.x - room &&
  inner.y >= outer.y - room &&
  inner.x + inner.w <= outer.x + outer.w + room &&
  inner.y + inner.h <= outer.y + outer.h + room
const meets = (a: Box, b: Box, room: number) =>
  a.x + a.w > b.x + room && b.x + b.w > a.x + room && a.y + a.h > b.y + room && b.y + b.h > a.y + room

const marksOf = ({ keepOut, focus }: PosterPhoto) => (focus === null ? keepOut : [...keepOut, focus])
const standing = (mark: Rect, { picture }: PosterPhoto, scale: number, x: number, y: number): Box => ({
  x: x + (mark.x * picture.width * scale) / 1_000,
  y: y + (mark.y * picture.height * scale) / 1_000,
  w: (mark.w * picture.width * scale) / 1_000,
  h: (mark.h * picture.height * scale) / 1_000,
})

test('what fills the box keeps its shape, and every mark in view and bare', () => {
  fc.assert(
    fc.property(scene, ({ at, photo, covered }) => {
      const { source, target, whole } = placePhoto(at, photo, covered)
      const { width, height } = photo.picture
      expect(within(source, { x: 0, y: 0, w: width, h: height }, 0.01)).toBe(true)
      expect(Math.abs(source.w / source.h / (target.w / target.h) - 1)).toBeLessThan(0.001)
      if (whole) return
      expect(target).toEqual(at)
      const scale = target.w / source.w
      for (const mark of marksOf(photo)) {
        const stands = standing(mark, photo, scale, target.x - source.x * scale, target.y - source.y * scale)
        expect(within(stands, at, 0.05)).toBe(true)
        expect(covered.some((panel) => meets(stands, panel, 0.05))).toBe(false)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('what is shown whole lies within the box, on nothing that is covered', () => {
  fc.assert(
    fc.property(scene, ({ at, photo, covered }) => {
      const { source, target, whole } = placePhoto(at, photo, covered)
      if (!whole) return
      expect(source).toEqual({ x: 0, y: 0, w: photo.picture.width, h: photo.picture.height })
      expect(within(target, at, 0.05)).toBe(true)
      expect(covered.some((panel) => meets(target, panel, 0.05))).toBe(false)
    }),
    { numRuns: 2_000 },
  )
})

const GRID = 24

/** Tries places one after another, as far as a little enlarging goes. */
function hasPlace(at: Box, photo: PosterPhoto, covered: readonly Box[]): boolean {
  const { width, height } = photo.picture
  const least = Math.max(at.w / width, at.h / height)
  return [1, 1.2, 1.4].some((zoom) => {
    const scale = least * zoom
    for (let i = 0; i <= GRID; i += 1) {
      for (let j = 0; j <= GRID; j += 1) {
        const x = at.x - ((width * scale - at.w) * i) / GRID
        const y = at.y - ((height * scale - at.h) * j) / GRID
        const stand = marksOf(photo).map((mark) => standing(mark, photo, scale, x, y))
        if (stand.every((s) => within(s, at, 0) && !covered.some((panel) => meets(s, panel, 0)))) return true
      }
    }
    return false
  })
}

test('a photo is shown whole only when no place would do', () => {
  fc.assert(
    fc.property(scene, ({ at, photo, covered }) => {
      if (placePhoto(at, photo, covered).whole) expect(hasPlace(at, photo, covered)).toBe(false)
    }),
    { numRuns: 600 },
  )
})

test('an unmarked photo always fills the box', () => {
  fc.assert(
    fc.property(shape, stage, ({ width, height }, at) => {
      expect(placePhoto(at, photoOf(width, height), []).whole).toBe(false)
    }),
  )
})
