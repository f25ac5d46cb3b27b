// Where does a photo stand in its box, so that what HQ marked is neither cut off nor covered?
import type { Rect } from '../domain/recipe'
import type { Box } from './canvas'
import type { PosterPhoto } from './poster-model'

/** `target` is where the read part of the photo (`source`, in its own pixels) goes. */
export type Placement = { source: Box; target: Box; whole: boolean }

type Point = { x: number; y: number }
type Size = { width: number; height: number }

/** How much larger than needed a photo may stand, if only so its marks clear the text. */
const ZOOMS = [1, 1.1, 1.2, 1.3, 1.4]
const SLACK = 0.01

const inside = (inner: Box, outer: Box) =>
  inner.x >= outer.x - SLACK &&
  inner.y >= outer.y - SLACK &&
  inner.x + inner.w <= outer.x + outer.w + SLACK &&
  inner.y + inner.h <= outer.y + outer.h + SLACK

const overlap = (a: Box, b: Box) =>
  a.x + a.w > b.x + SLACK && b.x + b.w > a.x + SLACK && a.y + a.h > b.y + SLACK && b.y + b.h > a.y + SLACK

/** The four strips of the box that nothing covers. */
function freeStrips(box: Box, covered: readonly Box[]): Box[] {
  if (covered.length === 0) return [box]
  const right = box.x + box.w
  const bottom = box.y + box.h
  const clampX = (x: number) => Math.min(right, Math.max(box.x, x))
  const clampY = (y: number) => Math.min(bottom, Math.max(box.y, y))
  const left = clampX(Math.min(...covered.map((c) => c.x)))
  const top = clampY(Math.min(...covered.map((c) => c.y)))
  const end = clampX(Math.max(...covered.map((c) => c.x + c.w)))
  const foot = clampY(Math.max(...covered.map((c) => c.y + c.h)))
  return [
    { ...box, h: top - box.y },
    { ...box, y: foot, h: bottom - foot },
    { ...box, w: left - box.x },
    { ...box, x: end, w: right - end },
  ]
}

const largest = (boxes: readonly Box[], worth: (box: Box) => number) =>
  boxes.reduce((best, box) => (worth(box) > worth(best) ? box : best))

/** A mark on the photo as it would stand on the poster. */
const standing = (mark: Rect, size: Size, scale: number, at: Point): Box => ({
  x: at.x + (mark.x / 1_000) * size.width * scale,
  y: at.y + (mark.y / 1_000) * size.height * scale,
  w: (mark.w / 1_000) * size.width * scale,
  h: (mark.h / 1_000) * size.height * scale,
})

/** What of the mark lies on the photo. */
const onPhoto = ({ x, y, w, h }: Rect): Rect => {
  const left = Math.min(1_000, Math.max(0, x))
  const top = Math.min(1_000, Math.max(0, y))
  return {
    x: left,
    y: top,
    w: Math.max(0, Math.min(1_000, x + w) - left),
    h: Math.max(0, Math.min(1_000, y + h) - top),
  }
}

type Try = { box: Box; covered: readonly Box[]; size: Size; scale: number; marks: readonly Rect[] }

/**
 * Along one axis, every place worth trying: the wished one, the ends, and where a mark just clears an edge. The allowed
 * places are a rectangle less open rectangles, so if there are any, one of them has such coordinates.
 */
function stops({ box, covered, size, scale, marks }: Try, wish: Point, axis: 'x' | 'y'): number[] {
  const [from, length] = axis === 'x' ? [box.x, box.w] : [box.y, box.h]
  const extent = (axis === 'x' ? size.width : size.height) * scale
  const spots = [wish[axis], from, from + length - extent]
  const origin = { x: 0, y: 0 }
  for (const mark of marks.map((m) => standing(m, size, scale, origin))) {
    const [at, long] = axis === 'x' ? [mark.x, mark.w] : [mark.y, mark.h]
    for (const edge of [box, ...covered]) {
      const [start, wide] = axis === 'x' ? [edge.x, edge.w] : [edge.y, edge.h]
      spots.push(start - at, start + wide - at, start - at - long, start + wide - at - long)
    }
  }
  const lowest = from + length - extent
  return spots.filter((spot) => spot >= lowest - SLACK && spot <= from + SLACK)
}

/** The allowed place nearest to the wished one, or null. */
function nearestPlace(attempt: Try, wish: Point): Point | null {
  const { box, covered, size, scale, marks } = attempt
  let best: Point | null = null
  let least = Number.POSITIVE_INFINITY
  const ys = stops(attempt, wish, 'y')
  for (const x of stops(attempt, wish, 'x')) {
    for (const y of ys) {
      const off = Math.abs(x - wish.x) + Math.abs(y - wish.y)
      if (off >= least) continue
      const stand = marks.map((mark) => standing(mark, size, scale, { x, y }))
      if (!stand.every((mark) => inside(mark, box) && !covered.some((panel) => overlap(mark, panel)))) continue
      best = { x, y }
      least = off
    }
  }
  return best
}

/** Puts the middle of what matters into the middle of what stays free, as far as the photo still fills the box. */
function wishedPlace({ box, covered, size, scale }: Try, focus: Rect | null): Point {
  const free = largest(freeStrips(box, covered), (strip) => strip.w * strip.h)
  const middle = focus ?? { x: 0, y: 0, w: 1_000, h: 1_000 }
  const at = standing(middle, size, scale, { x: 0, y: 0 })
  const x = free.x + free.w / 2 - at.x - at.w / 2
  const y = free.y + free.h / 2 - at.y - at.h / 2
  return {
    x: Math.min(box.x, Math.max(box.x + box.w - size.width * scale, x)),
    y: Math.min(box.y, Math.max(box.y + box.h - size.height * scale, y)),
  }
}

/** What of the photo the box shows when the photo's corner stands at `place`. */
function sourceAt({ box, size, scale }: Try, place: Point): Box {
  const x = Math.max(0, (box.x - place.x) / scale)
  const y = Math.max(0, (box.y - place.y) / scale)
  return { x, y, w: Math.min(size.width - x, box.w / scale), h: Math.min(size.height - y, box.h / scale) }
}

function showWhole(box: Box, { width, height }: Size, covered: readonly Box[]): Placement {
  const scaleIn = (strip: Box) => Math.min(strip.w / width, strip.h / height)
  const strip = largest(freeStrips(box, covered), scaleIn)
  const w = width * scaleIn(strip)
  const h = height * scaleIn(strip)
  const target = { x: strip.x + (strip.w - w) / 2, y: strip.y + (strip.h - h) / 2, w, h }
  return { source: { x: 0, y: 0, w: width, h: height }, target, whole: true }
}

/**
 * Fills the box with the photo so that its focus is in view and no keep-out rectangle is cut or lies under what is
 * `covered`; if there is no such place, the photo is shown whole where nothing is covered.
 */
export function placePhoto(box: Box, photo: PosterPhoto, covered: readonly Box[]): Placement {
  const size = { width: photo.picture.width, height: photo.picture.height }
  const focus = photo.focus && onPhoto(photo.focus)
  const keepOut = photo.keepOut.map(onPhoto)
  const least = Math.max(box.w / size.width, box.h / size.height)
  const marks = focus === null ? keepOut : [...keepOut, focus]
  for (const zoom of ZOOMS) {
    const attempt = { box, covered, size, scale: least * zoom, marks }
    const place = nearestPlace(attempt, wishedPlace(attempt, focus))
    if (place !== null) return { source: sourceAt(attempt, place), target: box, whole: false }
  }
  return showWhole(box, size, covered)
}
