// What goes onto a rep's poster?
import type { Rect } from '../domain/recipe'
import type { Drawable } from './canvas'
import type { PosterDesign } from './palettes'

export const POSTER_SIZE = { width: 1_080, height: 1_440 }
/** Between the edge of a poster and what stands on it, px. */
export const EDGE = 72
export const INNER = POSTER_SIZE.width - 2 * EDGE

/** `focus` stays in view; a `keepOut` rectangle (a price, a QR, a face) is neither cut nor covered. */
export type PosterPhoto = { picture: Drawable; focus: Rect | null; keepOut: readonly Rect[] }

export type PosterRep = { name: string; store: string; avatar: Drawable | null }

export type PosterModel = {
  design: PosterDesign
  photo: PosterPhoto | null
  title: string
  excerpt: string
  rep: PosterRep
  code: Drawable
  codeNote: string
}
