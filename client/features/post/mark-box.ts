// How is a box on a picture drawn, moved and resized? In thousandths of the picture's sides, always whole and inside it.
import type { Rect } from '@shared/domain/recipe'

export const WHOLE = 1_000
/** Anything smaller was a tap, not a drawing; nothing that matters on a picture is that small. */
export const SIDE_LEAST = 20
/** Thousandths that an arrow key moves or resizes by: one percent, as boxes are read aloud. */
export const KEY_STEP = 10

export type Point = { x: number; y: number }
export const CORNERS = ['nw', 'ne', 'sw', 'se'] as const
export type Corner = (typeof CORNERS)[number]

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, Math.round(value) || 0))

/** Where in the picture is what the screen shows at `at`? Outside it: at its nearest edge. All in screen pixels but the answer. */
export const pointIn = (frame: { left: number; top: number; width: number; height: number }, at: Point): Point => ({
  x: clamp(((at.x - frame.left) / frame.width) * WHOLE, 0, WHOLE),
  y: clamp(((at.y - frame.top) / frame.height) * WHOLE, 0, WHOLE),
})

/** From one corner to the opposite one, in whichever direction; null when it is too small to be meant. */
export const drawBox = (from: Point, to: Point): Rect | null => {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)].map((x) => clamp(x, 0, WHOLE))
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)].map((y) => clamp(y, 0, WHOLE))
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return null
  const box = { x: left, y: top, w: right - left, h: bottom - top }
  return box.w < SIDE_LEAST || box.h < SIDE_LEAST ? null : box
}

/** Keeps its size; stops at the edge. */
export const moveBox = (box: Rect, by: Point): Rect => ({
  ...box,
  x: clamp(box.x + by.x, 0, WHOLE - box.w),
  y: clamp(box.y + by.y, 0, WHOLE - box.h),
})

type Span = { at: number; length: number }
/** One side of the span stays where it is; the other goes by so much, never past the first and never out. */
const stretch = ({ at, length }: Span, by: number, start: boolean): Span => {
  const least = Math.min(SIDE_LEAST, length) // one stored smaller stays as it is until it grows
  const end = at + length
  if (!start) return { at, length: clamp(length + by, least, WHOLE - at) }
  const moved = clamp(at + by, 0, end - least)
  return { at: moved, length: end - moved }
}

/** The opposite corner stays where it is. */
export const resizeBox = (box: Rect, corner: Corner, by: Point): Rect => {
  const across = stretch({ at: box.x, length: box.w }, by.x, corner === 'nw' || corner === 'sw')
  const down = stretch({ at: box.y, length: box.h }, by.y, corner === 'nw' || corner === 'ne')
  return { x: across.at, y: down.at, w: across.length, h: down.length }
}

export const holds = (box: Rect, { x, y }: Point): boolean =>
  x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h

/** Inside a box a corner reaches a third of its side at most: the middle is for moving. */
const INNER_SHARE = 1 / 3

/** How far a point lies from the end of a side, counted outwards; inside the box it is negative. */
const past = (at: number, end: number, start: boolean): number => (start ? end - at : at - end)

/** Which corner is meant at this point? `reach`: how far a finger or a mouse may miss it, in thousandths. */
export const cornerAt = (box: Rect, at: Point, reach: Point): Corner | null => {
  const near = (value: number, side: Span, far: number, start: boolean): boolean => {
    const out = past(value, start ? side.at : side.at + side.length, start)
    return out <= far && -out <= Math.min(far, side.length * INNER_SHARE)
  }
  const [across, down] = [
    { at: box.x, length: box.w },
    { at: box.y, length: box.h },
  ]
  const meant = CORNERS.find((corner) => {
    const [top, left] = [corner === 'nw' || corner === 'ne', corner === 'nw' || corner === 'sw']
    return near(at.x, across, reach.x, left) && near(at.y, down, reach.y, top)
  })
  return meant ?? null
}

/** How a picture lies under a frame it fills, as `object-fit: cover` does: its sides in percent of the frame's. */
export const coverOf = (
  picture: { width: number; height: number },
  frameRatio: number,
): { width: number; height: number } => {
  const ratio = picture.width / picture.height / frameRatio
  return ratio > 1 ? { width: 100 * ratio, height: 100 } : { width: 100, height: 100 / ratio }
}
