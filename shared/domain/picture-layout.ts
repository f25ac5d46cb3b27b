// Where does everything of a rep's picture stand? Frame and name card grow around the image; nothing lies over it.
import type { FrameStyle, Recipe } from './recipe'

export type Size = { width: number; height: number }
export type Box = { x: number; y: number; w: number; h: number }

/** Longest side of a painted picture, px: an image as intake keeps it, with the widest frame and the tallest card. */
export const PICTURE_MAX_EDGE = 1_920

export type PictureLayout = Size & {
  /** What is read of the image, in its own pixels. */
  source: Box
  photo: Box
  card: Box | null
  /** The bands of the frame that wear its accent. */
  accents: Box[]
}

type Sides<T> = { top: T; right: T; bottom: T; left: T }

/** How many times the recipe's width each side of a frame is. */
const SIDES: Record<FrameStyle, Sides<number>> = {
  line: { top: 0.7, right: 0.7, bottom: 0.7, left: 0.7 },
  mat: { top: 1.8, right: 1.8, bottom: 1.8, left: 1.8 },
  double: { top: 1.5, right: 1.5, bottom: 1.5, left: 1.5 },
  print: { top: 1.1, right: 1.1, bottom: 3.2, left: 1.1 },
  gallery: { top: 2.6, right: 0.9, bottom: 2.6, left: 0.9 },
  column: { top: 0.9, right: 2.4, bottom: 0.9, left: 2.4 },
  album: { top: 0.9, right: 0.9, bottom: 0.9, left: 3.2 },
  spine: { top: 0.9, right: 3.2, bottom: 0.9, left: 0.9 },
  crown: { top: 3, right: 1, bottom: 1, left: 1 },
  ledge: { top: 1, right: 1, bottom: 3, left: 1 },
  corner: { top: 2.4, right: 0.9, bottom: 0.9, left: 2.4 },
  easel: { top: 0.9, right: 2.4, bottom: 2.4, left: 0.9 },
}

/** A side a style makes wider than its narrowest wears the accent, unless all are alike. */
const ACCENTED: Record<FrameStyle, readonly (keyof Sides<number>)[]> = {
  line: [],
  mat: [],
  double: [],
  print: [],
  gallery: ['top', 'bottom'],
  column: ['left', 'right'],
  album: ['left'],
  spine: ['right'],
  crown: ['top'],
  ledge: ['bottom'],
  corner: [],
  easel: [],
}

export type Light = { x: number; y: number; radius: number }

/** Where the light of a tone falls on the photo and how far it reaches, px: as far as the photo's diagonal. */
export const lightOn = ({ x, y }: NonNullable<Recipe['tone']>, photo: Box): Light => ({
  x: photo.x + (photo.w * x) / 10,
  y: photo.y + (photo.h * y) / 10,
  radius: Math.sqrt(photo.w * photo.w + photo.h * photo.h),
})

const sourceOf = ({ width, height }: Size, { crop }: Recipe): Box => {
  const x = Math.round((width * crop.x) / 1_000)
  const y = Math.round((height * crop.y) / 1_000)
  const w = Math.max(1, Math.min(width - x, Math.round((width * crop.w) / 1_000)))
  const h = Math.max(1, Math.min(height - y, Math.round((height * crop.h) / 1_000)))
  return { x, y, w, h }
}

/** The side that the card leans on is as narrow as the narrowest: a wide band and a card would be two feet. */
const sidesOf = ({ frame, card }: Recipe): Sides<number> => {
  const sides = SIDES[frame.style]
  if (card === null) return sides
  const least = Math.min(sides.top, sides.right, sides.bottom, sides.left)
  return card.position === 'bottom' ? { ...sides, bottom: least } : { ...sides, top: least }
}

/** JPEG codes colour in squares of this side, px. */
const JPEG_SQUARE = 16

/**
 * How far an image's squares would fall beside the squares of the picture, px. Where they fall together, encoding again
 * adds hardly any error and the file stays small; a photo half a square off costs half as many bytes again.
 */
const besideSquares = (source: number, placed: number): number =>
  (((source - placed) % JPEG_SQUARE) + JPEG_SQUARE) % JPEG_SQUARE

type Span = { from: number; length: number; before: number; after: number }

/** Takes in what the crop would cut of a square; where nothing is cut, the frame is wider by the rest of a square. */
const onSquares = ({ from, length, before, after }: Span, above: number): Span => {
  const beside = besideSquares(from, above + before)
  if (beside <= from) return { from: from - beside, length: length + beside, before, after }
  return { from, length, before: before + beside, after: before === after ? after + beside : after }
}

/** The image is read pixel by pixel, never enlarged, and made smaller only to stay within `maxEdge`. */
export const layoutPicture = (image: Size, recipe: Recipe, maxEdge = PICTURE_MAX_EDGE): PictureLayout => {
  const crop = sourceOf(image, recipe)
  const sides = sidesOf(recipe)
  const unit = Math.sqrt(crop.w * crop.h) / 1_000 // of tall and wide images alike
  const across = crop.w + unit * recipe.frame.width * (sides.left + sides.right)
  const down = crop.h + unit * (recipe.frame.width * (sides.top + sides.bottom) + (recipe.card?.height ?? 0))
  const scale = Math.min(1, maxEdge / Math.max(across, down))
  const px = (length: number) => Math.max(1, Math.round(length * scale))
  const edge = (side: number) => px(unit * recipe.frame.width * side)
  const strip = recipe.card === null ? 0 : px(unit * recipe.card.height)
  const above = recipe.card?.position === 'top' ? strip : 0
  const x = onSquares({ from: crop.x, length: crop.w, before: edge(sides.left), after: edge(sides.right) }, 0)
  const y = onSquares({ from: crop.y, length: crop.h, before: edge(sides.top), after: edge(sides.bottom) }, above)
  const source = { x: x.from, y: y.from, w: x.length, h: y.length }
  const photo = { x: x.before, y: above + y.before, w: px(x.length), h: px(y.length) }
  const width = photo.x + photo.w + x.after
  const height = photo.y + photo.h + y.after + strip - above
  const card = recipe.card && { x: 0, y: above > 0 ? 0 : height - strip, w: width, h: strip }
  const bands = {
    top: { x: 0, y: above, w: width, h: photo.y - above },
    right: { x: photo.x + photo.w, y: above, w: width - photo.x - photo.w, h: height - strip },
    bottom: { x: 0, y: photo.y + photo.h, w: width, h: height - photo.y - photo.h - (strip - above) },
    left: { x: 0, y: above, w: photo.x, h: height - strip },
  }
  const leaned = recipe.card?.position ?? null
  const accents = ACCENTED[recipe.frame.style].flatMap((side) => (side === leaned ? [] : [bands[side]]))
  return { width, height, source, photo, card, accents }
}
