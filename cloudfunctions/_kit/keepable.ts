// May these words of a rep's be kept? Nothing that tells which child it is, and nothing that WeChat does not allow.
import { findChildFacts } from '@shared/domain/minor'
import { refusal } from './errors'
import type { CheckTexts } from './wechat'

/** A check by WeChat that fails lets a note pass that no one else reads; only it being risky refuses. */
export const ensureKeepable = async (
  texts: readonly string[],
  checkTexts: CheckTexts,
  field = 'text',
): Promise<void> => {
  for (const text of texts) {
    const [fact] = findChildFacts(text)
    if (fact) throw refusal('child-facts', field, fact.word)
  }
  if ((await checkTexts(texts)) === 'risky') throw refusal('unsafe-text', field)
}
