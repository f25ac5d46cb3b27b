// With which fonts does the cloud paint, and which characters has none of them? Taken up when the first text needs them.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type FontKey, GlobalFonts } from '@napi-rs/canvas'
import { COVER_FILE, type Cover, commonFont, EMOJI_FONT, FONT_WEIGHTS, fullFont, type Runs } from './font-files'

/** Two of the families that the painter's `fontOf` names: its Chinese one, and its last resort for what that has not. */
const FAMILY = 'Noto Sans SC'
const LAST_FAMILY = 'sans-serif'
/** 〓, the mark of Chinese typesetters for a character they have no type for. */
const NO_TYPE = '〓'

const isIn = (runs: Runs, character: string): boolean => {
  const point = character.codePointAt(0) ?? 0
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.[1] ?? point) < point) low = middle + 1
    else high = middle
  }
  return (runs[low]?.[0] ?? Infinity) <= point
}

/** What is drawn for it: itself, nothing for an invisible sign that no font knows, or the mark of a missing type. */
const drawable = ({ full, emoji }: Cover, character: string): string => {
  if (/\s/.test(character) || isIn(full, character) || isIn(emoji, character)) return character
  return /\p{Default_Ignorable_Code_Point}/u.test(character) ? '' : NO_TYPE
}

export type Fonts = { ready: (text: string) => string }

/** The fonts of a folder. The whole family is opened only when a text needs it, and then takes the place of GB2312. */
export const fontsIn = (home: string): Fonts => {
  const cover = JSON.parse(readFileSync(path.join(home, COVER_FILE), 'utf8')) as Cover
  const register = (file: string, family: string): FontKey => {
    const key = GlobalFonts.registerFromPath(path.join(home, file), family)
    if (key === null) throw new Error(`The font ${file} cannot be read`)
    return key
  }
  const common = FONT_WEIGHTS.map((weight) => register(commonFont(weight), FAMILY))
  register(EMOJI_FONT, LAST_FAMILY)
  let isWhole = false
  const openWhole = (): void => {
    GlobalFonts.removeBatch(common)
    for (const weight of FONT_WEIGHTS) register(fullFont(weight), FAMILY)
    isWhole = true
  }
  const needsWhole = (character: string): boolean => !isIn(cover.common, character) && isIn(cover.full, character)
  /** The text as it can be painted from now on. */
  const ready = (text: string): string => {
    const characters = [...text]
    if (!isWhole && characters.some(needsWhole)) openWhole()
    return characters.map((character) => drawable(cover, character)).join('')
  }
  return { ready }
}

let deployed: Fonts | null = null

/** Makes the fonts ready for a text, and returns the text as it can be painted: no empty boxes. */
export const readyText = (text: string): string => {
  deployed ??= fontsIn(path.join(__dirname, 'fonts'))
  return deployed.ready(text)
}
