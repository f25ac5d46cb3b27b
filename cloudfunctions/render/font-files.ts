// Which fonts lie beside the deployed function? Built by tools/fonts.ts, taken up by fonts.ts.

export const FONT_WEIGHTS = [400, 600] as const
export type FontWeight = (typeof FONT_WEIGHTS)[number]

/** GB2312: what nearly every text needs. */
export const commonFont = (weight: FontWeight): string => `common-${weight}.ttf`
/** Everything the family has: rare names, traditional characters. */
export const fullFont = (weight: FontWeight): string => `full-${weight}.ttf`
export const EMOJI_FONT = 'emoji.ttf'
export const COVER_FILE = 'cover.json'

/** First and last code point of each run of characters, in rising order. */
export type Runs = [first: number, last: number][]
export type Cover = { common: Runs; full: Runs; emoji: Runs }
