// What kind of character is this? Small questions that phones can answer without Unicode property escapes.

/** Marks that end a sentence in a post; a wave counts. */
export const isEndMark = (unit: string): boolean => unit !== '' && '。！～!~？?…'.indexOf(unit) >= 0

export const isHan = (unit: string): boolean => unit >= '\u4e00' && unit <= '\u9fff'

/** Whether a UTF-16 unit can be the last of an emoji: a low surrogate, a variation selector or an old dingbat. */
export function endsEmoji(unit: string): boolean {
  const code = unit === '' ? 0 : unit.charCodeAt(0)
  return (code >= 0xdc00 && code <= 0xdfff) || code === 0xfe0f || (code >= 0x2600 && code <= 0x27bf)
}

/** 𠮷: a Han character outside the first plane (U+20000 and up) is two units too, and no ornament. */
export const endsInRareHan = (text: string): boolean => /[\ud840-\ud88d][\udc00-\udfff]$/.test(text)

/** Whether what follows an emoji belongs to it: a joiner, a variation selector or a skin tone. */
export function continuesEmoji(following: string): boolean {
  const code = following === '' ? 0 : following.charCodeAt(0)
  if (code === 0x200d || code === 0xfe0f) return true
  const second = following.length < 2 ? 0 : following.charCodeAt(1)
  return code === 0xd83c && second >= 0xdffb && second <= 0xdfff
}

/** Common characters that only traditional writing uses. */
const TRADITIONAL =
  /[這個們來說會時對開關門見請問題買賣長樂應過還進遠歡愛貴網點體雙適質無線裡給國學寶護膚廳機價錢費聽讓誰麼樣讀邊張間電話單種類]/g
/** One may be a name; two are a way of writing. */
const FEWEST_TRADITIONAL = 2

export const isTraditional = (text: string): boolean => (text.match(TRADITIONAL) ?? []).length >= FEWEST_TRADITIONAL
