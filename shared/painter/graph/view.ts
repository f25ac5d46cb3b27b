// Which part of the world is on the canvas, and how large? All changes keep the picture within reach.
import type { Disc } from './layout'

/** x, y: the world's point in the middle of the canvas. scale: CSS pixels for one unit. width, height: CSS pixels. */
export type View = { x: number; y: number; scale: number; width: number; height: number }
export type Spot = { x: number; y: number }

const EDGE_PX = 20
/** A dot of 3 units is then 36 pixels wide: nothing more is to be seen nearer. */
const SCALE_MOST = 6
const STEP_OUT = 0.8

const fitScale = (all: Disc, width: number, height: number): number =>
  Math.max(1e-4, (Math.min(width, height) / 2 - EDGE_PX) / Math.max(all.r, 1))

/** All of it; a few people are not blown up beyond `most`. */
export const fitAll = (all: Disc, { width, height }: { width: number; height: number }, most = 2.8): View => ({
  x: all.x,
  y: all.y,
  scale: Math.min(most, fitScale(all, width, height)),
  width,
  height,
})

export const toScreen = (view: View, x: number, y: number): Spot => ({
  x: (x - view.x) * view.scale + view.width / 2,
  y: (y - view.y) * view.scale + view.height / 2,
})

export const toWorld = (view: View, x: number, y: number): Spot => ({
  x: (x - view.width / 2) / view.scale + view.x,
  y: (y - view.height / 2) / view.scale + view.y,
})

/** The middle of the canvas stays above the picture. */
const within = (view: View, all: Disc): View => {
  const dx = view.x - all.x
  const dy = view.y - all.y
  const far = Math.hypot(dx, dy)
  if (far <= all.r) return view
  return { ...view, x: all.x + (dx * all.r) / far, y: all.y + (dy * all.r) / far }
}

export const panned = (view: View, dx: number, dy: number, all: Disc): View =>
  within({ ...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale }, all)

/** What lies under `spot` stays under it. */
export const zoomed = (view: View, factor: number, spot: Spot, all: Disc): View => {
  const least = fitScale(all, view.width, view.height) * STEP_OUT
  const scale = Math.min(Math.max(SCALE_MOST, least), Math.max(least, view.scale * factor))
  const under = toWorld(view, spot.x, spot.y)
  const moved = { ...view, scale }
  return within(
    {
      ...moved,
      x: under.x - (spot.x - view.width / 2) / scale,
      y: under.y - (spot.y - view.height / 2) / scale,
    },
    all,
  )
}

/** Brings a circle to the middle, as large as fits. */
export const lookAt = (view: View, disc: Disc, most = 3): View => ({ ...fitAll(disc, view, most) })

/** On the way from one view to another, `t` from 0 to 1: the scale goes by factors, so that it feels even. */
export const between = (from: View, to: View, t: number): View => {
  const scale = from.scale * (to.scale / from.scale) ** t
  // the place moves with the scale, else a long way in feels like a jump at its end
  const part =
    Math.abs(to.scale - from.scale) < 1e-9 ? t : (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / to.scale)
  return { ...to, scale, x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}
