// Which characters may never change? Facts, conditions, quotes, links, brand words and legal tails are byte-frozen.

/** Runs that are frozen as they stand. */
const SPANS: readonly RegExp[] = [
  /https?:\/\/[^\s\u4e00-\u9fff，。！？；]+/g,
  /www\.[^\s\u4e00-\u9fff，。！？；]+/g,
  /#小程序:\/\/[^\s，。！？；]+/g,
  /#[^#\n]{1,30}#|#[^\s#，。！？；]{1,30}/g,
  /@[^\s，。！？：；@]{1,20}/g,
  /【[^】\n]*】|「[^」\n]*」|『[^』\n]*』|“[^”\n]*”|‘[^’\n]*’|《[^》\n]*》|"[^"\n]*"/g,
  /[A-Za-z][A-Za-z0-9.&'-]*/g,
  /[~～][0-9０-９]/g,
]

/** Anchors that freeze their neighbours too: how many characters before and after, within the same clause. */
const ANCHORS: readonly { pattern: RegExp; before: number; after: number }[] = [
  { pattern: /[¥￥$€]?[0-9０-９]+(?:[.,:：/~～–—+×-]?[0-9０-９]+)*/g, before: 2, after: 3 },
  { pattern: /[一二两三四五六七八九十百千万亿半几]+(?![一定起下样点些直切般边旦])/g, before: 1, after: 2 },
  { pattern: /[不没无未勿非莫满限仅每抵送赠免退保]|第[一二三]/g, before: 1, after: 2 },
]

/** The words of terms, services and advice: whoever relies on such a clause relies on each of its words. */
const TERMS =
  /[满限仅凭需免赠送退换补押]|[请含]|记得|建议|定金|除外|尾款|质保|保修|包邮|包退|顺丰|折|半价|买.{0,4}送|可(?!以|爱|是|能|惜|见)|截止|有效|预约|报名|会员|新客|老客|首单|到店(?!里)|现货|库存/
/** Numbers, enumerations, and labels such as 地址：. */
const FIGURES = /[0-9０-９①-⑳¥￥$€两二三四五六七八九十]|、|[：:]/

const CLAUSE_END = /[，。！？!?～~；;…\n]/

/** From one mark to the next, around this place. */
export function clauseAround(text: string, at: number): string {
  let from = at
  while (from > 0 && !CLAUSE_END.test(text.charAt(from - 1))) from -= 1
  let to = at
  while (to < text.length && !CLAUSE_END.test(text.charAt(to))) to += 1
  return text.slice(from, to)
}

/** Whether a clause tells terms: nothing in it is said another way. */
export const isTerms = (clause: string): boolean => TERMS.test(clause)

/** Whether a clause tells facts: terms, figures, or a negation, since it limits. */
export const isFactualClause = (clause: string): boolean =>
  TERMS.test(clause) || FIGURES.test(clause) || /[不没无未勿非莫别]/.test(clause)

/** A line or sentence that opens like this is a legal tail: it stays as written and stays last. */
const LEGAL_OPENING = /^\s*(?:[*＊※]|注[：:]|本品|本产品|本活动|广告)/
const LEGAL_WORDING = /解释权|不能代替药物|详见(?:说明|包装)/

const isWordUnit = (unit: string) => /[0-9A-Za-z０-９\u4e00-\u9fff%‰°℃.:：/–—×+-]/.test(unit)

function freeze(mask: boolean[], from: number, to: number): void {
  for (let i = Math.max(0, from); i < to && i < mask.length; i += 1) mask[i] = true
}

function eachMatch(text: string, pattern: RegExp, visit: (from: number, to: number) => void): void {
  const regex = new RegExp(pattern.source, 'g')
  for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
    visit(match.index, match.index + match[0].length)
    if (match[0] === '') regex.lastIndex += 1
  }
}

function freezeAnchors(text: string, mask: boolean[]): void {
  for (const { pattern, before, after } of ANCHORS) {
    eachMatch(text, pattern, (from, to) => {
      let start = from
      let end = to
      while (from - start < before && start > 0 && isWordUnit(text.charAt(start - 1))) start -= 1
      while (end - to < after && end < text.length && isWordUnit(text.charAt(end))) end += 1
      freeze(mask, start, end)
    })
  }
}

const isLegalLine = (line: string) => LEGAL_OPENING.test(line) || LEGAL_WORDING.test(line)

/** Where the closing block of legal lines begins; the text's length when there is none. */
export function legalTailAt(text: string): number {
  let tail = text.length
  let end = text.length
  for (const line of text.split('\n').reverse()) {
    const start = end - line.length
    end = start - 1
    if (line.trim() === '') continue
    if (!isLegalLine(line)) break
    tail = start
  }
  return tail
}

/** One flag per UTF-16 unit: true = frozen. */
export function protectedMask(text: string, lockedWords: readonly string[]): boolean[] {
  const mask: boolean[] = new Array<boolean>(text.length).fill(false)
  for (const span of SPANS) eachMatch(text, span, (from, to) => freeze(mask, from, to))
  freezeAnchors(text, mask)
  for (const word of lockedWords) {
    for (let at = word === '' ? -1 : text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      freeze(mask, at, at + word.length)
    }
  }
  eachMatch(text, /[^\n]+/g, (from, to) => {
    if (isLegalLine(text.slice(from, to))) freeze(mask, from, to)
  })
  // A legal sentence may also follow in the same line: "…到店咨询。本品不能代替药物".
  eachMatch(text, /[。！～？\s](?:[*＊※]|本品|本产品|本活动)[^\n]*/g, (from, to) => freeze(mask, from + 1, to))
  return mask
}

/** Whether every unit in [from, to) may change. */
export const isFree = (mask: readonly boolean[], from: number, to: number): boolean => {
  for (let i = from; i < to; i += 1) if (mask[i] !== false) return false
  return true
}
