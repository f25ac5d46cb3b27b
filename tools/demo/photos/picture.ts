// One picture to paint: its file name, its size, and the brush.
import type { Scene } from './light'

export type Picture = {
  /** File name in assets/demo without the ending. */
  name: string
  w: number
  h: number
  paint: (s: Scene) => void
  /** The finish: less veil for dark rooms, less grain for posters. */
  finish?: { warmth?: number; grain?: number; veil?: number }
}

export const square = { w: 1080, h: 1080 }
export const portrait = { w: 1080, h: 1440 }
