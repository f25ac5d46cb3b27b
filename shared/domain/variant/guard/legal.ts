// Which sentences of a post are the law's, so that no wording of theirs is ours to change?

export type LegalSentence = { sentence: string; sourceAt: number; last: boolean }

const OPENING = /^\s*(?:[*＊※]|注[：:]|本品|本产品|本活动|广告)/
const WORDING =
  /解释权|不能代替药物|不能替代药物|详见(?:说明|包装)|谨慎|请按说明书|理财非存款|投资有风险|未成年人|过量饮酒|母乳是婴儿/

export function legalSentences(text: string): LegalSentence[] {
  const found: LegalSentence[] = []
  const pattern = /[^。！？～\n]+[。！？～]?/g
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [whole] = match
    const sentence = whole.trim()
    if (!OPENING.test(sentence) && !WORDING.test(sentence)) continue
    const end = match.index + whole.length
    found.push({ sentence, sourceAt: match.index, last: text.slice(end).trim() === '' })
  }
  return found
}
