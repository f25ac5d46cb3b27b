// Where does a Chinese line break, and how does a name that is too long end?

export type Measure = (text: string) => number

/** 避头: marks that never begin a line. */
const NEVER_FIRST = '，。！？、；：～…,.!?;:%）】》」』”’)]}·℃°'
/** 避尾: marks that never end one. */
const NEVER_LAST = '（【《「『“‘([{¥￥$#@'
const ELLIPSIS = '…'

const isJoining = (unit: string) => unit === '\u200d' || unit === '\ufe0f' || /^\ud83c[\udffb-\udfff]$/.test(unit)

/** Characters as people see them, near enough: joiners, variation selectors and skin tones stay with their emoji. */
export function splitCharacters(text: string): string[] {
  const characters: string[] = []
  for (const unit of text) {
    const last = characters.length - 1
    const before = characters[last]
    if (before !== undefined && (isJoining(unit) || before.slice(-1) === '\u200d')) characters[last] = before + unit
    else characters.push(unit)
  }
  return characters
}

/** Words and numbers stay whole; a word wider than the line is cut. */
function tokensOf(text: string, measure: Measure, maxWidth: number): string[] {
  const tokens: string[] = []
  for (const character of splitCharacters(text)) {
    const last = tokens.length - 1
    const before = tokens[last]
    const grows = before !== undefined && /[A-Za-z0-9.%'-]$/.test(before) && /^[A-Za-z0-9.%'-]$/.test(character)
    if (grows && measure(before + character) <= maxWidth) tokens[last] = before + character
    else tokens.push(character)
  }
  return tokens
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
