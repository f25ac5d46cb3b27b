// What must a rewording leave as it stands and where it stands: links, names, quotes, numbers with units, conditions.
import { type ConceptHit, findConcepts } from './concepts'
import type { GuardReason } from './verdict'

/** Anchors with the same `key` say the same. `loose` ones may be brought in: "来一杯", "一份". */
export type Anchor = { key: string; word: string; at: number; reason: GuardReason; loose: boolean }

/** `taken` marks what the anchors cover; `concepts` are the words between them. */
export type Reading = { text: string; anchors: Anchor[]; concepts: ConceptHit[]; taken: boolean[] }

const LINK_BODY = '[^\\s\\u4e00-\\u9fff，。！？；]'

/** In the order in which they claim characters. */
const SPANS: readonly { pattern: string; reason: GuardReason }[] = [
  { pattern: `https?://${LINK_BODY}+|www\\.${LINK_BODY}+|#小程序://[^\\s，。！？；]+`, reason: 'link-changed' },
  { pattern: '[A-Za-z0-9._-]+@[A-Za-z0-9-]+\\.[A-Za-z.]+', reason: 'link-changed' },
  {
    pattern: '[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.(?:com|cn|net|top|shop|vip|xyz|cc|io)(?:/[A-Za-z0-9/_?=&.-]*)?',
    reason: 'link-changed',
  },
  {
    pattern: '\\+?[0-9０-９]{3,4}[- ][0-9０-９]{3,4}(?:[- ]?[0-9０-９]{3,4})+|1[3-9][0-9]{9}|400[0-9-]{7,9}',
    reason: 'link-changed',
  },
  { pattern: '#[^#\\n]{1,30}#|#[^#\\s，。！？；]{1,20}', reason: 'link-changed' },
  { pattern: '@[^\\s，。！？：；@]{1,20}', reason: 'name-changed' },
  {
    pattern:
      '【[^】\\n]*】|「[^」\\n]*」|『[^』\\n]*』|“[^”\\n]*”|‘[^’\\n]*’|《[^》\\n]*》|"[^"\\n]*"|[（(][^）)\\n]*[）)]',
    reason: 'fact-missing',
  },
]

/** What stands behind such a label is an address or a way to reach someone. */
const LABELLED = '(?:地址|店址|电话|热线|时间|微信|邮箱|导航)[：:][^。！？；\\n]+'

const UNITS =
  '万元|亿元|千元|百元|元|块钱|块|角|分钟|分|毛钱|亿|万|千克|千米|毫升|毫克|毫米|厘米|平方米|平米|平方|公斤|公里|公分|立方|小时|个小时|个月|个工作日|个颜色|工作日|折|克|斤|两|升|米|度|岁|年级|年|月份|月|日|号|天|周岁|周|季|点半|点式|点|时|秒|次|位|名|人份|人|件套|件|只装|只|支|瓶装|瓶|盒装|盒|袋|包|杯|罐|桶|箱|条|张|片|颗|粒|枚|双|对|副|套|款|色|种|台|辆|个|荤|素|层|楼|室|栋|码|代|期|节课|节|课时|堂|级|倍|寸|英寸|瓦|伏|转|步|口|碗|份|把|本|册|页|家|届|股|束|朵|针|道|成|滴|键|门|间|座|棵|匹|公顷|亩|吨'
const ENDING = '(?:以内|之内|以上|以下|之前|之后|左右|上下|起|内|前|后|止|多|余|封顶)?'
const HAN_DIGIT = '一二两三四五六七八九十百千万亿半几零〇双'
const DIGITS = `[¥￥$€£]?[0-9０-９]+(?:[.,:：/~～–—+×x*-][0-9０-９]+)*[A-Za-z%％‰°℃²]*(?:${UNITS})?${ENDING}`
const HAN_NUMBER = `第[${HAN_DIGIT}]+(?:${UNITS})?|[${HAN_DIGIT}]+分之[${HAN_DIGIT}]+|一对一|半价|[${HAN_DIGIT}]+[多余]?(?:${UNITS})${ENDING}|[${HAN_DIGIT}]{3,}`
const DAY_BOUND =
  '(?:七夕|国庆|春节|中秋|元旦|端午|清明|五一|六一|情人节|圣诞|元宵|双十[一二]|周[一二三四五六日末]|月底|月初|年底|开学|放假|节)(?:前|后|当天|当日|期间|起)'
const LATIN = "[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.&'+]*"

/** Words that only look like a count: "一下子", "一点", "万分", "十分好看", "半天", "一家人". */
const NOT_A_COUNT =
  /^(?:一点|一次|一道|一口|一家|一时|一度|一步|一把|一套|一色|一成|一对|十分|百分|万分|千万|半天|半年|几个|几天|几款|一号|两口|一面|一日|一种|几种|一会|双层|双色|双人|双门|对对)$/
const BARE_COUNT = /^一(?:份|件|个|款|杯|台|双|支|条|位|只|趟|波|瓶|盒|张|颗|种|套|把|本|家|层|天|年|块|包)$/
const SPEAKS_OF_VALUE = /[0-9０-９¥￥折]|半价|免费|优惠|包邮|立减|赠|享|满|直降/

function claim(reading: Reading, pattern: string, make: (word: string, at: number) => Anchor | undefined): void {
  const regex = new RegExp(pattern, 'g')
  for (let match = regex.exec(reading.text); match !== null; match = regex.exec(reading.text)) {
    const [word] = match
    const at = match.index
    if (reading.taken.slice(at, at + word.length).indexOf(true) >= 0) {
      regex.lastIndex = at + 1
      continue
    }
    const anchor = make(word, at)
    if (anchor === undefined) continue
    reading.anchors.push(anchor)
    for (let i = at; i < at + word.length; i += 1) reading.taken[i] = true
  }
}

/** `loose` anchors: locked words, which a rep may say once more. */
function claimWords(reading: Reading, words: readonly string[]): void {
  const longestFirst = words.filter((word) => word !== '').sort((a, b) => b.length - a.length)
  for (const word of longestFirst) {
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    claim(reading, escaped, (found, at) => ({ key: found, word: found, at, reason: 'name-changed', loose: false }))
  }
}

/** "3月8日-3月12日": the second date is the end of a range, not a date beside the first. */
const rangeMark = ({ text, taken }: Reading, at: number) =>
  /[-~～—至到]/.test(text.charAt(at - 1)) && taken[at - 2] === true ? '-' : ''

const isGiven = (text: string, at: number) => /[送赠抵满限每]|享受/.test(text.slice(Math.max(0, at - 8), at))

function countAt(text: string, word: string, at: number): Anchor | undefined {
  if (NOT_A_COUNT.test(word)) return undefined
  if (/[这那近]/.test(text.charAt(at - 1)) && /^[两几半]/.test(word)) return undefined
  const idle = /^第一[位眼步次]$/.test(word) && !SPEAKS_OF_VALUE.test(sentenceAround(text, at))
  const loose = idle || (BARE_COUNT.test(word) && !isGiven(text, at))
  return { key: word, word, at, reason: 'number-changed', loose }
}

/** The sentence around an offset: conditions such as 到店 bind only where a price or a gift is spoken of. */
function sentenceAround(text: string, at: number): string {
  let from = at
  while (from > 0 && '。！？～\n'.indexOf(text.charAt(from - 1)) < 0) from -= 1
  let to = at
  while (to < text.length && '。！？～\n'.indexOf(text.charAt(to)) < 0) to += 1
  return text.slice(from, to)
}

const isBinding = (text: string, hit: ConceptHit) =>
  hit.rule === 'seq' || (hit.rule === 'ctx' && SPEAKS_OF_VALUE.test(sentenceAround(text, hit.at)))

export function readText(text: string, lockedWords: readonly string[]): Reading {
  const reading: Reading = { text, anchors: [], concepts: [], taken: new Array<boolean>(text.length).fill(false) }
  for (const { pattern, reason } of SPANS) {
    claim(reading, pattern, (word, at) => ({ key: word, word, at, reason, loose: false }))
  }
  claimWords(reading, lockedWords)
  claim(reading, LABELLED, (word, at) => ({ key: word, word, at, reason: 'fact-missing', loose: false }))
  claim(reading, DIGITS, (word, at) => ({
    key: rangeMark(reading, at) + word,
    word,
    at,
    reason: 'number-changed',
    loose: false,
  }))
  claim(reading, HAN_NUMBER, (word, at) => countAt(text, word, at))
  claim(reading, DAY_BOUND, (word, at) => ({ key: word, word, at, reason: 'condition-changed', loose: false }))
  claim(reading, LATIN, (word, at) => ({ key: word, word, at, reason: 'name-changed', loose: false }))
  reading.concepts = findConcepts(text, reading.taken)
  for (const hit of reading.concepts) {
    if (!isBinding(text, hit)) continue
    for (let i = hit.at; i < hit.at + hit.word.length; i += 1) reading.taken[i] = true
    reading.anchors.push({ key: hit.key, word: hit.word, at: hit.at, reason: hit.reason, loose: false })
  }
  reading.anchors.sort((a, b) => a.at - b.at)
  return reading
}
