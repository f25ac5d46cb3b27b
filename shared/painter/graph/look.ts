// What does painting a spread start from: a canvas, a frame of it, and how it is to look?
import type { Ctx2D } from '../canvas'
import type { Colors, Theme } from './colors'
import type { Drawn, Frame } from './frame'
import type { View } from './view'

/** All runtimes have these beside what posters need. */
export type GraphCtx = Ctx2D & {
  scale(x: number, y: number): void
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void
}

/** keys: the key people, the first first. path: from one person to the next. name: null where none is to be shown. */
export type Look = {
  theme: Theme
  ratio: number // device pixels in one CSS pixel
  name: (at: number) => string | null
  count: (people: number) => string
  few: string
  keys: readonly number[]
  selected: number | null
  path: readonly number[]
  times: readonly { r: number; word: string }[] // rings of the pond, in world units
}

export type Painting = { ctx: GraphCtx; frame: Frame; drawn: Drawn; view: View; look: Look; colors: Colors }
