// Where does a Chinese line break, and how does a name that is too long end?

export type Measure = (text: string) => number

/** 避头: marks that never begin a line. */
const NEVER_FIRST = '，。！？、；：～…—·,.!?;:%％‰）】》〉」』〕”’)]}℃℉°ー々'
/** 避尾: marks that never end one. */
const NEVER_LAST = '（【《〈「『〔“‘([{¥￥$€£#@№'
const ELLIPSIS = '…'

/** Signs that belong to the character before: joiners, variation selectors, skin tones, accents, keycaps, flag tags. */
const isJoining = (unit: string) =>
  /^[\u200d\ufe00-\ufe0f\u0300-\u036f\u20e3]$/.test(unit) ||
  /^\ud83c[\udffb-\udfff]$/.test(unit) ||
  /^\udb40[\udc00-\uddff]$/.test(unit)
const isFlagLetter = (unit: string) => /^\ud83c[\udde6-\uddff]$/.test(unit)

/** Characters as people see them, near enough. `Intl.Segmenter` would do it, but older phones lack it. */
export function splitCharacters(text: string): string[] {
  const characters: string[] = []
  for (const unit of text) {
    const last = characters.length - 1
    const before = characters[last]
    const joins = before !== undefined && (isJoining(unit) || before.slice(-1) === '\u200d')
    if (joins || (before !== undefined && isFlagLetter(before) && isFlagLetter(unit))) characters[last] = before + unit
    else characters.push(unit)
  }
  return characters
}

/** What a word or number is made of: ASCII but blanks, brackets and marks that open; letters with accents; Cyrillic. */
const WORDLY = /[A-Za-z0-9.,:%'’&+/_-]|[\u00c0-\u024f]|[\u0370-\u052f]/
/** Chinese units and counters that follow a number. */
const UNITS = '年月日号时点分秒天周岁元块角万亿千百个款步支瓶片盒包袋件条张双套次种位名人期折成倍度楼层米寸斤克升毫厘'
const isWordly = (text: string) => WORDLY.test(text.replace(/[\u0300-\u036f]+$/, '').slice(-1))

/** Whether no line may break between the two, because they are one word, one number with its unit, or one long mark. */
function isOneWord(before: string, character: string, after: string | undefined): boolean {
  if (before.slice(-1) === character && (character === '…' || character === '—')) return true
  if (/[A-Za-z]-$/.test(before) && /^[A-Za-z]/.test(character)) return false
  if (isWordly(before) && isWordly(character)) return true
  if (/[¥￥$€£]$/.test(before) && /^[0-9]/.test(character)) return true
  const isUnit = (unit: string | undefined) =>
    unit !== undefined && (/^[a-zA-Zμ°℃%]/.test(unit) || UNITS.indexOf(unit) >= 0)
  if (/[0-9]$/.test(before)) return isUnit(character === ' ' ? after : character)
  return / $/.test(before)
}

/** Words, and numbers with their units, stay whole; a word wider than the line is cut. */
function tokensOf(text: string, measure: Measure, maxWidth: number): string[] {
  const tokens: string[] = []
  const characters = splitCharacters(text)
  characters.forEach((character, i) => {
    const last = tokens.length - 1
    const before = tokens[last]
    const grows = before !== undefined && before !== ' ' && isOneWord(before, character, characters[i + 1])
    if (grows && measure(before + character) <= maxWidth) tokens[last] = before + character
    else tokens.push(character)
  })
  return tokens
}

/** The parts of a sentence, each with the mark at its end: where a title may break. */
export function phrasesOf(text: string): string[] {
  const phrases: string[] = []
  let phrase = ''
  for (const character of splitCharacters(text)) {
    const ended = /([，。！？；：、…]|[,!?;:.] )[」』”’》）)]*$/.test(phrase)
    if (ended && !/^[」』”’》）)，。！？；：、… ]/.test(character)) {
      phrases.push(phrase)
      phrase = ''
    }
    phrase += character
  }
  return phrase === '' ? phrases : [...phrases, phrase]
}

const mayNotBreak = (before: string | undefined, after: string) =>
  NEVER_FIRST.indexOf(after.charAt(0)) >= 0 || (before !== undefined && NEVER_LAST.indexOf(before) >= 0)

/** Takes from the line's end what must move down with `next`. */
function carriedDown(line: string[], next: string): string[] {
  const carried = [next]
  while (line.length > 1 && mayNotBreak(line[line.length - 1], carried[0] ?? next)) {
    const moved = line.pop()
    if (moved !== undefined) carried.unshift(moved)
  }
  return carried
}

function breakLines(text: string, measure: Measure, maxWidth: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.replace(/\r\n?/g, '\n').split('\n')) {
    let line: string[] = []
    for (const token of tokensOf(paragraph, measure, maxWidth)) {
      if (line.length === 0 && token === ' ') continue
      if (line.length === 0 || measure(line.join('') + token) <= maxWidth) {
        line.push(token)
        continue
      }
      const carried = carriedDown(line, token)
      lines.push(line.join('').replace(/ +$/, ''))
      line = carried.filter((part, i) => i > 0 || part !== ' ')
    }
    if (line.length > 0) lines.push(line.join(''))
  }
  return lines
}

/** The text if it fits, else its beginning with an ellipsis. Never cuts inside an emoji. */
export function ellipsise(text: string, measure: Measure, maxWidth: number): string {
  if (measure(text) <= maxWidth) return text
  const characters = splitCharacters(text)
  while (characters.length > 0) {
    characters.pop()
    const kept = characters.join('').replace(/[，。！？、；：～,.!?;:\s]+$/, '')
    if (measure(kept + ELLIPSIS) <= maxWidth) return kept + ELLIPSIS
  }
  return ELLIPSIS
}

/** Lines of at most `maxWidth`; what does not fit in `maxLines` ends in an ellipsis. */
export function wrapText(text: string, measure: Measure, box: { maxWidth: number; maxLines: number }): string[] {
  const lines = breakLines(text.trim(), measure, box.maxWidth)
  if (lines.length <= box.maxLines) return lines
  const kept = lines.slice(0, box.maxLines)
  const last = (kept[box.maxLines - 1] ?? '').replace(/[，、；：～,;:\s]+$/, '')
  kept[box.maxLines - 1] = ellipsise(`${last}${ELLIPSIS}`, measure, box.maxWidth).replace(/…+$/, ELLIPSIS)
  return kept
}
