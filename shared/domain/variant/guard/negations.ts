// Does every "not" still deny the same thing, and was none brought in or lost?
import { isHan } from '../marks'
import { alignBy } from './alignment'
import type { Case } from './case'
import type { GuardFinding } from './verdict'

type Negation = { at: number; word: string; focus: string }

const NEGATIVE = '不没无未勿非别莫甭'
/** Words that hold such a character and deny nothing. */
const NOT_DENYING =
  '要不然 不然 不错 不过 不仅 不但 不光 不止 不只 不断 不少 不同 不同享 不管 不论 不如 不妨 不愧 不禁 不由 不知不觉 不得了 了不起 差不多 忍不住 要不要 要不 好不好 是不是 能不能 有没有 对不对 不一会 时不时 没错 没事 没问题 无论 无比 无数 无线 无非 未来 非常 非遗 别人 别家 特别 区别 分别 级别 性别 告别 别致 别墅 类别 识别 鉴别 辨别 个别 不锈钢 非凡 并非'.split(
    ' ',
  )
/** Denials that only urge or soothe: they come and go with courtesy. */
const COURTESY =
  /^(?:别|不要|不可|不|勿|莫)?(?:别错过|错过|别犹豫|犹豫|别忘|忘|别客气|客气|别担心|担心|别纠结|纠结|懂就问|懂的|明白的|清楚的|确定的|放心的|别走开|走开|拿不准|知道|晓得|想好|关系|买也|迷路|吝|嫌|着急|急着|急|介意)/
const AUXILIARY = '会用要太再能必可怕想需得有是很'

const shieldAt = (text: string, at: number): boolean =>
  NOT_DENYING.some((word) => {
    for (let i = 0; i < word.length; i += 1) {
      if (word.charAt(i) === text.charAt(at) && text.startsWith(word, at - i)) return true
    }
    return false
  })

function findNegations(text: string): Negation[] {
  const found: Negation[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (NEGATIVE.indexOf(text.charAt(at)) < 0 || shieldAt(text, at)) continue
    let i = at + 1
    while (i < text.length && i < at + 4 && AUXILIARY.indexOf(text.charAt(i)) >= 0) i += 1
    let focus = ''
    while (focus.length < 3 && isHan(text.charAt(i))) {
      focus += text.charAt(i)
      i += 1
    }
    found.push({ at, word: text.slice(at, i), focus })
  }
  return found
}

const isCourtesy = (negation: Negation) => COURTESY.test(negation.word.slice(1)) || COURTESY.test(negation.word)

/** Two denials are one when what they deny shares a character. */
const isSame = (a: Negation, b: Negation) =>
  a.focus === b.focus || a.focus.split('').some((unit) => unit !== '可' && b.focus.indexOf(unit) >= 0)

export function checkNegations(it: Case): GuardFinding[] {
  const before = findNegations(it.source.text)
  const after = findNegations(it.candidate.text)
  const { toCandidate, toSource } = alignBy(before, after, isSame)
  const lost = before.filter((negation, i) => toCandidate[i] === -1 && !isCourtesy(negation))
  const brought = after.filter((negation, i) => toSource[i] === -1 && !isCourtesy(negation))
  return [
    ...lost.map(({ at, word }) => ({ reason: 'negation-changed' as const, word, at: -1, sourceAt: at })),
    ...brought.map(({ at, word }) => ({ reason: 'negation-changed' as const, word, at, sourceAt: -1 })),
  ]
}
