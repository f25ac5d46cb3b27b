// Which colours do frames and name cards wear? Text on every ground meets AA (4.5 : 1), kept so by a test.
import type { CardPalette, FrameColor, Recipe } from './recipe'

export type FramePaint = { fill: string; hairline: string }

export const FRAME_PAINT: Record<FrameColor, FramePaint> = {
  white: { fill: '#FFFFFF', hairline: '#CBD6D1' },
  ivory: { fill: '#FBF6EC', hairline: '#D9CBB0' },
  mist: { fill: '#E9F0ED', hairline: '#B5C7BF' },
  sand: { fill: '#EADFCB', hairline: '#BFAA84' },
  jade: { fill: '#CFE6DB', hairline: '#7FB39B' },
  blush: { fill: '#F6E3DD', hairline: '#D3A597' },
  sky: { fill: '#DDE9F5', hairline: '#9DB9D6' },
  clay: { fill: '#B98A6E', hairline: '#E8CDBC' },
  pine: { fill: '#1F4A3B', hairline: '#7FB39B' },
  ink: { fill: '#1B2622', hairline: '#5F756C' },
}

export type CardPaint = { ground: string; ink: string; note: string; accent: string }

export const CARD_PAINT: Record<CardPalette, CardPaint> = {
  paper: { ground: '#FFFFFF', ink: '#16211D', note: '#5A6A64', accent: '#0B7A5B' },
  jade: { ground: '#E2F3EC', ink: '#12362B', note: '#3F5E53', accent: '#0B7A5B' },
  pine: { ground: '#12362B', ink: '#F1FAF6', note: '#B5D3C7', accent: '#3CC79D' },
  sand: { ground: '#F6EEDF', ink: '#3A2A14', note: '#6B5738', accent: '#B4540A' },
  sky: { ground: '#E6EFF9', ink: '#122C4A', note: '#44607F', accent: '#1C6DD0' },
  ink: { ground: '#18211E', ink: '#E8EFEC', note: '#9FB0A9', accent: '#3CC79D' },
}

/** What the bands of a frame wear: the card's ground where there is a card, for a third colour would be one too many. */
export const bandColor = ({ frame, card }: Pick<Recipe, 'frame' | 'card'>): string =>
  card === null ? FRAME_PAINT[frame.accent].fill : CARD_PAINT[card.palette].ground
