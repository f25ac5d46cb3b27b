// Would Moments fold this text to one line when it is pasted? An estimate for the meter, never a promise.

/** Han characters that fit on one line of a phone's Moments feed; ASCII takes half a place. */
export const FOLD_COLUMNS = 19
/** Pasted text longer than about this many lines may fold. */
export const FOLD_LINES = 6

export type FoldMeasure = { lines: number; characters: number; folds: boolean }

const columnsOf = (unit: string) => ((unit.codePointAt(0) ?? 0) < 0x80 ? 0.5 : 1)

/** Marks that join the character before them and take no place of their own (variation selector, joiner). */
const isJoined = (unit: string) => unit === '\ufe0f' || unit === '\u200d'

function linesOfParagraph(paragraph: string): number {
  let lines = 1
  let used = 0
  for (const unit of paragraph) {
    if (isJoined(unit)) continue
    const columns = columnsOf(unit)
    if (used + columns > FOLD_COLUMNS) {
      lines += 1
      used = 0
    }
    used += columns
  }
  return lines
}

export function measureFold(text: string): FoldMeasure {
  if (text === '') return { lines: 0, characters: 0, folds: false }
  const paragraphs = text.replace(/\r\n?/g, '\n').split('\n')
  const lines = paragraphs.reduce((sum, paragraph) => sum + linesOfParagraph(paragraph), 0)
  const characters = Array.from(paragraphs.join('')).filter((unit) => !isJoined(unit)).length
  return { lines, characters, folds: lines > FOLD_LINES }
}
