// Is what follows denied? 不换房 and 没想换房 are; 不如换房, 要不要换房 and 特别想换房 are not.

const DENIERS = '不没别甭勿'
/** How far ahead of the word a denial may stand: 不打算换房. */
const REACH = 3

/** Words with a denier in them that deny nothing of what follows. */
const HARMLESS = [
  ...['不如', '不妨', '不错', '不过', '不然', '不久', '不少', '不光', '不止', '不仅', '不但', '不只', '不管', '不论'],
  ...['不同', '不断', '不愧', '不知', '不懂', '不清', '不定', '不住', '不及', '不得', '不满', '不好意思', '要不'],
  ...['不得不', '不能不', '不会不', '不是不'],
  ...['别人', '别的', '别家', '别处', '别墅', '特别', '区别', '级别', '类别', '告别', '分别', '性别', '个别', '差别'],
  ...['没准', '没错', '没事', '没多', '没过', '没几', '没想到', '没问题'],
]

/** 要不要, 是不是, 有没有: asked, not denied. */
const isAsked = (text: string, at: number): boolean =>
  '不没'.includes(text.charAt(at)) && text.charAt(at - 1) !== '' && text.charAt(at - 1) === text.charAt(at + 1)

const isInside = (text: string, at: number, word: string): boolean =>
  Array.from(word, (_, back) => at - back).some(
    (from) => from >= 0 && text.startsWith(word, from) && from + word.length > at,
  )

const isBreak = (unit: string): boolean => /[\s，。！？；：、,.~…“”"'（）()—-]/.test(unit)

/** `from`: where the word begins in the folded text. Only within its own clause. */
export const isDenied = (text: string, from: number): boolean => {
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    const unit = text.charAt(at)
    if (isBreak(unit)) return false
    if (!DENIERS.includes(unit)) continue
    if (!isAsked(text, at) && !HARMLESS.some((word) => isInside(text, at, word))) return true
  }
  return false
}
